import type { ReviewSummary } from '#shared/registers/registers.ts';
import type { Review } from './review.ts';

/** People who are here and never were before; nobody where no earlier review took attendance. */
export function firstTimers(
  review: Pick<Review, 'id' | 'attendance'>,
  reviews: readonly Pick<ReviewSummary, 'id' | 'attended' | 'startedAtMs'>[],
): readonly string[] {
  const at = reviews.findIndex(({ id }) => id === review.id);
  const before = new Set((at < 0 ? reviews : reviews.slice(0, at)).flatMap(({ attended }) => attended));
  if (before.size === 0) return [];
  return Object.keys(review.attendance).filter(
    (person) => review.attendance[person] === 'here' && !before.has(person),
  );
}
