import { type Day, msToDay } from '#shared/day.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

/** One series of a file at a glance, in the unit in which it is stored. */
export type Sketch = {
  readonly header: SeriesHeader;
  readonly count: number;
  readonly missing: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly min: number | null;
  readonly max: number | null;
  /** Values in order of time, as many as a small chart can show; null where missing. */
  readonly values: readonly (number | null)[];
};

/** A small chart has no room for more. */
const MOST_VALUES = 120;

/** Where the points of a series stand: together, in the table of a file. */
type Range = { readonly from: number; readonly to: number };

function rangesOf({ seriesIndex }: PointTable, most: number): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  while (from < seriesIndex.length && ranges.length < most) {
    const series = seriesIndex[from];
    let to = from + 1;
    while (to < seriesIndex.length && seriesIndex[to] === series) to += 1;
    ranges.push({ from, to });
    from = to;
  }
  return ranges;
}

function isAscending(starts: Float64Array): boolean {
  for (let at = 1; at < starts.length; at += 1) if ((starts[at] ?? 0) < (starts[at - 1] ?? 0)) return false;
  return true;
}

/** The values of a range in order of time. */
function inOrder(points: PointTable, { from, to }: Range): Float64Array {
  const starts = points.starts.subarray(from, to);
  const values = points.values.subarray(from, to);
  if (isAscending(starts)) return values;
  const places = Uint32Array.from(starts, (_, at) => at);
  places.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  return Float64Array.from(places, (place) => values[place] ?? Number.NaN);
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Every so many-th value, the last one always. */
function thinned(values: Float64Array): readonly (number | null)[] {
  const step = Math.max(1, Math.ceil(values.length / MOST_VALUES));
  const shown: (number | null)[] = [];
  for (let at = 0; at < values.length; at += step) shown.push(known(values[at]));
  if ((values.length - 1) % step !== 0) shown.push(known(values.at(-1)));
  return shown;
}

function sketchOf(points: PointTable, header: SeriesHeader, range: Range): Sketch {
  const values = inOrder(points, range);
  let missing = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (Number.isNaN(value)) missing += 1;
    else {
      if (value < min) min = value;
      if (value > max) max = value;
    }
  }
  const count = values.length - missing;
  return {
    header,
    count,
    missing,
    first: known(values.find((value) => !Number.isNaN(value))),
    last: known(values.findLast((value) => !Number.isNaN(value))),
    min: count === 0 ? null : min,
    max: count === 0 ? null : max,
    values: thinned(values),
  };
}

/** The first series of a file at a glance. */
export function sketchesOf(points: PointTable, most: number): readonly Sketch[] {
  return rangesOf(points, most).flatMap((range) => {
    const header = points.series[points.seriesIndex[range.from] ?? -1];
    return header === undefined ? [] : [sketchOf(points, header, range)];
  });
}

/** What all points have in common: their first and last day, null where there is none, and how many are missing. */
export type PointsSpan = { readonly from: Day; readonly to: Day; readonly missing: number };

export function spanOfPoints({ starts, values }: PointTable): PointsSpan | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let missing = 0;
  for (let at = 0; at < starts.length; at += 1) {
    const start = starts[at] as number;
    if (start < first) first = start;
    if (start > last) last = start;
    if (Number.isNaN(values[at])) missing += 1;
  }
  return first > last ? null : { from: msToDay(first), to: msToDay(last), missing };
}
