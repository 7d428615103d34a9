import type { Payer } from './agenda.ts';
import { isHeldOnce, knownBlock, knownBlockNamed } from './block-kinds.ts';
import type { AgendaBlock, BlockContent } from './review.ts';

/** A block that comes onto an agenda: its name and minutes, of what kind it is, what it shows. */
export type NewBlock = {
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** A kind that the product knows; absent for a block of the room's own. */
  readonly kind?: string;
  readonly content?: BlockContent;
};

/** Blocks without what a review adds to them, as an event keeps them. */
export function asAgenda(blocks: readonly AgendaBlock[]): AgendaBlock[] {
  return blocks.map((block) => {
    const { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension } = block;
    const content = block.content === undefined ? {} : { content: block.content };
    return { id, kind, name, minutes, purpose, stage, speaks, done, protected: kept, dimension, ...content };
  });
}

function blockOf({ id, name, minutes, kind, content }: NewBlock): AgendaBlock {
  const known = kind === undefined ? null : knownBlock(kind);
  if (known !== null) return { ...known, id, name, minutes };
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
    ...(content === undefined ? {} : { content }),
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
  return paid.toSpliced(blocks.findIndex((one) => one.id === after) + 1, 0, blockOf(block));
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

/**
 * Behind which block a new one of this kind stands before the start: who is here comes first, the rating last, anything
 * else before what ends the meeting. Null: in front of all.
 */
export function placeOf(blocks: readonly AgendaBlock[], kind: string | null): string | null {
  if (kind === 'attendance') return null;
  if (kind === 'rating') return blocks.at(-1)?.id ?? null;
  return blocks.findLast((block) => !block.protected && block.kind !== 'rating')?.id ?? null;
}

/** The agenda with another name, other minutes or another content for one block; a content of null is taken away. */
export function withBlockChanged(
  blocks: readonly AgendaBlock[],
  id: string,
  changes: Partial<Pick<AgendaBlock, 'name' | 'minutes'>> & { readonly content?: BlockContent | null },
): readonly AgendaBlock[] {
  return blocks.map((block) => {
    if (block.id !== id) return block;
    const { content: before, ...rest } = block;
    const { content = before, ...named } = changes;
    // A block of the room's own is about what it is called.
    const purpose = block.kind === 'custom' ? (named.name ?? block.purpose) : block.purpose;
    return { ...rest, ...named, purpose, ...(content == null ? {} : { content }) };
  });
}

export type ReadBlock =
  | { readonly kind: 'block'; readonly block: Omit<NewBlock, 'id'> }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The block that a line stands for: one that the product knows when it has its name (`Parking lot 5`), else one of the
 * room's own. Refused where the line has no minutes to hold it in, or where the agenda has this block already.
 */
export function readBlock(line: string, agenda: readonly Pick<AgendaBlock, 'kind' | 'name'>[]): ReadBlock {
  const read = readNewBlock(line);
  if (read === null) {
    const none = /\S[\s,]+0+(?:\s*(?:m|min|mins|minutes?))?\s*$/u.test(line);
    return {
      kind: 'refused',
      why: none
        ? 'A block of 0 minutes is not held: give it one minute at least.'
        : 'A name and its minutes: Deep dive on payments 5.',
    };
  }
  const known = knownBlockNamed(read.name);
  const there = agenda.find(({ kind }) => kind === known?.kind);
  if (known === null || (there !== undefined && !isHeldOnce(known))) return { kind: 'block', block: read };
  if (there !== undefined) return { kind: 'refused', why: `${there.name} is on the agenda already.` };
  const minutes = hasMinutes(line) ? read.minutes : known.minutes;
  return { kind: 'block', block: { name: known.name, minutes, kind: known.kind } };
}

function hasMinutes(line: string): boolean {
  return /[\s,]\d{1,3}(?:\s*(?:m|min|mins|minutes?))?\s*$/u.test(line);
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
