import { memo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { hashOf } from '#renderer/src/state/pages.ts';
import { changeWallView } from '#renderer/src/state/wall-view.ts';
import { drawSparkline } from '#shared/charts/sparkline.ts';
import { formatShort } from '#shared/figures.ts';
import type { SeriesReading, SeriesState } from '#shared/signals/reading.ts';
import styles from './WallPage.module.css';
import type { Band } from './wall-bands.ts';

const WORDS: readonly { readonly state: SeriesState; readonly word: string }[] = [
  { state: 'worse', word: 'worse' },
  { state: 'changed', word: 'changed' },
  { state: 'better', word: 'better' },
  { state: 'stale', word: 'stale' },
  { state: 'missing', word: 'missing' },
];

function newest(reading: SeriesReading): string {
  const value = reading.points.findLast((point) => point.value !== null)?.value;
  return value == null ? 'no value' : formatShort(value, reading.unit);
}

type SmallProps = {
  readonly reading: SeriesReading;
  /** Tab reaches one chart of the Wall; the arrow keys go on from there. */
  readonly entry: boolean;
};

const Small = memo(function Small({ reading, entry }: SmallProps) {
  const word = WORDS.find((one) => one.state === reading.state)?.word;
  return (
    <li className={styles.small} data-state={reading.state}>
      <a
        href={hashOf({ page: 'metric', series: reading.id })}
        data-series={reading.id}
        tabIndex={entry ? 0 : -1}
        title={`${reading.entityName}, ${reading.metricName}`}
        aria-label={`${reading.sentence} ${reading.state}.`}
        onFocus={() => changeWallView({ at: reading.id })}
      >
        <span className={styles.head}>
          <b dir="auto">{reading.entityName}</b>
          <span className={styles.value}>{newest(reading)}</span>
        </span>
        <span className={styles.metric}>
          {word !== undefined && <i>{word}</i>} <span dir="auto">{reading.metricName}</span>
        </span>
        <SvgChart svg={drawSparkline(reading, 'wall')} />
      </a>
    </li>
  );
});

type Props = {
  readonly band: Band;
  /** The series that Tab reaches, when it is in this group. */
  readonly entry: string | null;
  /** Says how many of the group are in which state; never of teams, who are not held against each other. */
  readonly counted: boolean;
};

/** One group of the Wall. */
export function WallBand({ band, entry, counted }: Props) {
  const id = `band-${band.id.replaceAll(/\s/g, '-')}`;
  return (
    <section className={styles.band} aria-labelledby={id}>
      <header>
        <h2 id={id} dir="auto">
          {band.name}
        </h2>
        {counted &&
          WORDS.map(({ state, word }) => {
            const count = band.readings.filter((reading) => reading.state === state).length;
            return count === 0 ? null : (
              <p key={state}>
                {count} {word}
              </p>
            );
          })}
        <p>{counted ? `of ${band.readings.length}` : `${band.readings.length} series`}</p>
      </header>
      <ul>
        {band.readings.map((reading) => (
          <Small key={reading.id} reading={reading} entry={reading.id === entry} />
        ))}
      </ul>
    </section>
  );
}
