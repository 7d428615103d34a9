import type { ReviewSummary } from '#shared/registers/registers.ts';
import { useRegisters } from './WorkspaceContext.tsx';

/** The review at hand: the one that is live, else the one being prepared, else the suspended one; null when all are closed. */
export function currentReview(reviews: readonly ReviewSummary[]): ReviewSummary | null {
  const open = (status: ReviewSummary['status']) => reviews.findLast((review) => review.status === status);
  return open('live') ?? open('suspended') ?? open('preparing') ?? null;
}

export function useCurrentReview(): ReviewSummary | null {
  return currentReview(useRegisters().reviews);
}

/** Closed reviews, newest first. */
export function pastReviews(reviews: readonly ReviewSummary[]): readonly ReviewSummary[] {
  return reviews.filter((review) => review.status === 'closed').toReversed();
}
