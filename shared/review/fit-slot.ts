import { anomalyMinutes } from '#shared/drive/agenda-templates.ts';
import { totalMinutes } from './agenda.ts';
import type { AgendaBlock } from './review.ts';

/** What there is to talk about. */
export type Load = {
  /** Anomalies put forward, by dimension. */
  readonly anomalies: Readonly<Record<string, number>>;
  readonly commitments: number;
};

export type SlotFit = {
  readonly blocks: readonly AgendaBlock[];
  /** Blocks that the slot has no room for, in the order in which they were given up; without them the rest fits. */
  readonly leftOut: readonly AgendaBlock[];
  /** Minutes that what never gives takes more than the slot has; zero where everything else fits. */
  readonly short: number;
};

/** Whole minutes that a block never goes under, and what it would have if nothing had to be shared. */
type Claim = { readonly block: AgendaBlock; readonly least: number; readonly wish: number };

const COMMITMENT_MINUTES = 1;
/** A dimension in which nothing is put forward is still read out. */
const QUIET_MINUTES = 2;
/** However many anomalies a dimension has, the others keep their part of the hour. */
const MOST_TIMES = 2;
/** A block that somebody asked for is no block in less. */
const TOPIC_MINUTES = 5;

/** What never gives: protected blocks, and the rating, which is short already and ends the meeting. */
function keepsItsMinutes(block: AgendaBlock): boolean {
  return block.protected || block.kind === 'rating';
}

function leastOf(block: AgendaBlock): number {
  if (keepsItsMinutes(block)) return block.minutes;
  if (block.dimension !== null) return Math.min(block.minutes, QUIET_MINUTES);
  const topic = block.kind === 'custom' || block.kind === 'deep-dive';
  return Math.min(block.minutes, topic ? TOPIC_MINUTES : 1);
}

function wishOf(block: AgendaBlock, planned: number, load: Load): number {
  if (block.kind === 'commitments') return Math.max(planned, load.commitments * COMMITMENT_MINUTES);
  if (block.dimension === null || keepsItsMinutes(block)) return planned;
  // In a quiet week the plan stands: what is not talked about in one dimension would only be given to announcements.
  if (Object.values(load.anomalies).every((count) => count === 0)) return planned;
  const count = load.anomalies[block.dimension] ?? 0;
  return count === 0
    ? Math.min(planned, QUIET_MINUTES)
    : Math.max(planned, Math.min(count * anomalyMinutes, planned * MOST_TIMES));
}

/**
 * Gives out what is left above the least minutes one by one, each to the block that is furthest behind its wish
 * (Webster's divisors): the sum is exact, and a longer slot takes no minute from any block.
 */
function share(claims: readonly Claim[], slotMinutes: number): readonly AgendaBlock[] {
  const rows = claims.map(({ block, least, wish }) => ({ block, wish, minutes: least, least }));
  // What never gives takes part where its wish is larger, and where nothing else could take the minutes.
  const open = rows.filter(({ wish, least, block }) => wish > 0 && (!keepsItsMinutes(block) || wish > least));
  const takers = open.length > 0 ? open : rows;
  const behind = (row: (typeof rows)[number]) => Math.max(1, row.wish) / (2 * row.minutes + 1);
  for (let left = slotMinutes - totalMinutes(rows.map(asBlock)); left > 0; left -= 1) {
    const first = takers.reduce<(typeof rows)[number] | null>(
      (best, row) => (best === null || behind(row) > behind(best) ? row : best),
      null,
    );
    if (first !== null) first.minutes += 1;
  }
  return rows.map(asBlock);
}

function asBlock({ block, minutes }: { readonly block: AgendaBlock; readonly minutes: number }): AgendaBlock {
  return { ...block, minutes };
}

/** Of what may be left out, the block that is missed least: nothing to talk about first, then the fewest anomalies, the later one. */
function leastMissed(claims: readonly Claim[], load: Load): Claim | null {
  const weight = ({ block }: Claim) =>
    block.dimension === null ? 0.5 : (load.anomalies[block.dimension] ?? 0);
  const may = claims.filter(({ block, least }) => !keepsItsMinutes(block) && least > 0);
  return may.reduce<Claim | null>(
    (least, one) => (least === null || weight(one) <= weight(least) ? one : least),
    null,
  );
}

/**
 * Minutes that add up to the slot exactly. What never gives keeps its own; the others share the rest in proportion to
 * `planned` (minutes by block, those of the block itself where it has none there), a dimension with more anomalies than
 * its minutes carry asking for four each (twice its minutes at most), one with none for two. Where even the least minutes are too many, it says which
 * blocks to leave out.
 */
export function fitToSlot(
  blocks: readonly AgendaBlock[],
  slotMinutes: number,
  load: Load,
  planned: Readonly<Record<string, number>> = {},
): SlotFit {
  let claims: readonly Claim[] = blocks.map((block) => ({
    block,
    least: leastOf(block),
    wish: wishOf(block, planned[block.id] ?? block.minutes, load),
  }));
  const leftOut: AgendaBlock[] = [];
  const needed = () => claims.reduce((sum, claim) => sum + claim.least, 0);
  while (needed() > slotMinutes) {
    const out = leastMissed(claims, load);
    if (out === null) return { blocks, leftOut, short: needed() - slotMinutes };
    leftOut.push(out.block);
    claims = claims.filter((claim) => claim !== out);
  }
  return { blocks: share(claims, slotMinutes), leftOut, short: 0 };
}

/** The blocks whose minutes a fit changes, with what they had. */
export function minutesChanged(
  before: readonly AgendaBlock[],
  after: readonly AgendaBlock[],
): readonly { readonly id: string; readonly name: string; readonly from: number; readonly to: number }[] {
  return after.flatMap(({ id, name, minutes: to }) => {
    const from = before.find((block) => block.id === id)?.minutes ?? to;
    return from === to ? [] : [{ id, name, from, to }];
  });
}
