import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useRegisters, useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { LiveReview } from './LiveReview.tsx';
import { NoReview } from './NoReview.tsx';

/** The live review where there is one, else where to start one or what became of the last. */
export function LivePage() {
  const current = useCurrentReview();
  const { reviews } = useRegisters();
  const running = current?.status === 'live' || current?.status === 'suspended' ? current.id : null;
  const review = useReview(running);
  if (review !== null) return <LiveReview review={review} />;
  return <NoReview planned={current} last={reviews.findLast((one) => one.status === 'closed') ?? null} />;
}
