import { SvgChart } from '#renderer/src/charts/SvgChart.tsx';
import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { STATE_SHAPES } from '#renderer/src/ui/state-shapes.ts';
import { drawSparkline } from '#shared/charts/sparkline.ts';
import { dimensionById, dimensions } from '#shared/drive/catalogue.ts';
import type { Anomaly, DimensionRead } from '#shared/signals/reading.ts';
import styles from './DimensionTiles.module.css';

/** Fewer are no course of anything: a lone mark in an empty field says less than the sentence under it. */
const FEWEST_POINTS = 3;

function Counts({ read }: { readonly read: DimensionRead }) {
  const counts = [
    { state: 'worse' as const, count: read.worse },
    { state: 'better' as const, count: read.better },
    { state: 'changed' as const, count: read.changed },
  ].filter((one) => one.count > 0);
  return (
    <p className={styles.counts}>
      {counts.map(({ state, count }) => (
        <span key={state} data-tone={state}>
          <Mark shape={STATE_SHAPES[state]} tone={state} /> {count} {state}
        </span>
      ))}
      {counts.length === 0 && read.series > 0 && (
        <span data-tone={read.state}>
          <Mark shape={STATE_SHAPES[read.state]} tone={read.state} /> {read.state}
        </span>
      )}
    </p>
  );
}

function Tile({ read, anomaly }: { readonly read: DimensionRead; readonly anomaly: Anomaly | undefined }) {
  const dimension = dimensionById(read.dimension);
  return (
    <li className={styles.tile}>
      <h2>{dimension?.name ?? read.dimension}</h2>
      <p className={styles.question}>{dimension?.question}</p>
      <Counts read={read} />
      <div className={styles.chart}>
        {anomaly !== undefined && anomaly.reading.points.length >= FEWEST_POINTS && (
          <SvgChart svg={drawSparkline(anomaly.reading, 'home')} />
        )}
      </div>
      <p className={styles.sentence}>{read.sentence}</p>
      <p className={styles.foot}>
        {read.series === 0 ? 'Not measured' : `${read.series} series`}
        {read.stale.length > 0 && <strong>{read.stale.length} stale</strong>}
      </p>
    </li>
  );
}

/** The five dimensions side by side: what changed, and what is stale or not measured. */
export function DimensionTiles() {
  const { state } = useCurrentState();
  if (state === null) return null;
  return (
    <ul className={styles.tiles}>
      {dimensions.map(({ id }) => {
        const read = state.dimensions.find((one) => one.dimension === id);
        const first = [...state.anomalies, ...state.wins].find((one) => one.dimension === id);
        return read === undefined ? null : <Tile key={id} read={read} anomaly={first} />;
      })}
    </ul>
  );
}
