import type { NewEvent } from '#renderer/src/data/author.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import type { Command } from '#renderer/src/state/commands.ts';
import { asAgenda, withBlockMoved, withBlockSplit } from '#shared/review/agenda-edits.ts';
import type { AgendaBlock, Review } from '#shared/review/review.ts';
import { inReview } from './authoring.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { useReadClock } from './use-clock.ts';
import { counted } from './wording.ts';

const GROUP = 'The agenda';

/** One command for each of the blocks, in a submenu of their own. */
function ofBlocks(
  under: string,
  blocks: readonly AgendaBlock[],
  run: (id: string) => void,
): readonly Command[] {
  return blocks.map(({ id, name }) => ({
    id: `live:agenda:${under}:${id}`,
    name: `${under}: ${name}`,
    group: GROUP,
    under,
    run: () => run(id),
  }));
}

/** The agenda as it is from now on, as one event that can be taken back. */
export function agendaSet(review: Review, blocks: readonly AgendaBlock[]): NewEvent {
  const { template, slotMinutes } = review;
  return inReview(review, 'agenda-set', {
    template: template ?? 'own',
    slotMinutes,
    blocks: asAgenda(blocks),
  });
}

/** What can be done with one block of the agenda, by the console's list and by name. */
export function useBlockActions() {
  const { review } = useLive();
  const desk = useDesk();
  const nameOf = (id: string) => review.blocks.find((block) => block.id === id)?.name ?? id;
  return {
    jump: (id: string) => {
      if (id === review.currentBlock) return desk.say(`${nameOf(id)} is on the stage.`);
      desk.author([inReview(review, 'block-entered', { block: id })], `${nameOf(id)} is on the stage.`);
    },
    move: (id: string, by: 1 | -1) => {
      const blocks = withBlockMoved(review.blocks, id, by, review.currentBlock);
      if (blocks === null) return desk.say('It can only move among the blocks that are still ahead.');
      const at = blocks.findIndex((block) => block.id === id);
      const before = blocks[at - 1];
      const where = before === undefined ? 'comes first' : `comes after ${before.name}`;
      desk.author([agendaSet(review, blocks)], `${nameOf(id)} ${where}.`);
    },
    drop: (id: string) => {
      const block = review.blocks.find((one) => one.id === id);
      if (block === undefined || block.minutes === 0) return;
      if (id === review.currentBlock) return desk.say('The block at hand is left with PageDown.');
      const change = { block: id, minutes: -block.minutes, paidBy: [] };
      desk.author(
        [inReview(review, 'block-minutes-changed', change)],
        `${block.name} is not held today; the end comes ${counted(block.minutes, 'minute')} earlier.`,
      );
    },
  };
}

/** Changing the course of the meeting by name: one block more, cut in two, straight to the next, to any, not today. */
export function useAgendaCommands(): readonly Command[] {
  const { review } = useLive();
  const desk = useDesk();
  const readClock = useReadClock();
  const { jump, move, drop } = useBlockActions();
  const at = review.blocks.findIndex((block) => block.id === review.currentBlock);
  const ahead = review.blocks.slice(at + 1);

  const split = () => {
    const used = readClock().block?.usedMs ?? 0;
    const blocks = withBlockSplit(review.blocks, review.currentBlock ?? '', used, newId());
    const rest = blocks?.[at + 1];
    if (blocks === null || rest === undefined) return desk.say('Less than a minute of this block is left.');
    desk.author(
      [agendaSet(review, blocks)],
      `${counted(rest.minutes, 'minute')} of it come later, as ${rest.name}.`,
    );
  };
  const skip = (by: 1 | -1) => {
    const held = review.blocks.filter((block, index) => block.minutes > 0 && (index - at) * by > 0);
    const next = by === 1 ? held[0] : held.at(-1);
    if (next === undefined)
      return desk.say(by === 1 ? 'This is the last block.' : 'This is the first block.');
    jump(next.id);
  };
  const command = (id: string, name: string, run: () => void, keys: readonly string[] = []): Command => ({
    id: `live:agenda:${id}`,
    name,
    group: GROUP,
    run,
    ...(keys.length === 0 ? {} : { keys }),
  });
  return [
    command('skip', 'Straight to the next block', () => skip(1), ['Shift+PageDown']),
    command('skip-back', 'Back to the block before', () => skip(-1), ['Shift+PageUp']),
    command('insert', 'One block more, next', () => desk.open({ kind: 'insert' })),
    command('split', 'Cut this block in two: the rest comes later', split),
    ...ofBlocks('Go to block', review.blocks, jump),
    ...ofBlocks('Earlier', ahead.slice(1), (id) => move(id, -1)),
    ...ofBlocks('Later', ahead.slice(0, -1), (id) => move(id, 1)),
    ...ofBlocks(
      'Not today',
      ahead.filter((block) => block.minutes > 0),
      drop,
    ),
  ];
}
