import { fitAt, type Smoothing, smooth } from './loess.ts';

/** A series taken apart; the three add up to it. Columns of its length. */
export type Decomposition = {
  /** Repeats from period to period. */
  readonly seasonal: Float64Array;
  readonly trend: Float64Array;
  readonly remainder: Float64Array;
};

export type StlOptions = {
  /** Points until the season comes round. */
  readonly period: number;
  /** Lets outliers count for little. */
  readonly robust: boolean;
};

function nextOdd(width: number): number {
  const whole = Math.round(width);
  return whole % 2 === 0 ? whole + 1 : whole;
}

function every(window: number): number {
  return Math.ceil(window / 10);
}

type Widths = { readonly season: Smoothing; readonly trend: Smoothing; readonly low: Smoothing };

/** Widths for a season that repeats exactly, as R has them. */
function widthsOf(n: number, period: number): Widths {
  const season = 10 * n + 1;
  const trend = nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / season)));
  const low = nextOdd(period);
  return {
    season: { window: season, degree: 0, jump: every(season) },
    trend: { window: trend, degree: 1, jump: every(trend) },
    low: { window: low, degree: 1, jump: every(low) },
  };
}

function movingMean(values: Float64Array, width: number): Float64Array {
  const means = new Float64Array(values.length - width + 1);
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    sum += (values[at] ?? 0) - (at >= width ? (values[at - width] ?? 0) : 0);
    if (at >= width - 1) means[at - width + 1] = sum / width;
  }
  return means;
}

/** Each season's own points smoothed over the years, with one more period at either end. */
function cycleSeries(
  values: Float64Array,
  period: number,
  smoothing: Smoothing,
  trust: Float64Array | null,
): Float64Array {
  const extended = new Float64Array(values.length + 2 * period);
  for (let phase = 0; phase < period; phase++) {
    const own = values.filter((_, at) => at % period === phase);
    const ownTrust = trust?.filter((_, at) => at % period === phase) ?? null;
    const k = own.length;
    const smoothed = smooth(own, smoothing, ownTrust);
    const head = { left: 0, right: Math.min(smoothing.window, k) - 1 };
    const tail = { left: Math.max(0, k - smoothing.window), right: k - 1 };
    extended[phase] = fitAt(own, -1, head, smoothing, ownTrust) ?? smoothed[0] ?? 0;
    for (let at = 0; at < k; at++) extended[(at + 1) * period + phase] = smoothed[at] ?? 0;
    extended[(k + 1) * period + phase] = fitAt(own, k, tail, smoothing, ownTrust) ?? smoothed[k - 1] ?? 0;
  }
  return extended;
}

function minus(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, at) => value - (right[at] ?? 0));
}

/** How far each point is to be trusted: bisquare of its distance from the fit, 0 beyond six median distances. */
function trustIn(values: Float64Array, seasonal: Float64Array, trend: Float64Array): Float64Array {
  const distances = values.map((value, at) => Math.abs(value - (seasonal[at] ?? 0) - (trend[at] ?? 0)));
  const sorted = distances.toSorted();
  const n = sorted.length;
  const upper = Math.floor(n / 2);
  const limit = 3 * ((sorted[upper] ?? 0) + (sorted[n - upper - 1] ?? 0));
  return distances.map((distance) => {
    if (distance <= 0.001 * limit) return 1;
    return distance <= 0.999 * limit ? (1 - (distance / limit) ** 2) ** 2 : 0;
  });
}

/** The mean of the seasonal part at each place in the period, repeated. */
function repeated(seasonal: Float64Array, period: number): Float64Array {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  for (const [at, value] of seasonal.entries()) {
    sums[at % period] = (sums[at % period] ?? 0) + value;
    counts[at % period] = (counts[at % period] ?? 0) + 1;
  }
  return seasonal.map((_, at) => (sums[at % period] ?? 0) / (counts[at % period] ?? 1));
}

/**
 * Takes a series apart into a season that repeats exactly, a trend and what remains (STL, Cleveland 1990; R `stl` with
 * `s.window = "periodic"`). Values must all be there and fill two periods; the first one starts a period.
 */
export function stl(values: Float64Array, { period, robust }: StlOptions): Decomposition {
  const n = values.length;
  const widths = widthsOf(n, period);
  let trend: Float64Array = new Float64Array(n);
  let seasonal: Float64Array = new Float64Array(n);
  let trust: Float64Array | null = null;
  for (let outer = 0; outer <= (robust ? 15 : 0); outer++) {
    for (let inner = 0; inner < (robust ? 1 : 2); inner++) {
      const cycles = cycleSeries(minus(values, trend), period, widths.season, trust);
      const level = smooth(movingMean(movingMean(movingMean(cycles, period), period), 3), widths.low);
      seasonal = minus(cycles.subarray(period, period + n), level);
      trend = smooth(minus(values, seasonal), widths.trend, trust);
    }
    trust = trustIn(values, seasonal, trend);
  }
  const season = repeated(seasonal, period);
  return { seasonal: season, trend, remainder: minus(minus(values, season), trend) };
}
