import { shortDay } from '#renderer/src/ui/dates.ts';
import { Mark, type MarkShape } from '#renderer/src/ui/Mark.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { shapeOfRule } from '#shared/charts/point-marks.ts';
import { formatFigure, formatSpan } from '#shared/figures.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';
import styles from './MetricPage.module.css';
import { countsOf, rulesOf } from './point-words.ts';
import { type Origin, originWords } from './use-origins.ts';

type Props = {
  readonly reading: SeriesReading;
  readonly point: ChartPoint;
  readonly origins: readonly Origin[];
};

function toneOf(point: ChartPoint): 'worse' | 'better' | 'changed' | 'routine' {
  if (point.rules.length === 0) return 'routine';
  return point.direction === 'worse' || point.direction === 'better' ? point.direction : 'changed';
}

function markOf(point: ChartPoint): MarkShape {
  const [rule] = point.rules;
  const shape = rule === undefined ? 'circle' : shapeOfRule(rule);
  if (shape === 'circle') return 'dot';
  return shape === 'triangle-down' ? 'triangle' : shape;
}

/** The chosen point: value, parts, limits, rules, and the rows that it came from. */
export function ChosenPoint({ reading, point, origins }: Props) {
  const counts = countsOf(point);
  const { unit } = reading;
  return (
    <Section
      title={fullPeriodName(point.period, reading.grain)}
      remark={`from ${shortDay(point.period)}\u00a0${point.period.slice(0, 4)}`}
      first
    >
      <p className={styles.value} data-tone={toneOf(point)}>
        {formatFigure(point.value, unit)}
      </p>
      <dl className={styles.facts}>
        <div>
          <dt>Reading</dt>
          <dd>
            <Mark shape={markOf(point)} tone={toneOf(point)} /> {rulesOf(point)}
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
            <dd>{formatFigure(point.centre, unit)}</dd>
          </div>
        )}
        {point.lower !== null && point.upper !== null && (
          <div>
            <dt>Limits</dt>
            <dd>{formatSpan(point.lower, point.upper, unit)}</dd>
          </div>
        )}
        {point.movingRange !== null && (
          <div>
            <dt>Moved by</dt>
            <dd>{formatFigure(point.movingRange, unit)}</dd>
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
                  <span key={origin.file} className={styles.file} dir="auto">
                    {originWords(origin)}
                  </span>
                ))}
          </dd>
        </div>
      </dl>
    </Section>
  );
}
