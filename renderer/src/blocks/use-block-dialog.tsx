import { type ReactNode, useState } from 'react';
import { newId } from '#renderer/src/data/workspace.ts';
import { placeOf, withBlockAfter, withBlockChanged } from '#shared/review/agenda-edits.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import { BlockDialog } from './BlockDialog.tsx';
import type { FilledBlock } from './block-form.ts';

type Agenda = {
  readonly blocks: readonly AgendaBlock[];
  /** Where what is typed is kept until it is taken. */
  readonly draft: string;
  readonly onChange: (blocks: readonly AgendaBlock[]) => void;
};

type BlockDialogs = {
  readonly add: () => void;
  readonly change: (block: AgendaBlock) => void;
  readonly dialog: ReactNode;
};

/** The dialog over an agenda that does not run: one block more in its place, or another name, minutes or content. */
export function useBlockDialog({ blocks, draft, onChange }: Agenda): BlockDialogs {
  const [open, setOpen] = useState<{ readonly block: AgendaBlock | null } | null>(null);
  const take = ({ content, ...filled }: FilledBlock) => {
    const { name, minutes, kind } = filled;
    const changed = open?.block ?? null;
    if (changed !== null) return onChange(withBlockChanged(blocks, changed.id, { name, minutes, content }));
    const block = { id: newId(), ...filled, ...(content === null ? {} : { content }) };
    onChange(withBlockAfter(blocks, placeOf(blocks, kind ?? null), block));
  };
  return {
    add: () => setOpen({ block: null }),
    change: (block) => setOpen({ block }),
    dialog: open !== null && (
      <BlockDialog
        block={open.block}
        agenda={blocks}
        draft={draft}
        onTake={take}
        onClose={() => setOpen(null)}
      />
    ),
  };
}
