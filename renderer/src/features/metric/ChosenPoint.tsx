import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { firedPoints } from '#shared/charts/point-marks.ts';
import { formatFigure, formatShort } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { countsOf, readingWords, shortSpan } from './point-words.ts';
import { MARK_SHAPES, MARK_TONES } from './Readout.tsx';
import { importWords, type Origin, originWords } from './use-origins.ts';

type Props = {
  readonly reading: SeriesReading;
  readonly index: number;
  readonly origins: readonly Origin[];
};

/** How far from those before it, in standard deviations: `+2.1`, `−0.4`. */
function signedQ(q: number): string {
  return `${q < 0 ? '\u2212' : '+'}${Math.abs(q).toFixed(1)}`;
}

/** The chosen point: value, parts, limits, rules, and the rows that it came from. */
export function ChosenPoint({ reading, index, origins }: Props) {
  const point = reading.points[index];
  if (point === undefined) return null;
  const fired = firedPoints(reading.points)[index] ?? null;
  const tone = MARK_TONES[fired?.tone ?? 'routine'];
  const { unit } = reading;
  const counts = countsOf(point, unit);
  return (
    <Section
      title={fullPeriodName(point.period, reading.grain)}
      remark={`from ${shortDay(point.period)}\u00a0${point.period.slice(0, 4)}`}
      first
    >
      <p className={styles.value} data-tone={tone}>
        {formatFigure(point.value, unit)}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Reading</dt>
          <dd>
            <Mark shape={point.mature ? MARK_SHAPES[fired?.shape ?? 'circle'] : 'open'} tone={tone} />{' '}
            {readingWords(point, fired)}
          </dd>
        </div>
        {counts !== null && (
          <div>
            <dt>Counted</dt>
            <dd>{counts}</dd>
          </div>
        )}
        {point.centre !== null && (
          <div>
            <dt>Mean</dt>
            <dd>{formatShort(point.centre, unit)}</dd>
          </div>
        )}
        {point.lower !== null && point.upper !== null && (
          <div>
            <dt>Limits</dt>
            <dd>{shortSpan(point.lower, point.upper, unit)}</dd>
          </div>
        )}
        {point.movingRange !== null && (
          <div>
            <dt>Moved by</dt>
            <dd>{formatShort(point.movingRange, unit)}</dd>
          </div>
        )}
        {point.q != null && (
          <div>
            <dt>Q</dt>
            <dd>{signedQ(point.q)}</dd>
          </div>
        )}
        <div>
          <dt>Came from</dt>
          <dd>
            {origins.length === 0
              ? point.value === null
                ? 'nothing: no file has this period'
                : 'added up from the series of its parts'
              : origins.map((origin) => (
                  <span key={origin.snapshot} className={styles.file} dir="auto">
                    {originWords(origin)}
                    {origin.imported !== null && (
                      <small title={`SHA-256 ${origin.imported.sha256}`}>{importWords(origin)}</small>
                    )}
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
