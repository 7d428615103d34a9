import { studentQuantile, studentTail } from '#shared/signals/distributions/student.ts';

/** An effect with its 95 % interval. */
export type Interval = { readonly effect: number; readonly low: number; readonly high: number };

export type Sample = { readonly n: number; readonly mean: number; readonly sd: number };

const ROUNDING = 1e-12;

/** 0.975 of a normal distribution. */
const Z95 = 1.959963984540054;

export function sampleOf(values: readonly number[]): Sample {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
  return { n, mean, sd };
}

/**
 * How much higher the values of `after` are: the median of all differences between one of them and one before, with
 * the interval of the rank-sum test in its normal approximation (Hodges and Lehmann 1963). O(n m log(n m)).
 */
export function hodgesLehmann(before: readonly number[], after: readonly number[]): Interval {
  const differences = new Float64Array(before.length * after.length);
  for (const [at, late] of after.entries()) {
    for (const [index, early] of before.entries()) differences[at * before.length + index] = late - early;
  }
  differences.sort();
  const count = differences.length;
  const n = before.length + after.length;
  const outside = count / 2 - Z95 * Math.sqrt((count * (n + 1)) / 12);
  const last = count - 1;
  const at = (index: number): number => differences[Math.max(0, Math.min(last, index))] ?? Number.NaN;
  const middle = (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
  return { effect: middle, low: at(Math.floor(outside)), high: at(last - Math.floor(outside)) };
}

export type Welch = { readonly t: number; readonly df: number; readonly p: number } & Interval;

/**
 * Difference of two means whose spreads may differ, with p of both sides (Welch 1947). `worth` is what share of its
 * points a series is worth where neighbours resemble each other, 1 where they do not.
 */
export function welch(before: Sample, after: Sample, worth = 1): Welch {
  const early = Math.max(2, before.n * worth);
  const late = Math.max(2, after.n * worth);
  const a = before.sd ** 2 / early;
  const b = after.sd ** 2 / late;
  const effect = after.mean - before.mean;
  const error = Math.sqrt(a + b);
  if (error === 0) {
    const t = effect === 0 ? 0 : Math.sign(effect) * Number.POSITIVE_INFINITY;
    return { t, df: early + late - 2, p: effect === 0 ? 1 : 0, effect, low: effect, high: effect };
  }
  const df = (a + b) ** 2 / (a ** 2 / (early - 1) + b ** 2 / (late - 1));
  const t = effect / error;
  const reach = studentQuantile(0.975, df) * error;
  return { t, df, p: 2 * studentTail(t, df), effect, low: effect - reach, high: effect + reach };
}

/** Lag-one autocorrelation of values around their own mean; 0 where they do not vary. */
export function lagOne(values: readonly number[]): number {
  const { mean } = sampleOf(values);
  let squares = 0;
  let products = 0;
  for (const [at, value] of values.entries()) {
    squares += (value - mean) ** 2;
    if (at > 0) products += (value - mean) * ((values[at - 1] ?? mean) - mean);
  }
  // Equal numbers may miss their mean by a bit each, and what is left of them resembles anything.
  return squares > values.length * (ROUNDING * mean) ** 2 ? products / squares : 0;
}

/**
 * What share of its points a series is worth: (1 - r) / (1 + r) where neighbours resemble each other more than chance
 * explains, r being that of both stretches around their own means, 1 otherwise.
 */
export function worthOf(before: readonly number[], after: readonly number[]): number {
  const n = before.length + after.length;
  const r = (lagOne(before) * before.length + lagOne(after) * after.length) / n;
  if (r < 2 / Math.sqrt(n)) return 1;
  const unbiased = Math.min(0.9, r + (1 + 3 * r) / n);
  return (1 - unbiased) / (1 + unbiased);
}

/** An interval made wider around its effect, as one of fewer points is. */
export function widened({ effect, low, high }: Interval, worth: number): Interval {
  const times = 1 / Math.sqrt(worth);
  return { effect, low: effect - (effect - low) * times, high: effect + (high - effect) * times };
}
