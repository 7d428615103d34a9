import { useMemo, useState } from 'react';
import { ProcessBehaviourChart } from '#renderer/src/charts/ProcessBehaviourChart.tsx';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { CHART_SIZES } from '#shared/charts/chart-size.ts';
import { toMovingRanges } from '#shared/charts/moving-range.ts';
import { levelNamesWidth } from '#shared/charts/phase-bands.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChosenPoint } from './ChosenPoint.tsx';
import { Happenings } from './Happenings.tsx';
import { Limits } from './Limits.tsx';
import styles from './MetricPage.module.css';
import { Patterns } from './Patterns.tsx';
import { PointsTable } from './PointsTable.tsx';
import { pointSentence, statusWords } from './point-words.ts';
import { eventsOn } from './series-events.ts';
import { TargetForm } from './TargetForm.tsx';
import { useOrigins } from './use-origins.ts';

const CHART_HEIGHT = 300;
const RANGE_HEIGHT = 132;

/** The charts of a series with what stands behind them. */
export function MetricReading({ reading }: { readonly reading: SeriesReading }) {
  const registers = useRegisters();
  const [wanted, setWanted] = useState<number | null>(null);
  const origins = useOrigins(reading);
  const events = useMemo(() => eventsOn(reading, registers), [reading, registers]);
  const ranges = useMemo(() => toMovingRanges(reading), [reading]);
  const measures = CHART_SIZES.app;
  // Both plots end at the same place, so that a point stands above its own moving range.
  const room = Math.max(levelNamesWidth(reading, measures), levelNamesWidth(ranges, measures));
  const newest = reading.points.length - 1;
  const chosen = Math.min(wanted ?? newest, newest);
  const point = reading.points[chosen];
  const range = ranges.points[chosen];
  if (point === undefined || range === undefined) {
    return <p className={styles.waiting}>This series has no points yet.</p>;
  }
  const shown = wanted === null ? null : chosen;
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <p className={styles.sentence}>{reading.sentence}</p>
        <ProcessBehaviourChart
          reading={reading}
          height={CHART_HEIGHT}
          room={room}
          events={events}
          chosen={shown}
          onChoose={setWanted}
          chosenText={pointSentence(point, reading)}
        />
        <p className={styles.why}>
          {statusWords(reading.status)}: {reading.why}.
        </p>
        {reading.phases.length > 0 && (
          <Section title="Moving range" remark={`from one ${reading.grain} to the next`}>
            <ProcessBehaviourChart
              reading={ranges}
              height={RANGE_HEIGHT}
              room={room}
              chosen={shown}
              onChoose={setWanted}
              chosenText={pointSentence(range, reading)}
            />
          </Section>
        )}
        <PointsTable reading={reading} origins={origins} chosen={chosen} onChoose={setWanted} />
      </div>
      <div className={styles.side}>
        <ChosenPoint reading={reading} index={chosen} origins={origins.get(point.period) ?? []} />
        <Patterns reading={reading} />
        <Limits reading={reading} from={point.period} />
        <TargetForm reading={reading} />
        <Happenings reading={reading} on={point.period} />
      </div>
    </div>
  );
}
