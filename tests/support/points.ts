import { type Day, dayToMs } from '#shared/day.ts';
import type { PointTable, Series, SeriesHeader } from '#shared/series/series.ts';

export const DEPLOYS: SeriesHeader = {
  metric: 'deployment-frequency',
  metricName: 'Deployment frequency',
  entity: 'checkout',
  unit: 'deployments/week',
  grain: 'day',
  aggregation: 'sum',
};

export function aHeader(changes: Partial<SeriesHeader> = {}): SeriesHeader {
  return { ...DEPLOYS, ...changes };
}

/** One row of a file: the header it belongs to, day, value and, for rates, its counts. */
export type PointRow = readonly [
  header: SeriesHeader,
  day: Day,
  value: number,
  numerator?: number,
  denominator?: number,
];

/** Points in file order; lines count from 2, below a header. */
export function pointsOf(rows: readonly PointRow[]): PointTable {
  const series = [...new Set(rows.map(([header]) => header))];
  const counted = rows.some((row) => row.length > 3);
  return {
    series,
    seriesIndex: Uint32Array.from(rows, ([header]) => series.indexOf(header)),
    starts: Float64Array.from(rows, ([, day]) => dayToMs(day) ?? Number.NaN),
    values: Float64Array.from(rows, ([, , value]) => value),
    numerators: counted ? Float64Array.from(rows, (row) => row[3] ?? Number.NaN) : null,
    denominators: counted ? Float64Array.from(rows, (row) => row[4] ?? Number.NaN) : null,
    lines: Uint32Array.from(rows, (_, index) => index + 2),
  };
}

export function aSeries(
  header: Partial<SeriesHeader>,
  points: readonly (readonly [Day, number, number?, number?])[],
): Series {
  const counted = points.some((point) => point.length > 2);
  return {
    ...aHeader(header),
    starts: Float64Array.from(points, ([day]) => dayToMs(day) ?? Number.NaN),
    values: Float64Array.from(points, ([, value]) => value),
    numerators: counted ? Float64Array.from(points, (point) => point[2] ?? Number.NaN) : null,
    denominators: counted ? Float64Array.from(points, (point) => point[3] ?? Number.NaN) : null,
    snapshots: new Uint32Array(points.length),
    lines: Uint32Array.from(points, (_, index) => index + 2),
    snapshotIds: ['s1'],
  };
}
