import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import { scaled } from '#shared/tabular/exact.ts';
import { aggregate, byStart, pick, total } from '#shared/tabular/point-groups.ts';
import type { SeriesSummary } from '#shared/tabular/reading.ts';

/** What a rate was made of. */
export type Ratio = { readonly numerator: number; readonly denominator: number };

export type CollectedSeries = {
  readonly header: SeriesHeader;
  readonly asReadUnit: string | null;
  count: number;
  /** Values that are rates with their parts; where only some are, none is taken as one. */
  rates: number;
};

/** A number of values come under one target: their series, and what makes stored values of those as read. */
export type Target = { readonly series: number; readonly factor: number };

/** Values by series, as columns of equal length. */
export type Sorted = {
  readonly targets: Uint32Array;
  readonly starts: Float64Array;
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  readonly lines: Uint32Array;
};

type Point = { readonly value: number } & Ratio;

function periodText(ms: number, header: SeriesHeader): string {
  const iso = new Date(ms).toISOString();
  return header.grain === 'instant' ? iso.replace('.000Z', 'Z') : iso.slice(0, 10);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** One series among the sorted values, before equal starts are brought together. */
type Slice = {
  readonly series: CollectedSeries;
  readonly starts: Float64Array;
  /** As read. */
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  readonly lines: Uint32Array;
  readonly factorAt: (at: number) => number;
  /** Whether all values are stored as they were read. */
  readonly isAsRead: boolean;
};

function sliceOf(sorted: Sorted, from: number, series: CollectedSeries, factors: Float64Array): Slice {
  const to = from + series.count;
  const isRate = series.rates === series.count && series.rates > 0;
  return {
    series,
    starts: sorted.starts.subarray(from, to),
    values: sorted.values.subarray(from, to),
    numerators: isRate ? (sorted.numerators?.subarray(from, to) ?? null) : null,
    denominators: isRate ? (sorted.denominators?.subarray(from, to) ?? null) : null,
    lines: sorted.lines.subarray(from, to),
    factorAt: (at) => factors[sorted.targets[from + at] as number] ?? 1,
    isAsRead: sorted.targets.subarray(from, to).every((target) => factors[target] === 1),
  };
}

/** One point of several values; rates are added up as numerators and denominators. */
function pointOf(slice: Slice, group: readonly number[]): Point {
  const { numerators, denominators, values, series, factorAt } = slice;
  if (numerators === null || denominators === null) {
    const stored = group.map((at) => scaled(values[at] as number, factorAt(at)));
    return {
      value: aggregate(stored, series.header.aggregation),
      numerator: Number.NaN,
      denominator: Number.NaN,
    };
  }
  const numerator = total(pick(numerators, group));
  const denominator = total(pick(denominators, group));
  return { value: denominator > 0 ? numerator / denominator : Number.NaN, numerator, denominator };
}

function summaryOf(slice: Slice, groups: readonly (readonly number[])[] | null): SeriesSummary {
  const { header, asReadUnit, count } = slice.series;
  const { metric, metricName, entity, grain, aggregation } = header;
  const points = groups?.length ?? count;
  const end = (at: number): SeriesSummary['first'] => {
    const group = groups === null ? [at] : groups[at];
    const start = slice.starts[group?.[0] ?? -1];
    if (group === undefined || start === undefined) return null;
    const rate = pointOf(slice, group);
    const read = aggregate(pick(slice.values, group), aggregation);
    const value = Number.isNaN(rate.denominator) ? read : rate.value;
    return { period: periodText(start, header), value: finite(value) };
  };
  const ends = { first: end(0), last: end(points - 1) };
  return { metric, metricName, entity, unit: asReadUnit, grain, points, ...ends };
}

/**
 * Turns the values of one series into its points, which stand from `at` on; the place behind the last of them. No
 * point stands behind the values that it was made of, so the same columns hold both.
 */
function settle(
  sorted: Sorted,
  at: number,
  slice: Slice,
): { readonly next: number; readonly summary: SeriesSummary } {
  const { starts, values, lines, factorAt, isAsRead } = slice;
  const groups = byStart(starts);
  const count = groups?.length ?? starts.length;
  const summary = summaryOf(slice, groups);
  if (groups === null && sorted.denominators === null && isAsRead) {
    sorted.starts.set(starts, at);
    sorted.values.set(values, at);
    sorted.lines.set(lines, at);
    return { next: at + count, summary };
  }
  for (let each = 0; each < count; each += 1) {
    const place = at + each;
    const first = groups === null ? each : (groups[each]?.[0] ?? 0);
    const start = starts[first] as number;
    const line = lines[first] as number;
    if (groups === null && sorted.denominators === null) {
      sorted.values[place] = scaled(values[each] as number, factorAt(each));
    } else {
      const point = pointOf(slice, groups?.[each] ?? [each]);
      sorted.values[place] = point.value;
      if (sorted.numerators !== null) sorted.numerators[place] = point.numerator;
      if (sorted.denominators !== null) sorted.denominators[place] = point.denominator;
    }
    sorted.starts[place] = start;
    sorted.lines[place] = line;
  }
  return { next: at + count, summary };
}

/** The points of all series, which stand one after the other, and a line about each. */
export function settleSeries(
  sorted: Sorted,
  all: readonly CollectedSeries[],
  targets: readonly Target[],
): { readonly points: PointTable; readonly series: readonly SeriesSummary[] } {
  const summaries: SeriesSummary[] = [];
  const factors = Float64Array.from(targets, (target) => target.factor);
  // The number of a series takes the place of the target that it was found by, which has been read by then.
  const seriesIndex = sorted.targets;
  let from = 0;
  let at = 0;
  for (const series of all) {
    const { next, summary } = settle(sorted, at, sliceOf(sorted, from, series, factors));
    seriesIndex.fill(summaries.length, at, next);
    summaries.push(summary);
    from += series.count;
    at = next;
  }
  const headers = all.map((series) => series.header);
  return { points: cut({ ...sorted, series: headers, seriesIndex }, at), series: summaries };
}

/** The table without the room that grouped values left. Its buffers are handed to other threads, so they are exact. */
function cut(table: PointTable, size: number): PointTable {
  const { series, seriesIndex, starts, values, numerators, denominators, lines } = table;
  const fitted = { series, seriesIndex, starts, values, numerators, denominators, lines };
  if (starts.length === size) return fitted;
  return {
    series,
    seriesIndex: seriesIndex.slice(0, size),
    starts: starts.slice(0, size),
    values: values.slice(0, size),
    numerators: numerators?.slice(0, size) ?? null,
    denominators: denominators?.slice(0, size) ?? null,
    lines: lines.slice(0, size),
  };
}
