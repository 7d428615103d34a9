import { useEffect, useSyncExternalStore } from 'react';
import { useAppend, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { spansOf } from '#shared/review/clock-at.ts';
import type { Review } from '#shared/review/review.ts';
import type { Standstill } from '#shared/review/steady-clock.ts';
import { inReview } from './authoring.ts';
import { useLive } from './live.ts';

/** A standstill that short was no sleep worth a question. */
const WORTH_ASKING_MS = 20_000;

/** Whether the clock of the review ran when everything stood still, and nobody was asked about it yet. */
function isUnasked(review: Review, { fromMs, toMs }: Standstill): boolean {
  const ran = spansOf(review, toMs).some(
    (span) => span.kind === 'running' && span.fromMs <= fromMs && fromMs < span.toMs,
  );
  return ran && !review.gaps.some((gap) => gap.fromMs < toMs && fromMs < gap.toMs);
}

/** Notices that the machine slept while the clock ran, and puts the gap on record for somebody to judge. */
export function useSleepWatch(): void {
  const { review } = useLive();
  const { clock } = useWorkspace();
  const append = useAppend();
  const standstills = useSyncExternalStore(clock.subscribe, clock.standstills);
  const unasked = standstills.filter(
    (one) => one.toMs - one.fromMs >= WORTH_ASKING_MS && isUnasked(review, one),
  );
  useEffect(() => {
    const gaps = unasked.map((one) => ({
      from: new Date(one.fromMs).toISOString(),
      to: new Date(one.toMs).toISOString(),
    }));
    if (gaps.length > 0) append(gaps.map((span) => inReview(review, 'gap-noticed', span)));
  });
}
