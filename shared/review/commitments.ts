import type { Day } from '#shared/day.ts';
import { commitmentRules } from '#shared/drive/registers.ts';
import type { Action } from '#shared/registers/registers.ts';
import type { Commitment, CommitmentDue } from './review.ts';

/** How a promise stands on a day; `recommitted` missed its first date and has a new one, `no-date` never had one. */
export type Outcome =
  | 'kept'
  | 'late'
  | 'dropped'
  | 'overdue'
  | 'recommitted'
  | 'due-today'
  | 'open'
  | 'no-date';

/** The date that counts for *kept*: as it stood when its review closed, else the first one it was given. */
export function firstDue(action: Pick<Action, 'dues'>): Day | null {
  const inReview = action.dues.findLast((due) => due.inItsReview);
  return (inReview ?? action.dues[0])?.due ?? null;
}

/** How an action stands on a day of the organization. */
export function outcomeOn(action: Pick<Action, 'dues' | 'due' | 'status' | 'doneOn'>, today: Day): Outcome {
  const first = firstDue(action);
  if (action.status === 'dropped') return 'dropped';
  if (first === null) return 'no-date';
  if (action.status === 'done') return (action.doneOn ?? today) <= first ? 'kept' : 'late';
  const due = action.due ?? first;
  if (due < today) return 'overdue';
  if (first < today) return 'recommitted';
  return due === today ? 'due-today' : 'open';
}

/** How often a due date passed while the action was open, or was moved later after its review had closed. */
export function slipsOn(action: Pick<Action, 'dues' | 'status' | 'doneOn'>, today: Day): number {
  const first = action.dues.findLastIndex((due) => due.inItsReview);
  const dues = action.dues.slice(Math.max(0, first));
  const closedOn = action.status === 'open' ? today : (action.doneOn ?? today);
  return dues.filter((due, index) => {
    const next = dues[index + 1];
    const until = next?.setOn ?? closedOn;
    return until > due.due || (next !== undefined && next.due > due.due);
  }).length;
}

/** Slips that a review has decided about: those that there were when it decided. */
export function decidedSlips(action: Pick<Action, 'dues' | 'checks'>): number {
  const decided = action.checks.findLast((check) => check.decision !== null);
  if (decided === undefined) return 0;
  const dues = action.dues.filter((due) => due.setAtMs <= decided.atMs);
  return slipsOn({ dues, status: 'open', doneOn: null }, decided.on);
}

const SECOND_SLIP = commitmentRules.secondSlip.at;

/** Slips of a promise under check, the new date that the room just gave it included. */
export function slipsWithCheck(commitment: Commitment, asOf: Day): number {
  const { due, check, slips } = commitment;
  const passed = due !== null && due < asOf;
  const moved = check?.status === 'open' && check.due !== null && due !== null && check.due > due;
  return slips + (moved && !passed ? 1 : 0);
}

/** A second slip (or a further one) needs one of five decisions before its block ends; closing it is one as well. */
export function needsSlipDecision(commitment: Commitment, asOf: Day): boolean {
  const { check, status, decidedSlips: decided } = commitment;
  if (status !== 'open' || (check !== null && check.status !== 'open')) return false;
  const slips = slipsWithCheck(commitment, asOf);
  return slips >= SECOND_SLIP && slips > (decided ?? 0) && (check?.decision ?? null) === null;
}

export type Ledger = {
  readonly kept: number;
  readonly late: number;
  readonly overdue: number;
  readonly dropped: number;
  /** Kept of everything that fell due; null when nothing did. A promise with a new date counts as not kept. */
  readonly rate: number | null;
  readonly fellDue: number;
};

/** The organization's promises that fell due by a day. Never grouped by person. */
export function ledgerOn(
  actions: readonly Pick<Action, 'dues' | 'due' | 'status' | 'doneOn'>[],
  today: Day,
): Ledger {
  const due = actions.filter((action) => {
    const first = firstDue(action);
    if (first === null) return false;
    return action.status === 'open' ? first < today : first <= today;
  });
  const outcomes = due.map((action) => outcomeOn(action, today));
  const count = (...wanted: readonly Outcome[]): number =>
    outcomes.filter((outcome) => wanted.includes(outcome)).length;
  const kept = count('kept');
  return {
    kept,
    late: count('late'),
    overdue: count('overdue', 'recommitted'),
    dropped: count('dropped'),
    rate: due.length === 0 ? null : kept / due.length,
    fellDue: due.length,
  };
}

/**
 * What a review has to check on a day: promises that are due and open (or have no date), and those that were done or
 * dropped since the last review closed and no review has taken note of. Earliest date first.
 */
export function commitmentsToCheck(
  actions: readonly Action[],
  today: Day,
  lastClosedMs: number | null,
): readonly CommitmentDue[] {
  return actions
    .filter((action) => {
      if (action.status === 'open') return action.due === null || action.due <= today;
      const noted = action.checks.some((check) => check.status !== 'open');
      const settled = action.history.findLast((edit) => edit.changes.status !== undefined);
      return !noted && (lastClosedMs === null || (settled?.atMs ?? 0) > lastClosedMs);
    })
    .toSorted((left, right) => ((left.due ?? '9999') < (right.due ?? '9999') ? -1 : 1))
    .map((action) => ({
      action: action.id,
      text: action.text,
      owner: action.owner,
      due: action.due,
      firstDue: firstDue(action),
      status: action.status,
      doneOn: action.doneOn,
      slips: slipsOn(action, today),
      decidedSlips: decidedSlips(action),
      review: action.review,
    }));
}
