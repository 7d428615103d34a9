import { useMemo } from 'react';
import { useCaptureContext as useRoomContext } from '#renderer/src/data/capture-context.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import type { CaptureContext, CaptureKind } from '#shared/review/capture/capture.ts';

/** What the room knows when a line is typed now: people, dates, and the anomaly on the stage. */
export function useCaptureContext(pressed: CaptureKind): CaptureContext {
  const { review } = useLive();
  const room = useRoomContext();
  return useMemo(() => {
    const shown = review.anomalies.find((anomaly) => anomaly.id === review.currentAnomaly);
    const anomaly = shown === undefined ? null : { id: shown.id, dimension: shown.dimension };
    return { ...room, pressed, anomaly };
  }, [review, room, pressed]);
}
