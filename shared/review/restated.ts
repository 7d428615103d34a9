import type { Day } from '#shared/day.ts';
import { dayToMs } from '#shared/day.ts';
import { formatFigure } from '#shared/figures.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { periodDay, periodWords } from '#shared/signals/periods.ts';

/** A figure of a period that an earlier review had before it, and that has changed since. */
export type RestatedFigure = {
  /** Id of the series: what a chart of it is found by. */
  readonly series: string;
  readonly metricName: string;
  readonly entity: string;
  readonly entityName: string;
  readonly unit: string | null;
  readonly grain: 'day' | 'week' | 'month';
  readonly period: Day;
  /** What the review saw; null where it saw a gap. */
  readonly old: number | null;
  /** What stands now; null where it was taken back. */
  readonly new: number | null;
};

/** More than this is a new history, and is said as a number. */
export const MOST_RESTATED = 200;

function grainOf({ grain }: Series): RestatedFigure['grain'] {
  return grain === 'week' || grain === 'day' || grain === 'instant'
    ? grain === 'week'
      ? 'week'
      : 'day'
    : 'month';
}

function valueOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/**
 * What differs between the judged series as a review saw them and as they are now, period by period, for the same day.
 * A series that the review did not have is news, not a restatement; neither is a period beyond what it had.
 */
export function restatedFigures(
  before: readonly Series[],
  after: readonly Series[],
  nameOf: (entity: string) => string,
): readonly RestatedFigure[] {
  const now = new Map(after.map((one) => [seriesId(one), one]));
  const found: RestatedFigure[] = [];
  for (const one of before) {
    const current = now.get(seriesId(one));
    const values = new Map<number, number>();
    for (const [at, start] of (current?.starts ?? []).entries()) {
      values.set(start, current?.values[at] ?? Number.NaN);
    }
    for (const [at, start] of one.starts.entries()) {
      const old = valueOrNull(one.values[at]);
      const value = valueOrNull(values.get(start));
      if (old === value) continue;
      const { metricName, entity, unit } = one;
      found.push({
        series: seriesId(one),
        metricName,
        entity,
        entityName: nameOf(entity),
        unit,
        grain: grainOf(one),
        period: periodDay(start),
        old,
        new: value,
      });
    }
  }
  return found;
}

/** `week 45`, `3 November`, `November 2026`. */
function periodText({ period, grain }: RestatedFigure): string {
  return periodWords(dayToMs(period) ?? 0, grain, true).replace(/^(?:in|on) /, '');
}

/** `Payments, change lead time, week 45: 27 h → 31 h`. */
export function restatedWords(one: RestatedFigure): string {
  const figure = (value: number | null) => (value === null ? 'no value' : formatFigure(value, one.unit));
  return `${one.entityName}, ${one.metricName.toLowerCase()}, ${periodText(one)}: ${figure(one.old)} → ${figure(one.new)}`;
}

/** `3 figures of 2 series`, for the line that stands above them. */
export function restatedCount(figures: readonly Pick<RestatedFigure, 'series'>[]): string {
  const series = new Set(figures.map((one) => one.series)).size;
  const count = figures.length === MOST_RESTATED ? `${MOST_RESTATED} or more` : String(figures.length);
  return `${count} ${figures.length === 1 ? 'figure' : 'figures'} of ${series} series`;
}
