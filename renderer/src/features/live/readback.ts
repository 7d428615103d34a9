import { isCandidate } from '#shared/review/candidates.ts';
import type { Review, ReviewAnomaly, ReviewItem } from '#shared/review/review.ts';
import { midSentence } from './wording.ts';

/** What has to be read back as a promise: actions and initiatives, findings first, in the order they were made. */
export function promisesOf(review: Review): readonly ReviewItem[] {
  const promised = review.items.filter(
    (item) => (item.kind === 'action' || item.kind === 'initiative') && !item.private,
  );
  return promised.toSorted((left, right) => Number(right.anomaly !== null) - Number(left.anomaly !== null));
}

/** What else was taken down and is read out: decisions and risks. */
export function alsoDecided(review: Review): readonly ReviewItem[] {
  return review.items.filter((item) => (item.kind === 'decision' || item.kind === 'risk') && !item.private);
}

export function isComplete(item: ReviewItem): boolean {
  return item.owner !== null && item.due !== null;
}

/** The promise at hand: the one pointed at, else the first that is not complete, else the first not yet confirmed. */
export function promiseAtHand(review: Review, pointed: string | null): ReviewItem | null {
  const promises = promisesOf(review);
  return (
    promises.find((item) => item.id === pointed) ??
    promises.find((item) => !isComplete(item)) ??
    promises.find((item) => !item.confirmed) ??
    promises[0] ??
    null
  );
}

/** What the room put forward as the constraint, in the order it was said. */
export function candidatesOf(review: Review): readonly ReviewItem[] {
  return review.items.filter(isCandidate);
}

/** What somebody will do, as it is read aloud after the name. A finding that nobody worded is acted on by its headline. */
export function promiseWords(
  { text, source }: Pick<ReviewItem, 'text' | 'source'>,
  about: Pick<ReviewAnomaly, 'headline'> | undefined,
): string {
  const isHeadline = source === 'verdict' && text === about?.headline;
  return isHeadline ? `will act on this: ${text},` : `will ${midSentence(text)}`;
}

/** What of a promise's words people wrote, in whatever script: its text as it is read aloud, and what it is about. */
export function namesIn(
  { text }: Pick<ReviewItem, 'text'>,
  about: Pick<ReviewAnomaly, 'entityName'> | undefined,
): readonly string[] {
  return about === undefined ? [midSentence(text)] : [about.entityName, midSentence(text)];
}
