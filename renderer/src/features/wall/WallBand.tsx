import { memo } from 'react';
import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { hashOf } from '#renderer/src/state/pages.ts';
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
];

function newest(reading: SeriesReading): string {
  const value = reading.points.findLast((point) => point.value !== null)?.value;
  return value == null ? 'no value' : formatShort(value, reading.unit);
}

const Small = memo(function Small({ reading }: { readonly reading: SeriesReading }) {
  return (
    <li className={styles.small} data-state={reading.state}>
      <a
        href={hashOf({ page: 'metric', series: reading.id })}
        data-series={reading.id}
        aria-label={`${reading.sentence} ${reading.state}.`}
      >
        <span className={styles.head}>
          <b dir="auto">{reading.entityName}</b>
          <span className={styles.value}>{newest(reading)}</span>
        </span>
        <span className={styles.metric} dir="auto">
          {reading.metricName}
        </span>
        <SvgChart svg={drawSparkline(reading, 'wall')} />
      </a>
    </li>
  );
});

/** One dimension of the Wall. */
export function WallBand({ band }: { readonly band: Band }) {
  return (
    <section className={styles.band} aria-labelledby={`band-${band.id}`}>
      <header>
        <h2 id={`band-${band.id}`}>{band.name}</h2>
        {WORDS.map(({ state, word }) => {
          const count = band.readings.filter((reading) => reading.state === state).length;
          return count === 0 ? null : (
            <p key={state}>
              {count} {word}
            </p>
          );
        })}
        <p>of {band.readings.length}</p>
      </header>
      <ul>
        {band.readings.map((reading) => (
          <Small key={reading.id} reading={reading} />
        ))}
      </ul>
    </section>
  );
}
