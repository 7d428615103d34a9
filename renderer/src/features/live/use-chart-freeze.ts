import { useEffect, useRef } from 'react';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { chartsToFreeze } from '#shared/review/block-content.ts';
import { inReview } from './authoring.ts';
import { useLive } from './live.ts';

/** Freezes the series of blocks that came onto the agenda after the start, once for each, so that the room keeps what it saw. */
export function useChartFreeze(): void {
  const { review } = useLive();
  const { state } = useCurrentState();
  const append = useAppend();
  const asked = useRef(new Set<string>());
  useEffect(() => {
    if (state === null || review.status !== 'live') return;
    const charts = chartsToFreeze(review.blocks, state.readings, review.charts).filter(
      ({ id }) => !asked.current.has(id),
    );
    if (charts.length === 0) return;
    for (const { id } of charts) asked.current.add(id);
    append([inReview(review, 'charts-frozen', { charts: [...charts] })]);
  }, [review, state, append]);
}
