import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Day } from '#shared/day.ts';
import { needsSlipDecision } from '#shared/review/commitments.ts';
import type { Commitment, Review, SecondSlipDecision } from '#shared/review/review.ts';
import { checked } from './authoring.ts';

/** The five decisions of a second slip on keys 1 to 5. */
export const SLIP_DECISIONS: readonly SecondSlipDecision[] = [
  're-commit',
  'owner',
  'scope',
  'initiative',
  'drop',
];

/** Whether leaving it open once more makes a second slip that needs a decision. */
export function slipsAgain(commitment: Commitment, asOf: Day): boolean {
  const check = {
    event: '',
    atMs: 0,
    actor: '',
    status: 'open',
    doneOn: null,
    due: '9999-12-31',
    owner: null,
    reason: null,
    evidence: null,
    decision: null,
  } as const;
  return needsSlipDecision({ ...commitment, check }, asOf);
}

/** A promise found kept or late. Kept is by the first date, so the day it was done is never put after it. */
export function checkedDone(
  review: Review,
  commitment: Commitment,
  status: 'kept' | 'late',
  today: Day,
): readonly NewEvent[] {
  const first = commitment.firstDue ?? commitment.due;
  const latest = first !== null && first < today ? first : today;
  const done = commitment.doneOn ?? (status === 'kept' ? latest : today);
  const doneOn = status === 'kept' && first !== null && done > first ? first : done;
  return [checked(review, commitment.action, { status, doneOn })];
}

/** The promise at hand: the one pointed at, else the first that nobody has checked, else the last. */
export function commitmentAtHand(review: Review, pointed: string | null): Commitment | null {
  return (
    review.commitments.find((one) => one.action === pointed) ??
    review.commitments.find((one) => one.check === null) ??
    review.commitments.at(-1) ??
    null
  );
}

/** The next promise that nobody has checked, after this one first, then from the top; null when all are. */
export function nextUnchecked(review: Review, after: string): Commitment | null {
  const at = review.commitments.findIndex((one) => one.action === after);
  const turned = [...review.commitments.slice(at + 1), ...review.commitments.slice(0, Math.max(0, at))];
  return turned.find((one) => one.check === null) ?? null;
}
