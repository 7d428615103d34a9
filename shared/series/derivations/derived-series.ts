import { startOfWeek, WEEK_MS } from '#shared/day.ts';
import { type Metric, metricById } from '#shared/drive/catalogue.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';
import type { Aggregation, Grain } from '#shared/series/series.ts';
import type { DerivedSeries } from '#shared/tabular/event-table.ts';

/** Which catalogue metric is derived, in which unit it is kept and how its values add up. */
export type DerivedMetric = {
  readonly metric: string;
  readonly metricName: string;
  readonly unit: string | null;
  readonly aggregation: Aggregation;
};

function storedUnit({ unit, kind }: Metric): string | null {
  if (unit === '%') return 'share';
  if (kind === 'money') return null;
  return unit.replace(/\/week$/, '');
}

/** A metric of the catalogue as it is stored: shares for percentages, and no “a week” where the period says it. */
export function catalogueMetric(id: string): DerivedMetric {
  const metric = metricById(id);
  if (metric === undefined) throw new Error(`The catalogue has no metric ${id}`);
  return { metric: id, metricName: metric.name, unit: storedUnit(metric), aggregation: metric.overTime };
}

/** One point on its way into a series. */
export type DerivedPoint = {
  readonly metric: DerivedMetric;
  readonly entity: string;
  readonly start: number;
  readonly value: number;
  /** What a rate was made of; absent for anything else. */
  readonly ratio?: { readonly numerator: number; readonly denominator: number };
  readonly line: number;
};

/** Points gathered into series of one grain, in ascending order of period. */
export function toDerivedSeries(points: readonly DerivedPoint[], grain: Grain): readonly DerivedSeries[] {
  const groups = groupBy(points, ({ metric, entity }) => `${metric.metric}|${entity}`);
  return [...groups.values()].flatMap((group): readonly DerivedSeries[] => {
    const first = group[0];
    if (first === undefined) return [];
    const inOrder = group.toSorted((a, b) => a.start - b.start);
    const rate = inOrder.some(({ ratio }) => ratio !== undefined);
    return [
      {
        header: { ...first.metric, entity: first.entity, grain },
        starts: inOrder.map(({ start }) => start),
        values: inOrder.map(({ value }) => value),
        numerators: rate ? inOrder.map(({ ratio }) => ratio?.numerator ?? Number.NaN) : null,
        denominators: rate ? inOrder.map(({ ratio }) => ratio?.denominator ?? Number.NaN) : null,
        lines: inOrder.map(({ line }) => line),
      },
    ];
  });
}

/** A rate with what it was made of; missing where nothing could have happened. */
export function rateOf(
  at: Pick<DerivedPoint, 'metric' | 'entity' | 'start' | 'line'>,
  numerator: number,
  denominator: number,
): DerivedPoint {
  const value = denominator > 0 ? numerator / denominator : Number.NaN;
  return { ...at, value, ratio: { numerator, denominator } };
}

/** Mondays from the week of the first moment to that of the last, both included. */
export function weeksBetween(first: number, last: number): readonly number[] {
  const from = startOfWeek(first);
  const weeks = Math.round((startOfWeek(last) - from) / WEEK_MS) + 1;
  return Number.isFinite(weeks) ? Array.from({ length: weeks }, (_, week) => from + week * WEEK_MS) : [];
}

/** The middle value, the mean of the two middle ones where their number is even; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
