import type { Day } from '#shared/day.ts';
import type { Registers, ReviewSummary } from '#shared/registers/registers.ts';
import { commitmentsToCheck } from './commitments.ts';
import { type Parked, parkedBefore } from './parking.ts';
import type { CommitmentDue, NamedConstraint } from './review.ts';
import { type WatchDue, watchesDue } from './verdicts.ts';

export type LastConstraint = {
  readonly named: NamedConstraint;
  /** Reviews in a row that said *unchanged*, the last one included. */
  readonly unchanged: number;
  /** Saying it once more would be the third time: what was done for it that its own series shows? */
  readonly asks: boolean;
};

/** What the last reviews leave to the next one. */
export type CarryOver = {
  readonly commitments: readonly CommitmentDue[];
  /** Anomalies that the last review did not reach; they lead their dimension. */
  readonly notReached: readonly string[];
  readonly watches: readonly WatchDue[];
  /** Rules that the last review closed without; they open the next one. */
  readonly waivers: readonly { readonly rule: string; readonly reason: string }[];
  readonly constraint: LastConstraint | null;
  /** What was parked and never settled, oldest first. */
  readonly parking: readonly Parked[];
};

const ASKS_AT = 3;

function lastConstraint(closed: readonly ReviewSummary[]): LastConstraint | null {
  const spoken = closed.flatMap((review) => (review.constraint === null ? [] : [review.constraint]));
  const named = spoken.at(-1);
  if (named === undefined) return null;
  const last = spoken.findLastIndex((constraint) => !constraint.unchanged);
  const unchanged = spoken.length - 1 - last;
  return { named, unchanged, asks: unchanged + 1 >= ASKS_AT };
}

function notReachedIn(registers: Registers, review: string): readonly string[] {
  return [...registers.verdicts].flatMap(([anomaly, history]) =>
    history.some((entry) => entry.review === review && entry.verdict === 'not-reached') ? [anomaly] : [],
  );
}

/** What stands over from earlier reviews on the day of the next one. */
export function carryOver(registers: Registers, today: Day): CarryOver {
  const closed = registers.reviews.filter((review) => review.status === 'closed');
  const last = closed.at(-1);
  return {
    commitments: commitmentsToCheck(registers.actions, today, last?.closedAtMs ?? null),
    notReached: last === undefined ? [] : notReachedIn(registers, last.id),
    watches: watchesDue(registers.verdicts, today),
    waivers: last?.waivers ?? [],
    constraint: lastConstraint(closed),
    parking: parkedBefore(registers.reviews),
  };
}
