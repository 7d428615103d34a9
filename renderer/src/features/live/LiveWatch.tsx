import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Review } from '#shared/review/review.ts';
import { LiveContext, useLiveParts } from './live.ts';
import { useAwake } from './use-awake.ts';
import { useSleepWatch } from './use-sleep-watch.ts';
import { useThresholds } from './use-thresholds.ts';

/**
 * What goes on whichever screen is open while a review is live: the display stays awake, sleep is noticed, and what the
 * clock passes is sounded and spoken.
 */
export function LiveWatch() {
  const current = useCurrentReview();
  const review = useReview(current?.status === 'live' ? current.id : null);
  return review === null ? null : <WatchOver review={review} />;
}

function WatchOver({ review }: { readonly review: Review }) {
  return (
    <LiveContext value={useLiveParts(review)}>
      <Watch />
    </LiveContext>
  );
}

function Watch() {
  useAwake();
  useSleepWatch();
  const threshold = useThresholds();
  return (
    <p role="status" className="visually-hidden">
      {threshold}
    </p>
  );
}
