import type { Payer } from './agenda.ts';
import type { AgendaBlock } from './review.ts';

/** A block of the room's own: a name and minutes; what it is for and when it is done can be said later. */
export type NewBlock = { readonly id: string; readonly name: string; readonly minutes: number };

/** Blocks without what a review adds to them, as an event keeps them. */
export function asAgenda(blocks: readonly AgendaBlock[]): AgendaBlock[] {
  return blocks.map((block) => {
    const { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension } = block;
    return { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension };
  });
}

function ownBlock({ id, name, minutes }: NewBlock): AgendaBlock {
  return {
    id,
    kind: 'custom',
    name,
    minutes,
    purpose: name,
    stage: '',
    speaks: 'whoever asked for it',
    done: '',
    protected: false,
    dimension: null,
  };
}

function given(payer: Payer | null, block: string): number {
  if (payer === null) return 0;
  if (payer.kind === 'block') return payer.block === block ? payer.minutes : 0;
  if (payer.kind === 'end') return 0;
  return payer.shares.find((share) => share.block === block)?.minutes ?? 0;
}

/** The agenda with one block more behind `after` (null: in front of all); the payer's blocks have its minutes less. */
export function withBlockAfter(
  blocks: readonly AgendaBlock[],
  after: string | null,
  block: NewBlock,
  payer: Payer | null = null,
): readonly AgendaBlock[] {
  const paid = blocks.map((one) => ({ ...one, minutes: one.minutes - given(payer, one.id) }));
  return paid.toSpliced(blocks.findIndex((one) => one.id === after) + 1, 0, ownBlock(block));
}

/**
 * The agenda with the block at hand cut in two: it keeps the minutes that it used (whole, one at least), the rest follows
 * as a block that can be moved. Null where less than a minute is left.
 */
export function withBlockSplit(
  blocks: readonly AgendaBlock[],
  current: string,
  usedMs: number,
  newId: string,
): readonly AgendaBlock[] | null {
  const at = blocks.findIndex((block) => block.id === current);
  const block = blocks[at];
  const kept = Math.max(1, Math.ceil(usedMs / 60_000));
  if (block === undefined || block.minutes - kept < 1) return null;
  const name = `${block.name.replace(/, continued$/, '')}, continued`;
  const rest = { ...block, id: newId, name, minutes: block.minutes - kept };
  return blocks.toSpliced(at, 1, { ...block, minutes: kept }, rest);
}

/** The agenda with one block a place earlier (-1) or later (1); null where it would leave what is still ahead of `current`. */
export function withBlockMoved(
  blocks: readonly AgendaBlock[],
  id: string,
  by: 1 | -1,
  current: string | null,
): readonly AgendaBlock[] | null {
  const from = blocks.findIndex((block) => block.id === id);
  const first = current === null ? 0 : blocks.findIndex((block) => block.id === current) + 1;
  const block = blocks[from];
  const to = from + by;
  if (block === undefined || from < first || to < first || to >= blocks.length) return null;
  return blocks.toSpliced(from, 1).toSpliced(to, 0, block);
}

/** A line such as `Deep dive on payments 5`: the name, and whole minutes at its end (five where none are given). */
export function readNewBlock(line: string): Omit<NewBlock, 'id'> | null {
  const found = /^(?<name>.*?\S)(?:[\s,]+(?<minutes>\d{1,3})(?:\s*(?:m|min|mins|minutes?))?)?$/u.exec(
    line.trim(),
  );
  const name = found?.groups?.['name'];
  if (name === undefined) return null;
  const minutes = Number(found?.groups?.['minutes'] ?? 5);
  return minutes === 0 ? null : { name, minutes };
}
