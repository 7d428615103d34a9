import { pastReviews } from '#renderer/src/data/reviews.ts';
import { dayAndMonth, shortDay } from '#renderer/src/ui/dates.ts';
import { verdictById } from '#shared/drive/registers.ts';
import type { Action, Registers, VerdictOnRecord } from '#shared/registers/registers.ts';
import { verdictsAbout } from '#shared/review/verdicts.ts';
import { subjectOf } from '#shared/signals/anomaly-id.ts';

/** What earlier reviews said about an anomaly: one line for each, newest first, and how many in a row had it before them. */
export type SaidBefore = { readonly said: readonly string[]; readonly inARow: number };

type Known = Pick<Registers, 'verdicts' | 'reviews' | 'actions'>;

function standing({ status, due, doneOn }: Action): string {
  if (status === 'done') return doneOn === null ? 'done' : `done ${shortDay(doneOn)}`;
  if (status === 'dropped') return 'dropped';
  return due === null ? 'open' : `open, due ${shortDay(due)}`;
}

function sentence(entry: VerdictOnRecord, actions: readonly Action[], nameOf: (id: string) => string) {
  const verdict =
    entry.verdict === 'not-reached'
      ? 'not reached'
      : (verdictById(entry.verdict)?.name ?? entry.verdict).toLowerCase();
  const promised = actions
    .filter(({ review }) => review === entry.review)
    .map((action) => {
      const owner = action.owner === null ? 'nobody' : nameOf(action.owner);
      return `${action.id} ${action.text} (${owner}, ${standing(action)})`;
    });
  const on = entry.date === null ? '' : `${dayAndMonth(entry.date)}: `;
  // An action that a verdict opened reads as its reason does, and is not said twice.
  const reason = entry.reason === null || promised.length > 0 ? [] : [entry.reason];
  return `${on}${[verdict, ...reason, ...promised].join('; ')}`;
}

/** What reviews before this one said about the same series, with their reasons and what became of their actions. */
export function saidBefore(
  anomaly: string,
  review: string,
  { verdicts, reviews, actions }: Known,
  nameOf: (id: string) => string,
): SaidBefore {
  const history = verdictsAbout(verdicts, anomaly, review);
  const subject = subjectOf(anomaly);
  const own = actions.filter((action) => action.anomaly !== null && subjectOf(action.anomaly) === subject);
  const seen = new Set(history.map((entry) => entry.review));
  const before = pastReviews(reviews).filter(({ id }) => id !== review);
  const missed = before.findIndex(({ id }) => !seen.has(id));
  return {
    said: history.map((entry) => sentence(entry, own, nameOf)).toReversed(),
    inARow: missed === -1 ? before.length : missed,
  };
}
