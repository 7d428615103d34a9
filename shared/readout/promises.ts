import type { Day } from '#shared/day.ts';
import type { Commitment } from '#shared/review/review.ts';
import type { NameOf } from './names.ts';
import type { ReadoutPromise } from './readout.ts';
import { counted, listed } from './wording.ts';

const DECISIONS: Readonly<Record<NonNullable<NonNullable<Commitment['check']>['decision']>, string>> = {
  're-commit': 're-committed',
  owner: 'another owner',
  scope: 'smaller scope',
  initiative: 'made an initiative',
  drop: 'dropped',
};

/**
 * How a promise stands: kept is by its first date, late after it; open past its first date is overdue, whatever new
 * date it got; open with its date today or ahead is due.
 */
export function standingOf(commitment: Commitment, today: Day): ReadoutPromise['standing'] {
  const { check } = commitment;
  if (check !== null && check.status !== 'open') return check.status;
  if (check === null && commitment.status === 'dropped') return 'dropped';
  const firstDue = commitment.firstDue ?? commitment.due;
  if (check === null && commitment.status === 'done') {
    return firstDue !== null && commitment.doneOn !== null && commitment.doneOn > firstDue ? 'late' : 'kept';
  }
  return firstDue !== null && firstDue < today ? 'overdue' : 'due';
}

/** The promises that the review checked, in the order in which it did. */
export function promisesOf(
  commitments: readonly Commitment[],
  today: Day,
  nameOf: NameOf,
): readonly ReadoutPromise[] {
  return commitments.map((commitment) => ({
    id: commitment.action,
    text: commitment.text,
    owner: nameOf(commitment.check?.owner ?? commitment.owner),
    due: commitment.firstDue ?? commitment.due,
    standing: standingOf(commitment, today),
    slips: commitment.slips,
    decision: commitment.check?.decision == null ? null : DECISIONS[commitment.check.decision],
    reason: commitment.check?.reason ?? null,
    newDue: commitment.check?.due ?? null,
  }));
}

export type PromiseCounts = Readonly<Record<ReadoutPromise['standing'] | 'initiative', number>>;

type Counted = Pick<ReadoutPromise, 'standing'> & Partial<Pick<ReadoutPromise, 'decision'>>;

/** Closed as it stood and gone on as an initiative: not given up. */
function isInitiative({ standing, decision }: Counted): boolean {
  return standing === 'dropped' && decision === DECISIONS.initiative;
}

export function countPromises(promises: readonly Counted[]): PromiseCounts {
  const of = (standing: ReadoutPromise['standing']) =>
    promises.filter((promise) => promise.standing === standing && !isInitiative(promise)).length;
  return {
    kept: of('kept'),
    late: of('late'),
    overdue: of('overdue'),
    due: of('due'),
    dropped: of('dropped'),
    initiative: promises.filter(isInitiative).length,
  };
}

/** `Of 5 promises, 2 were kept, 1 came late and 2 are overdue.` Nothing that is zero is named, nothing is left out. */
export function promisesSentence(promises: readonly Counted[]): string {
  const { kept, late, overdue, due, dropped, initiative } = countPromises(promises);
  const parts = [
    `${kept === 0 ? 'none' : kept} ${kept === 1 ? 'was' : 'were'} kept`,
    ...(late > 0 ? [`${late} came late`] : []),
    ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
    ...(due > 0 ? [`${due} ${due === 1 ? 'is' : 'are'} still open`] : []),
    ...(initiative > 0 ? [`${initiative} became ${initiative === 1 ? 'an initiative' : 'initiatives'}`] : []),
    ...(dropped > 0 ? [`${dropped} ${dropped === 1 ? 'was' : 'were'} dropped`] : []),
  ];
  return `Of ${counted(promises.length, 'promise')}, ${listed(parts)}.`;
}
