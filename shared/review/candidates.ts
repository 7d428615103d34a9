import type { ReviewItem } from './review.ts';

/** Marks a line that was put forward as the constraint; it is kept as a note. */
export const CANDIDATE_TAG = 'candidate';

/** Whether a line was put forward as the constraint, and is no note of the meeting. */
export function isCandidate({ kind, tags }: Pick<ReviewItem, 'kind' | 'tags'>): boolean {
  return kind === 'note' && tags.includes(CANDIDATE_TAG);
}
