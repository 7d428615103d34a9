import { useMemo } from 'react';
import { useCaptureContext as useRoomContext } from '#renderer/src/data/capture-context.ts';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { CaptureContext, CaptureKind } from '#shared/review/capture/capture.ts';
import type { Review } from '#shared/review/review.ts';

/** What a line is about: the anomaly on the stage, or the one that a corrected entry was taken down for. */
function anomalyOf(ask: Ask | null, review: Review): string | null {
  if (ask === null) return review.currentAnomaly;
  if (ask.kind === 'edit') return review.items.find(({ id }) => id === ask.item)?.anomaly ?? null;
  return ask.kind === 'verdict' ? ask.anomaly : review.currentAnomaly;
}

/** What the room knows when a line is typed now: people, dates, and the anomaly that it is about. */
export function useCaptureContext(pressed: CaptureKind, ask: Ask | null = null): CaptureContext {
  const { review } = useLive();
  const room = useRoomContext();
  const about = anomalyOf(ask, review);
  return useMemo(() => {
    const shown = review.anomalies.find((anomaly) => anomaly.id === about);
    const anomaly = shown === undefined ? null : { id: shown.id, dimension: shown.dimension };
    return { ...room, pressed, anomaly };
  }, [review, room, pressed, about]);
}
