import type { Commitment, Review } from './review.ts';

/** What a review was by its own record. Counts; nothing of it is by person. */
export type OwnMeasures = {
  /** Anomalies that were put before the room, and those of them with a verdict. */
  readonly putForward: number;
  readonly decided: number;
  /** Actions and initiatives that it made, and those of them with an owner and a date. */
  readonly findings: number;
  readonly owned: number;
  /** Promises that had fallen due by it, and those of them kept by their first date. */
  readonly promised: number;
  readonly kept: number;
};

function isSettled({ check, status }: Commitment): boolean {
  return (check !== null && check.status !== 'open') || (check === null && status !== 'open');
}

function isKept({ check, status, doneOn, firstDue, due }: Commitment): boolean {
  if (check !== null) return check.status === 'kept';
  const first = firstDue ?? due;
  return status === 'done' && (doneOn === null || first === null || doneOn <= first);
}

function hadFallenDue(commitment: Commitment, review: Pick<Review, 'asOf' | 'date'>): boolean {
  const first = commitment.firstDue ?? commitment.due;
  const day = review.asOf ?? review.date;
  return isSettled(commitment) || (first !== null && day !== null && first < day);
}

/** What a review says of itself; of one that is under way, what it is so far. */
export function ownMeasures(review: Review): OwnMeasures {
  const forward = review.anomalies.filter((one) => one.status !== 'set-aside');
  const made = review.items.filter((item) => item.kind === 'action' || item.kind === 'initiative');
  const due = review.commitments.filter((commitment) => hadFallenDue(commitment, review));
  return {
    putForward: forward.length,
    decided: forward.filter((one) => one.status === 'decided').length,
    findings: made.length,
    owned: made.filter((item) => item.owner !== null && item.due !== null).length,
    promised: due.length,
    kept: due.filter(isKept).length,
  };
}
