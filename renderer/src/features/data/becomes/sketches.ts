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
  readonly from: Day;
  readonly to: Day;
  /** Values in order of time, as many as a small chart can show; null where missing. */
  readonly values: readonly (number | null)[];
};

/** A small chart has no room for more. */
const MOST_VALUES = 120;

/** Positions of the points of the first series, each in order of time. */
function placesOf(points: PointTable, most: number): readonly (readonly number[])[] {
  const places: number[][] = Array.from({ length: Math.min(most, points.series.length) }, () => []);
  for (let at = 0; at < points.seriesIndex.length; at += 1) places[points.seriesIndex[at] ?? -1]?.push(at);
  return places.map((list) => list.sort((a, b) => (points.starts[a] ?? 0) - (points.starts[b] ?? 0)));
}

/** Every so many-th value, the last one always. */
function thinned(values: readonly (number | null)[]): readonly (number | null)[] {
  const step = Math.ceil(values.length / MOST_VALUES);
  if (step <= 1) return values;
  return values.filter((_, at) => at % step === 0 || at === values.length - 1);
}

function sketchOf(points: PointTable, header: SeriesHeader, places: readonly number[]): Sketch {
  const values = places.map((at) => {
    const value = points.values[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  });
  const known = values.filter((value) => value !== null);
  const start = (at: number | undefined): Day => msToDay(points.starts[at ?? -1] ?? 0);
  return {
    header,
    count: known.length,
    missing: values.length - known.length,
    first: known[0] ?? null,
    last: known.at(-1) ?? null,
    min: known.length === 0 ? null : known.reduce((least, value) => Math.min(least, value)),
    max: known.length === 0 ? null : known.reduce((most, value) => Math.max(most, value)),
    from: start(places[0]),
    to: start(places.at(-1)),
    values: thinned(values),
  };
}

/** The first series of a file at a glance. */
export function sketchesOf(points: PointTable, most: number): readonly Sketch[] {
  const places = placesOf(points, most);
  return places.map((list, index) => sketchOf(points, points.series[index] as SeriesHeader, list));
}

/** First and last day of all points; null where there is none. */
export function spanOfPoints(points: PointTable): { readonly from: Day; readonly to: Day } | null {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const start of points.starts) {
    if (start < first) first = start;
    if (start > last) last = start;
  }
  return first > last ? null : { from: msToDay(first), to: msToDay(last) };
}
