import { spansOf } from './clock-at.ts';
import type { Review } from './review.ts';
import type { Standstill } from './steady-clock.ts';

/** A standstill that short was no sleep worth a question. */
const WORTH_ASKING_MS = 20_000;

/** Whether a standstill touches a review: the clock ran when it began. A clock that was set is taken off held ones too. */
function touches({ kind, fromMs, toMs }: Standstill, review: Pick<Review, 'marks' | 'gaps'>): boolean {
  return spansOf(review, toMs).some((span) => {
    if (kind === 'set') return span.fromMs < toMs && fromMs < span.toMs;
    return span.kind === 'running' && span.fromMs <= fromMs && fromMs < span.toMs;
  });
}

/** Of what a window saw, what a review has not on record yet: sleep to ask about, and clocks that were set. */
export function unrecorded(
  review: Pick<Review, 'marks' | 'gaps'>,
  standstills: readonly Standstill[],
): readonly Standstill[] {
  return standstills.filter(
    (one) =>
      one.toMs - one.fromMs >= WORTH_ASKING_MS &&
      !review.gaps.some((gap) => gap.fromMs < one.toMs && one.fromMs < gap.toMs) &&
      touches(one, review),
  );
}
