import { useMemo, useRef } from 'react';
import { useLive } from '#renderer/src/features/live/live.ts';
import { eventsNear } from '#renderer/src/walk/happenings.ts';
import { chartOf, PointedChart } from '#renderer/src/walk/PointedChart.tsx';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import type { ReviewAnomaly } from '#shared/review/review.ts';
import styles from './StageChart.module.css';
import { useStageLayout } from './stage-layout.ts';
import { useRoom } from './use-room.ts';

const LEAST = { width: 480, height: 200 };
/** Higher than this a chart only grows emptier. */
const MOST_HEIGHT = 448;

/** The chart of an anomaly as large as its place on the stage. The room sees the point that the console points at. */
export function StageChart({ anomaly }: { readonly anomaly: ReviewAnomaly }) {
  const { registers } = useLive();
  const { reading, onset, check } = anomaly;
  const place = useRef<HTMLDivElement>(null);
  const room = useRoom(place);
  const layout = useStageLayout();
  const size = useMemo(
    () =>
      room === null
        ? null
        : {
            ...CHART_SIZES[room.width > 900 ? 'stage-wide' : 'stage'],
            // Only as much as the names at the right end take.
            right: 24,
            width: Math.max(LEAST.width, room.width),
            height: Math.max(LEAST.height, Math.min(MOST_HEIGHT, room.height)),
          },
    [room],
  );
  const options = useMemo(
    () => (check === undefined ? { events: eventsNear(reading, onset, registers) } : {}),
    [reading, onset, registers, check],
  );
  return (
    <div className={styles['place']} ref={place}>
      {size !== null && (
        <PointedChart
          reading={reading}
          size={size}
          options={options}
          name={chartOf(anomaly)}
          by={layout === 'upper' ? 'hand' : 'pointer'}
        />
      )}
    </div>
  );
}
