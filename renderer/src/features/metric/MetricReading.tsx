import { useCallback, useMemo, useState } from 'react';
import { useEvents, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { ChosenPoint } from './ChosenPoint.tsx';
import { Happenings } from './Happenings.tsx';
import { Limits } from './Limits.tsx';
import { MetricCharts } from './MetricCharts.tsx';
import styles from './MetricPage.module.css';
import { MovingRange } from './MovingRange.tsx';
import { PointsTable } from './PointsTable.tsx';
import { pastLooksOf } from './past-looks.ts';
import { SloLine } from './SloLine.tsx';
import { TargetForm } from './TargetForm.tsx';
import { useHappenings } from './use-happenings.ts';
import { originWords, useOrigins } from './use-origins.ts';
import { WhySignal } from './WhySignal.tsx';

/** The charts of a series with what stands behind them. */
export function MetricReading({ reading }: { readonly reading: SeriesReading }) {
  const [chosen, setChosen] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const origins = useOrigins(reading);
  const happenings = useHappenings(reading);
  const events = useEvents();
  const { verdicts } = useRegisters();
  const past = useMemo(() => pastLooksOf(reading.id, events, verdicts), [reading.id, events, verdicts]);
  const from = useCallback(
    (period: Day) => (origins.get(period) ?? []).map(originWords).join('; '),
    [origins],
  );
  const newest = reading.points.length - 1;
  const shown = Math.min(pointed ?? chosen ?? newest, newest);
  const point = reading.points[shown];
  // What is written down is about the chosen point, whatever the pointer passes over on its way to the form.
  const on = reading.points[Math.min(chosen ?? newest, newest)]?.period;
  if (point === undefined || on === undefined) {
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
        <MetricCharts
          reading={reading}
          happenings={happenings}
          past={past}
          from={from}
          marked={marked}
          onChoose={choose}
          onPoint={setPointed}
        />
        <SloLine reading={reading} />
        <WhySignal reading={reading} />
        <MovingRange reading={reading} marked={marked} onChoose={choose} onPoint={setPointed} />
        <PointsTable reading={reading} origins={origins} chosen={shown} onChoose={choose} />
      </div>
      <div className={styles.side}>
        <ChosenPoint reading={reading} index={shown} origins={origins.get(point.period) ?? []} />
        <Limits reading={reading} from={on} happenings={happenings} />
        <TargetForm reading={reading} />
        <Happenings reading={reading} on={on} happenings={happenings} />
      </div>
    </div>
  );
}
