import { type AgendaTemplate, anomalyMinutes } from '#shared/drive/agenda-templates.ts';
import type { ReviewEventOf } from '#shared/events/event.ts';
import type { AgendaBlock } from './review.ts';

/** The blocks of a template as an agenda that can be edited. */
export function agendaOf(template: AgendaTemplate): readonly AgendaBlock[] {
  return template.blocks.map((block) => ({ ...block, dimension: block.dimension ?? null }));
}

export function totalMinutes(blocks: readonly AgendaBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.minutes, 0);
}

/** Minutes that the agenda is over its slot; negative when some are left to give out. */
export function minutesOverSlot(blocks: readonly AgendaBlock[], slotMinutes: number): number {
  return totalMinutes(blocks) - slotMinutes;
}

/** The agenda with other minutes for one block, never under zero. */
export function withMinutes(
  blocks: readonly AgendaBlock[],
  id: string,
  minutes: number,
): readonly AgendaBlock[] {
  return blocks.map((block) => (block.id === id ? { ...block, minutes: Math.max(0, minutes) } : block));
}

/** How many anomalies a block carries, at four minutes each. */
export function anomaliesThatFit(minutes: number): number {
  return Math.floor(minutes / anomalyMinutes);
}

export type DimensionFit = { readonly dimension: string; readonly chosen: number; readonly fits: number };

/** For each dimension that has a block: how many anomalies are put forward and how many its minutes carry. */
export function anomalyFit(
  blocks: readonly AgendaBlock[],
  anomalies: readonly { readonly dimension: string }[],
): readonly DimensionFit[] {
  const planned = blocks.flatMap((block) => (block.dimension === null ? [] : [block.dimension]));
  return [...new Set(planned)].map((dimension) => ({
    dimension,
    chosen: anomalies.filter((anomaly) => anomaly.dimension === dimension).length,
    fits: anomaliesThatFit(totalMinutes(blocks.filter((block) => block.dimension === dimension))),
  }));
}

export type Share = { readonly block: string; readonly name: string; readonly minutes: number };

/** Who could pay for overtime: one block, several in proportion, or the end of the meeting. */
export type Payer =
  | ({ readonly kind: 'block'; readonly from: number; readonly to: number } & Share)
  | { readonly kind: 'spread'; readonly shares: readonly Share[]; readonly minutes: number }
  | { readonly kind: 'end'; readonly minutes: number };

/** No block that pays goes under this. */
const LEAST_MINUTES = 1;

function givable(block: AgendaBlock): number {
  return Math.max(0, Math.floor(block.minutes) - LEAST_MINUTES);
}

/** Whole minutes in proportion to the minutes that each block has; what is left over goes to the largest remainders. */
function inProportion(givers: readonly AgendaBlock[], minutes: number): readonly Share[] {
  const total = totalMinutes(givers);
  const rows = givers.map((block) => {
    const exact = (minutes * block.minutes) / total;
    const given = Math.min(Math.floor(exact), givable(block));
    return { block, given, rest: exact - given };
  });
  let open = minutes - rows.reduce((sum, row) => sum + row.given, 0);
  const byRest = rows.toSorted((left, right) => right.rest - left.rest);
  while (open > 0 && byRest.some((row) => row.given < givable(row.block))) {
    for (const row of byRest) {
      if (open === 0 || row.given >= givable(row.block)) continue;
      row.given += 1;
      open -= 1;
    }
  }
  return rows
    .filter((row) => row.given > 0)
    .map(({ block, given }) => ({ block: block.id, name: block.name, minutes: given }));
}

/**
 * Proposals for who pays `minutes` (whole, positive) of the block at hand, at most three: the next unprotected block
 * that can, the unprotected blocks ahead in proportion, the end. Protected blocks are never proposed.
 */
export function payers(blocks: readonly AgendaBlock[], current: string, minutes: number): readonly Payer[] {
  const ahead = blocks.slice(blocks.findIndex((block) => block.id === current) + 1);
  const givers = ahead.filter((block) => !block.protected && givable(block) > 0);
  const proposals: Payer[] = [];
  const alone = givers.find((block) => givable(block) >= minutes);
  if (alone !== undefined) {
    const { id, name, minutes: from } = alone;
    proposals.push({ kind: 'block', block: id, name, minutes, from, to: from - minutes });
  }
  const can = givers.reduce((sum, block) => sum + givable(block), 0);
  if (givers.length > 1 && can > 0) {
    const shares = inProportion(givers, Math.min(minutes, can));
    const paid = shares.reduce((sum, share) => sum + share.minutes, 0);
    if (shares.length > 1) proposals.push({ kind: 'spread', shares, minutes: paid });
  }
  return [...proposals, { kind: 'end', minutes }];
}

/** Whole minutes that the block at hand is over its time, zero before that. */
export function overtimeMinutes(leftMs: number): number {
  return Math.max(0, Math.ceil(-leftMs / 60_000));
}

type MinutesChange = ReviewEventOf<'block-minutes-changed'>['data'];

/** More minutes for the block at hand, paid for as chosen. */
export function extendBlock(current: string, minutes: number, payer: Payer): MinutesChange {
  switch (payer.kind) {
    case 'block':
      return { block: current, minutes, paidBy: [{ block: payer.block, minutes: payer.minutes }] };
    case 'spread':
      return {
        block: current,
        minutes,
        paidBy: payer.shares.map(({ block, minutes: given }) => ({ block, minutes: given })),
      };
    case 'end':
      return { block: current, minutes, paidBy: [] };
  }
}

/** Fewer minutes for the block at hand; they go to the next block of a dimension, else the end comes earlier. */
export function shortenBlock(
  blocks: readonly AgendaBlock[],
  current: string,
  minutes: number,
): MinutesChange {
  const at = blocks.findIndex((block) => block.id === current);
  const given = Math.min(minutes, blocks[at]?.minutes ?? 0);
  const next = blocks.slice(at + 1).find((block) => block.dimension !== null);
  return {
    block: current,
    minutes: -given,
    paidBy: next === undefined ? [] : [{ block: next.id, minutes: -given }],
  };
}
