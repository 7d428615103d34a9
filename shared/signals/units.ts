import type { Series } from '#shared/series/series.ts';
import type { MetricDefinition } from './definition.ts';

/** The unit of the values: the series' own, else the catalogue's, whose weeks are the periods of the series. */
export function unitOf(series: Series, definition: MetricDefinition | null): string | null {
  if (series.unit !== null) return series.unit;
  if (definition?.unit === '%') return 'share';
  return definition?.unit.replace(/\/week$/, `/${series.grain}`) ?? null;
}

/** Whether the metric's name already says per what it counts. */
export function isSaid(unit: string | null, name: string): boolean {
  const per = unit?.split('/')[1];
  return per?.includes(' ') === true && name.toLowerCase().includes(`per ${per.toLowerCase()}`);
}

/** What the metric cannot pass; a metric of one's own that was never negative is taken to have no negative values. */
export function boundsOf(
  definition: MetricDefinition | null,
  values: Float64Array,
  whole: number,
): readonly [number | null, number | null] {
  if (definition === null) return [values.some((value) => value < 0) ? null : 0, null];
  const [low = null, high = null] = definition.bounds;
  return [low === null ? null : low * whole, high === null ? null : high * whole];
}

/** Hours of a metric that is no duration are work done, and are not told in days of 24 hours. */
export function spoken(unit: string | null, definition: MetricDefinition | null): string | null {
  return unit === 'h' && definition?.kind !== 'duration' ? 'hours' : unit;
}
