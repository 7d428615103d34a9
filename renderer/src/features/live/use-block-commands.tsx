import { type ReactNode, useState } from 'react';
import { BlockDialog } from '#renderer/src/blocks/BlockDialog.tsx';
import type { FilledBlock } from '#renderer/src/blocks/block-form.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { withBlockChanged } from '#shared/review/agenda-edits.ts';
import type { ReviewBlock } from '#shared/review/review.ts';
import type { Ask, RowRegister } from './asks.ts';
import { tick } from './block-keys.ts';
import { useBlockRows } from './block-rows.ts';
import { useDesk } from './desk.ts';
import { insertBlock } from './line/taken-course.ts';
import { useLive } from './live.ts';
import { agendaSet } from './use-agenda-commands.ts';

/** The command that opens what the block on the stage shows. */
export const CHANGE_BLOCK = 'live:block:change';

const ROWS: ReadonlySet<string> = new Set<RowRegister>(['actions', 'initiatives', 'risks']);

/** What Enter opens in a block of the product, and how it is called. */
const ENTER: Readonly<Record<string, { readonly name: string; readonly ask: Ask }>> = {
  rating: { name: 'Why it was rated so, without a name', ask: { kind: 'why-rating' } },
  changes: { name: 'One upcoming change more', ask: { kind: 'change' } },
  wins: { name: 'One win more', ask: { kind: 'capture', capture: 'win', private: false } },
  parking: { name: 'Park one thing more', ask: { kind: 'capture', capture: 'parking', private: false } },
};

/** What Enter does in the block on the stage; null where it does nothing of its own. */
function useEnter(): { readonly name: string; readonly run: () => void } | null {
  const live = useLive();
  const desk = useDesk();
  const { rows, now } = useBlockRows();
  const block = stepNow(live.review)?.block ?? null;
  if (block === null) return null;
  const { content } = block;
  if (content?.kind === 'checklist' && now !== null)
    return { name: 'Tick the item at hand', run: () => tick({ block, now, rows, live, desk }, now) };
  if (content?.kind === 'register' && now !== null && ROWS.has(content.register)) {
    // The set holds the registers of the type and no other.
    const register = content.register as RowRegister;
    return { name: 'Change the entry at hand', run: () => desk.open({ kind: 'row', register, id: now }) };
  }
  const opens = content === undefined ? ENTER[block.kind] : undefined;
  return opens === undefined ? null : { name: opens.name, run: () => desk.open(opens.ask) };
}

type BlockCommands = { readonly commands: readonly Command[]; readonly dialog: ReactNode };

/** Acting on what a block shows, giving it something else to show, and one block more with something to show. */
export function useBlockCommands(): BlockCommands {
  const live = useLive();
  const desk = useDesk();
  const enter = useEnter();
  const { review } = live;
  const [open, setOpen] = useState<{ readonly block: ReviewBlock | null } | null>(null);
  const block = stepNow(review)?.block ?? null;
  const take = ({ content, ...filled }: FilledBlock) => {
    const changed = open?.block ?? null;
    if (changed !== null) {
      const { name, minutes } = filled;
      const blocks = withBlockChanged(review.blocks, changed.id, { name, minutes, content });
      return desk.author([agendaSet(review, blocks)], `${name} is changed.`);
    }
    const inserted = insertBlock({ id: newId(), ...filled, ...(content === null ? {} : { content }) }, live);
    desk.author(inserted.events, inserted.said);
  };
  const change = () => {
    if (block === null) return desk.say('No block is on the stage.');
    setOpen({ block });
  };
  const command = (id: string, group: Command['group'], name: string, run: () => void): Command => ({
    id: id === 'change' ? CHANGE_BLOCK : `live:block:${id}`,
    name,
    group,
    run,
  });
  const commands: readonly Command[] = [
    ...(enter === null
      ? []
      : [{ ...command('enter', 'On the stage', enter.name, enter.run), keys: ['Enter'] }]),
    command('new', 'The agenda', 'One block more, with something to show', () => setOpen({ block: null })),
    {
      ...command('change', 'The agenda', 'Change this block: name, minutes, what it shows', change),
      keys: ['v'],
    },
  ];
  return {
    commands,
    dialog: open !== null && (
      <BlockDialog
        block={open.block}
        agenda={review.blocks}
        draft={`live:${review.id}:block`}
        onTake={take}
        onClose={() => setOpen(null)}
      />
    ),
  };
}
