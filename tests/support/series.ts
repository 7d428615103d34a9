import { WEEK_MS } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';

/** 2025-11-17, a Monday. */
const FIRST_WEEK = Date.UTC(2025, 10, 17);

type SeriesParts = Partial<Omit<Series, 'values' | 'starts' | 'numerators' | 'denominators'>> & {
  /** null is missing. */
  readonly values: readonly (number | null)[];
  readonly starts?: readonly number[];
  readonly numerators?: readonly number[];
  readonly denominators?: readonly number[];
};

/** A weekly series from Monday 2025-11-17 unless told otherwise. */
export function aSeries(parts: SeriesParts): Series {
  const { values, starts, numerators, denominators, ...header } = parts;
  const n = values.length;
  return {
    metric: 'own:sample',
    metricName: 'Sample',
    entity: 'Payments',
    unit: null,
    grain: 'week',
    aggregation: 'mean',
    starts: Float64Array.from(starts ?? values.map((_, index) => FIRST_WEEK + index * WEEK_MS)),
    values: Float64Array.from(values, (value) => value ?? Number.NaN),
    numerators: numerators === undefined ? null : Float64Array.from(numerators),
    denominators: denominators === undefined ? null : Float64Array.from(denominators),
    snapshots: new Uint32Array(n),
    lines: new Uint32Array(n),
    snapshotIds: ['sample'],
    ...header,
  };
}
