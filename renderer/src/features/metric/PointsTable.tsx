import { useState } from 'react';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { firedPoints } from '#shared/charts/point-marks.ts';
import type { Day } from '#shared/day.ts';
import { formatShort } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import styles from './PointsTable.module.css';
import { countsOf, readingWords, shortSpan, unitBeside } from './point-words.ts';
import { type Origin, originWords } from './use-origins.ts';

const FIRST_ROWS = 13;

type Props = {
  readonly reading: SeriesReading;
  readonly origins: ReadonlyMap<Day, readonly Origin[]>;
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
};

/** The chart as a table, newest period first: every value with its parts, limits, reading and rows. */
export function PointsTable({ reading, origins, chosen, onChoose }: Props) {
  const [all, setAll] = useState(false);
  const { points, unit, grain } = reading;
  const counted = points.some((point) => point.denominator !== null);
  const fired = firedPoints(points);
  const beside = unitBeside(unit);
  const newestFirst = points.map((point, index) => ({ point, index })).toReversed();
  const shown = all ? newestFirst : newestFirst.slice(0, FIRST_ROWS);
  return (
    <Section
      title="Points"
      remark={[String(points.length), beside === null ? '' : `in ${unit}`, 'newest first']
        .filter(Boolean)
        .join(', ')}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable from the keyboard. */}
      <section className={styles.scroll} aria-label="Points of the series" tabIndex={0}>
        <table className={styles.table}>
          <caption className="visually-hidden">{reading.sentence}</caption>
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col">Value</th>
              {counted && <th scope="col">Counted</th>}
              <th scope="col">Mean</th>
              <th scope="col">Limits</th>
              <th scope="col">Moved by</th>
              <th scope="col">Reading</th>
              <th scope="col">File and line</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ point, index }) => (
              <tr
                key={point.period}
                data-chosen={index === chosen || undefined}
                onClick={() => onChoose(index)}
              >
                <th scope="row">
                  {fullPeriodName(point.period, grain)} <small>{point.period}</small>
                </th>
                <td data-figure>{point.value === null ? 'no value' : formatShort(point.value, unit)}</td>
                {counted && <td data-figure>{countsOf(point, unit)}</td>}
                <td data-figure>{point.centre === null ? '' : formatShort(point.centre, unit)}</td>
                <td data-figure>
                  {point.lower === null || point.upper === null
                    ? ''
                    : shortSpan(point.lower, point.upper, unit)}
                </td>
                <td data-figure>{point.movingRange === null ? '' : formatShort(point.movingRange, unit)}</td>
                <td data-words>{readingWords(point, fired[index] ?? null)}</td>
                <td data-words dir="auto">
                  {(origins.get(point.period) ?? []).map(originWords).join('; ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {points.length > FIRST_ROWS && (
        <Button look="link" onPress={() => setAll(!all)}>
          {all ? 'Show the newest only' : `Show all ${points.length} points`}
        </Button>
      )}
    </Section>
  );
}
