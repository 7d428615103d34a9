import { Key } from '#renderer/src/ui/Key.tsx';
import { Mark, type MarkShape } from '#renderer/src/ui/Mark.tsx';
import type { Happening } from '#renderer/src/walk/happenings.ts';
import type { Shape } from '#shared/charts/chart-layout.ts';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { firedPoints } from '#shared/charts/point-marks.ts';
import { formatFigure, formatShort } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { countsOf, readingWords, shortSpan } from './point-words.ts';

type Props = {
  readonly reading: SeriesReading;
  readonly index: number;
  /** What happened in the period of the point. */
  readonly happened: readonly Happening[];
  readonly centreName: string;
};

export const MARK_TONES = {
  worse: 'worse',
  better: 'better',
  neither: 'changed',
  routine: 'routine',
} as const;
export const MARK_SHAPES: Readonly<Record<Shape, MarkShape>> = {
  circle: 'dot',
  diamond: 'diamond',
  square: 'square',
  triangle: 'triangle',
  'triangle-down': 'triangle-down',
};

/** The chosen point in one line under the chart, with the keys that move it. */
export function Readout({ reading, index, happened, centreName }: Props) {
  const point = reading.points[index];
  if (point === undefined) return null;
  const fired = firedPoints(reading.points)[index] ?? null;
  const { unit, grain } = reading;
  const counts = countsOf(point, unit);
  const facts = [
    ...(counts === null ? [] : [counts]),
    ...(point.centre === null ? [] : [`${centreName} ${formatShort(point.centre, unit)}`]),
    ...(point.lower === null || point.upper === null
      ? []
      : [`limits ${shortSpan(point.lower, point.upper, unit)}`]),
    ...(point.movingRange === null ? [] : [`moved by ${formatShort(point.movingRange, unit)}`]),
  ];
  return (
    <div className={styles.readout}>
      <p>
        <b>{fullPeriodName(point.period, grain)}</b>
        <strong>{formatFigure(point.value, unit)}</strong>
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
        <span>
          <Mark
            shape={point.mature ? MARK_SHAPES[fired?.shape ?? 'circle'] : 'open'}
            tone={MARK_TONES[fired?.tone ?? 'routine']}
          />{' '}
          {readingWords(point, fired)}
        </span>
        {happened.map((one) => (
          <span key={one.id} dir="auto">
            {one.number}. {one.text}
          </span>
        ))}
      </p>
      <p className={styles.keys} aria-hidden="true">
        <Key>←</Key>
        <Key>→</Key> points <Key>PgUp</Key>
        <Key>PgDn</Key> signals
      </p>
    </div>
  );
}
