/**
 * How the mean moving range becomes three sigma: `table` is 3 / 1.128 as R qcc has it, `exact` 3 / (2 / sqrt(pi)),
 * `wheeler` the printed 2.66.
 */
export type LimitFactor = 'table' | 'exact' | 'wheeler';

const FACTORS: Readonly<Record<LimitFactor, number>> = {
  table: 3 / 1.128,
  exact: 3 / (2 / Math.sqrt(Math.PI)),
  wheeler: 2.66,
};

/** D4 of two points: the upper limit of the moving range is this many mean moving ranges (qcc, qicharts2). */
export const RANGE_FACTOR = 3.267;

export type ProcessLimits = {
  /** Values and moving ranges that the limits rest on. */
  readonly n: number;
  readonly ranges: number;
  readonly centre: number;
  readonly lower: number;
  readonly upper: number;
  /** Mean moving range and the upper limit of the moving range chart. */
  readonly averageRange: number;
  readonly upperRange: number;
};

export function limitFactor(kind: LimitFactor): number {
  return FACTORS[kind];
}

/**
 * Factor on the mean moving range for a new point judged by a baseline of `m` points, so that a stable series gives a
 * false point in 27 of 10,000 cases however short its baseline. Measured on 200,000 simulated baselines each.
 */
const SHORT_BASELINE: readonly (readonly [m: number, factor: number])[] = [
  [4, 9.62],
  [5, 7.06],
  [6, 5.84],
  [8, 4.71],
  [10, 4.17],
  [12, 3.85],
  [14, 3.65],
  [16, 3.5],
  [20, 3.3],
  [24, 3.19],
  [30, 3.07],
  [40, 2.96],
  [52, 2.89],
  [104, 2.77],
];

/** The corrected factor for any baseline length: interpolated in the table, on 1 / m beyond its end. */
export function correctedFactor(m: number, kind: LimitFactor = 'table'): number {
  const ideal = FACTORS[kind];
  const [first] = SHORT_BASELINE;
  if (first === undefined || m < first[0]) return Number.POSITIVE_INFINITY;
  let before = first;
  for (const row of SHORT_BASELINE) {
    if (row[0] >= m) {
      const share = row[0] === before[0] ? 0 : (m - before[0]) / (row[0] - before[0]);
      return before[1] + share * (row[1] - before[1]);
    }
    before = row;
  }
  return ideal + ((before[1] - ideal) * before[0]) / m;
}

/**
 * Limits of the values from `from` to before `to`. A missing value (NaN) breaks the moving range; with fewer than two
 * neighbours there is no range and the limits are null.
 */
export function processLimits(
  values: Float64Array,
  from: number,
  to: number,
  factor: number,
): ProcessLimits | null {
  let n = 0;
  let ranges = 0;
  let sum = 0;
  let rangeSum = 0;
  let before = Number.NaN;
  let first = Number.NaN;
  for (let index = from; index < to; index++) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      if (n === 0) first = value;
      n++;
      sum += value;
      if (!Number.isNaN(before)) {
        ranges++;
        rangeSum += Math.abs(value - before);
      }
    }
    before = value;
  }
  if (ranges === 0) return null;
  const averageRange = rangeSum / ranges;
  // The sum of equal numbers may miss their mean by one bit, and then every point of a constant lies "outside".
  const centre = averageRange === 0 ? first : sum / n;
  const distance = factor * averageRange;
  return {
    n,
    ranges,
    centre,
    lower: centre - distance,
    upper: centre + distance,
    averageRange,
    upperRange: RANGE_FACTOR * averageRange,
  };
}

/** |x - previous x| for each point; NaN where either is missing and at the first point of the stretch. */
export function movingRanges(values: Float64Array, from: number, to: number, into: Float64Array): void {
  for (let index = from; index < to; index++) {
    const value = values[index] ?? Number.NaN;
    const before = index > from ? (values[index - 1] ?? Number.NaN) : Number.NaN;
    into[index] = Math.abs(value - before);
  }
}

/**
 * How much neighbouring values resemble each other: the lag-one autocorrelation of the values from `from` to before
 * `to`, corrected for its bias, or 0 where it is no more than chance (one-sided 5 %). Under 12 values nothing can be
 * told. Negative resemblance only makes limits wider than needed and counts as none.
 */
export function resemblance(values: Float64Array, from: number, to: number, centre: number): number {
  let n = 0;
  let pairs = 0;
  let squares = 0;
  let products = 0;
  let before = Number.NaN;
  for (let index = from; index < to; index++) {
    const away = (values[index] ?? Number.NaN) - centre;
    if (!Number.isNaN(away)) {
      n++;
      squares += away * away;
      if (!Number.isNaN(before)) {
        pairs++;
        products += away * before;
      }
    }
    before = away;
  }
  if (n < 12 || squares === 0 || pairs === 0) return 0;
  const r = products / squares;
  return r > 1.645 / Math.sqrt(n) ? Math.min(0.9, r + (1 + 3 * r) / n) : 0;
}
