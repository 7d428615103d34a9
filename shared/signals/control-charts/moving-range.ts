import { at } from './control-chart.ts';

/** d2 of two points as R qcc, qicharts2 and the printed tables have it: sigma is the mean moving range over this. */
export const D2 = 1.128;

/** D4 of two points: ranges from this many mean ranges on are left out of a screened mean (Nelson 1982). */
export const D4 = 3.267;

export type Span = { readonly from: number; readonly to: number };

/**
 * Mean of the ranges that are there; with `screened` once more without those that reach D4 times the mean. Where
 * screening would leave no variation at all the first mean stands. NaN without a range.
 */
export function meanRange(ranges: readonly number[], screened: boolean): number {
  if (ranges.length === 0) return Number.NaN;
  const mean = ranges.reduce((sum, range) => sum + range, 0) / ranges.length;
  if (!screened) return mean;
  const kept = ranges.filter((range) => range < D4 * mean);
  const again = kept.reduce((sum, range) => sum + range, 0) / kept.length;
  return again > 0 ? again : mean;
}

/** |x - previous x| inside the span. A missing value (NaN) breaks the range on both of its sides. */
export function rangesWithin(values: Float64Array, { from, to }: Span): readonly number[] {
  const ranges: number[] = [];
  for (let index = from + 1; index < to; index++) {
    const range = Math.abs(at(values, index) - at(values, index - 1));
    if (!Number.isNaN(range)) ranges.push(range);
  }
  return ranges;
}

/** Mean of the values that are there; exactly their value where they are all the same. */
export function meanWithin(values: Float64Array, { from, to }: Span): number {
  let n = 0;
  let sum = 0;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let index = from; index < to; index++) {
    const value = at(values, index);
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return least === greatest ? least : sum / n;
}

/** Median of the values that are there, NaN without any. */
export function medianWithin(values: Float64Array, { from, to }: Span): number {
  const known = values.subarray(from, to).filter((value) => !Number.isNaN(value));
  known.sort();
  const half = known.length / 2;
  return known.length % 2 === 1 ? at(known, Math.floor(half)) : (at(known, half - 1) + at(known, half)) / 2;
}

/** Median of the ranges that are there, NaN without any. */
export function medianRange(ranges: readonly number[]): number {
  return medianWithin(Float64Array.from(ranges), { from: 0, to: ranges.length });
}
