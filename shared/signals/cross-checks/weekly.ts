import { addDays, type Day, dayToMs, msToDay, WEEK_MS } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';
import { newestComplete } from '#shared/signals/periods.ts';
import type { Counted } from '#shared/signals/rates/rate-ratio.ts';

/** One complete week of a series; the value is NaN where the week is missing. */
export type Week = {
  readonly start: number;
  readonly value: number;
  readonly numerator: number;
  readonly denominator: number;
};

/** The complete weeks of a series on a day, oldest first, without those still young after `matureDays`. */
export function completeWeeks(series: Series | undefined, asOf: Day, matureDays = 0): readonly Week[] {
  const newest = newestComplete(asOf, 'week');
  const now = dayToMs(asOf);
  if (series === undefined || newest === null || now === null || series.grain !== 'week') return [];
  const mature = now - matureDays * 86_400_000 - WEEK_MS;
  const weeks = Array.from(
    series.starts,
    (start, index): Week => ({
      start,
      value: series.values[index] ?? Number.NaN,
      numerator: series.numerators?.[index] ?? Number.NaN,
      denominator: series.denominators?.[index] ?? Number.NaN,
    }),
  ).filter(({ start }) => start <= newest && start <= mature);
  return weeks.slice(
    0,
    weeks.findLastIndex(({ value, denominator }) => !Number.isNaN(value) || denominator === 0) + 1,
  );
}

/** Whether the newest of these weeks is the newest that is complete on the day, or one before. */
export function isCurrent(weeks: readonly Week[], asOf: Day, matureDays = 0): boolean {
  const due = newestComplete(addDays(asOf, -matureDays), 'week');
  const last = weeks.at(-1);
  return last !== undefined && due !== null && due - last.start <= WEEK_MS;
}

export type Split = { readonly recent: readonly Week[]; readonly before: readonly Week[] };

/** The newest weeks, and those ahead of them. */
export function splitWeeks(weeks: readonly Week[], recent: number, before: number): Split {
  const cut = Math.max(0, weeks.length - recent);
  return { recent: weeks.slice(cut), before: weeks.slice(Math.max(0, cut - before), cut) };
}

/** Weeks with a count, each an exposure of one week. */
export function countsPerWeek(weeks: readonly Week[]): readonly Counted[] {
  return weeks.flatMap(({ value }) => (Number.isNaN(value) ? [] : [{ count: value, exposure: 1 }]));
}

/** Rates as what they were made of. */
export function countsOfRate(weeks: readonly Week[]): readonly Counted[] {
  return weeks.flatMap(({ numerator, denominator }) =>
    denominator > 0 && !Number.isNaN(numerator) ? [{ count: numerator, exposure: denominator }] : [],
  );
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length;
}

/** The value of a stretch: of a rate its parts are summed first, of anything else the mean of what is known. */
export function levelOf(weeks: readonly Week[]): number {
  const parts = countsOfRate(weeks);
  if (parts.length > 0)
    return sum(parts.map(({ count }) => count)) / sum(parts.map(({ exposure }) => exposure));
  return mean(weeks.flatMap(({ value }) => (Number.isNaN(value) ? [] : [value])));
}

/** "21 September to 15 November": a stretch of weeks, its last day included. */
export function spanOf(weeks: readonly Week[]): string {
  const from = weeks[0];
  const to = weeks.at(-1);
  if (from === undefined || to === undefined) return '';
  return `${dayWords(msToDay(from.start))} to ${dayWords(msToDay(to.start + WEEK_MS - 86_400_000))}`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "3 November" */
export function dayWords(day: Day): string {
  const ms = dayToMs(day);
  if (ms === null) return day;
  const at = new Date(ms);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''}`;
}

/** "November 2026" */
export function monthWords(month: number): string {
  const at = new Date(month);
  return `${MONTHS[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
}
