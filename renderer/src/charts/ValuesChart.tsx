import styles from './ValuesChart.module.css';

type Props = {
  /** In order of time; null where missing, which is a gap. */
  readonly values: readonly (number | null)[];
  readonly label: string;
};

const WIDTH = 96;
const HEIGHT = 26;
const INSET = 3;

type Spot = { readonly x: number; readonly y: number };

function spotsOf(values: readonly (number | null)[]): readonly (Spot | null)[] {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const step = (WIDTH - 2 * INSET) / Math.max(1, values.length - 1);
  return values.map((value, at) => {
    if (value === null) return null;
    const share = high > low ? (value - low) / (high - low) : 0.5;
    const x = values.length === 1 ? WIDTH - INSET : INSET + at * step;
    return {
      x: Math.round(x * 10) / 10,
      y: Math.round((HEIGHT - INSET - share * (HEIGHT - 2 * INSET)) * 10) / 10,
    };
  });
}

function pathOf(spots: readonly (Spot | null)[]): string {
  return spots
    .map((spot, at) => (spot === null ? '' : `${spots[at - 1] == null ? 'M' : 'L'}${spot.x} ${spot.y}`))
    .join('');
}

/** Values as they are, before anything is judged: a line with its gaps and its last point. */
export function ValuesChart({ values, label }: Props) {
  const spots = spotsOf(values);
  const last = spots.findLast((spot) => spot !== null);
  const alone = spots.filter((spot, at) => spot !== null && spots[at - 1] == null && spots[at + 1] == null);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      <path d={pathOf(spots)} />
      {alone.map((spot) => spot !== null && <circle key={spot.x} cx={spot.x} cy={spot.y} r={1.4} />)}
      {last != null && <circle cx={last.x} cy={last.y} r={2.2} />}
    </svg>
  );
}
