import { useEffect, useMemo, useRef } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { drawSparkline } from '#shared/charts/sparkline.ts';
import { formatShort } from '#shared/figures.ts';
import type { Direction } from '#shared/signals/reading.ts';
import styles from './AnomalyList.module.css';
import type { PlacedAnomaly } from './anomaly-order.ts';

const TONES: Readonly<Record<Direction, 'worse' | 'better' | 'changed'>> = {
  worse: 'worse',
  better: 'better',
  neither: 'changed',
};

type Props = { readonly placed: PlacedAnomaly; readonly selected: boolean; readonly onSelect: () => void };

/** One anomaly: what it is about, its chart, its newest value, and why it stands where it stands. */
export function AnomalyRow({ placed, selected, onSelect }: Props) {
  const { anomaly, place, fits } = placed;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) button.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  // Every key draws the list anew; of four hundred, the charts are what takes the time.
  const chart = useMemo(() => drawSparkline(anomaly.reading, 'list'), [anomaly.reading]);
  const tone = TONES[anomaly.direction];
  const newest = anomaly.reading.points.findLast((point) => point.value !== null)?.value ?? null;
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={styles.row}
        data-selected={selected || undefined}
        aria-current={selected || undefined}
        onClick={onSelect}
      >
        <span className={styles.place}>{place}</span>
        <span className={styles.what}>
          <Name strong>{anomaly.entityName}</Name>
          <Name>{anomaly.check?.name ?? anomaly.metricName}</Name>
        </span>
        {anomaly.reading.points.length > 0 ? <SvgChart svg={chart} /> : <span />}
        <span className={styles.value}>
          {newest === null ? '' : formatShort(newest, anomaly.reading.unit)}
        </span>
        <span className={styles.why}>
          <span data-tone={tone}>
            <Mark shape="diamond" tone={tone} /> {anomaly.check?.level === 'stop' ? 'stop' : tone}
          </span>
          <small>{anomaly.because.replace(/^[a-z-]+, /, '')}</small>
          {!fits && <small className={styles.over}>beyond its minutes</small>}
        </span>
      </button>
    </li>
  );
}
