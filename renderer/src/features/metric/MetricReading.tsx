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
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const origins = useOrigins(reading);
  const events = useMemo(() => eventsOn(reading, registers), [reading, registers]);
  const ranges = useMemo(() => toMovingRanges(reading), [reading]);
  const measures = CHART_SIZES.app;
  // Both plots end at the same place, so that a point stands above its own moving range.
  const room = Math.max(levelNamesWidth(reading, measures), levelNamesWidth(ranges, measures));
  const newest = reading.points.length - 1;
  const shown = Math.min(pointed ?? chosen ?? newest, newest);
  const point = reading.points[shown];
  const range = ranges.points[shown];
  // What is written down is about the chosen point, whatever the pointer passes over on its way to the form.
  const on = reading.points[Math.min(chosen ?? newest, newest)]?.period;
  if (point === undefined || range === undefined || on === undefined) {
    return <p className={styles.waiting}>This series has no points yet.</p>;
  }
  const marked = pointed ?? chosen;
  const choose = (index: number) => {
    setChosen(index);
    setPointed(null);
  };
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <p className={styles.sentence}>{reading.sentence}</p>
        <ProcessBehaviourChart
          reading={reading}
          height={CHART_HEIGHT}
          room={room}
          events={events}
          chosen={marked}
          onChoose={choose}
          onPoint={setPointed}
          chosenText={pointSentence(point, reading)}
        />
        <p className={styles.why}>
          {statusWords(reading.status)}
          {reading.status === 'values-only' ? '' : `: ${reading.why}`}.
        </p>
        {reading.phases.length > 0 && (
          <Section title="Moving range" remark={`from one ${reading.grain} to the next`}>
            <ProcessBehaviourChart
              reading={ranges}
              height={RANGE_HEIGHT}
              room={room}
              chosen={marked}
              onChoose={choose}
              onPoint={setPointed}
              chosenText={pointSentence(range, reading)}
            />
          </Section>
        )}
        <PointsTable reading={reading} origins={origins} chosen={shown} onChoose={choose} />
      </div>
      <div className={styles.side}>
        <ChosenPoint reading={reading} index={shown} origins={origins.get(point.period) ?? []} />
        <Patterns reading={reading} />
        <Limits reading={reading} from={on} />
        <TargetForm reading={reading} />
        <Happenings reading={reading} on={on} />
      </div>
    </div>
  );
}
