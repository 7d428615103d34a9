import {
  DAY_MS,
  type Day,
  dayToMs,
  isoWeek,
  msToDay,
  startOfDay,
  startOfMonth,
  startOfWeek,
  WEEK_MS,
} from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';

/** Moment at which the period that starts at `start` is over. */
export function periodEnd(start: number, grain: Grain): number {
  switch (grain) {
    case 'instant':
      return start;
    case 'day':
      return start + DAY_MS;
    case 'week':
      return start + WEEK_MS;
    case 'month':
      return monthsLater(start, 1);
    case 'quarter':
      return monthsLater(start, 3);
    case 'half':
      return monthsLater(start, 6);
    case 'year':
      return monthsLater(start, 12);
  }
}

function monthsLater(start: number, months: number): number {
  const at = new Date(start);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
}

/** Start of the newest period that is over on the day, or null for instants. */
export function newestComplete(asOf: Day, grain: Grain): number | null {
  const now = dayToMs(asOf);
  if (now === null) return null;
  const month = startOfMonth(now);
  switch (grain) {
    case 'instant':
      return null;
    case 'day':
      return startOfDay(now) - DAY_MS;
    case 'week':
      return startOfWeek(now) - WEEK_MS;
    case 'month':
      return monthsLater(month, -1);
    case 'quarter':
      return monthsLater(month, -3 - (new Date(month).getUTCMonth() % 3));
    case 'half':
      return monthsLater(month, -6 - (new Date(month).getUTCMonth() % 6));
    case 'year':
      return monthsLater(month, -12 - new Date(month).getUTCMonth());
  }
}

const days = new Map<number, Day>();

/** The ISO day of a period's start; the same few hundred starts come back in every series. */
export function periodDay(start: number): Day {
  const known = days.get(start);
  if (known !== undefined) return known;
  if (days.size > 20_000) days.clear();
  const day = msToDay(start);
  days.set(start, day);
  return day;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "in week 47", "on 18 November", "in October 2026"; the position where there is no date. */
export function periodWords(start: number, grain: Grain, dated: boolean): string {
  if (!dated) return `at point ${start + 1}`;
  const at = new Date(start);
  const month = MONTHS[at.getUTCMonth()] ?? '';
  switch (grain) {
    case 'week':
      return `in week ${isoWeek(start).week}`;
    case 'month':
      return `in ${month} ${at.getUTCFullYear()}`;
    case 'quarter':
      return `in the quarter from ${month} ${at.getUTCFullYear()}`;
    case 'half':
      return `in the half year from ${month} ${at.getUTCFullYear()}`;
    case 'year':
      return `in ${at.getUTCFullYear()}`;
    case 'instant':
    case 'day':
      return `on ${at.getUTCDate()} ${month}`;
  }
}

/** "14 September", or "point 12" where there is no date. */
export function startWords(start: number, dated: boolean): string {
  if (!dated) return `point ${start + 1}`;
  const at = new Date(start);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()] ?? ''}`;
}

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "nine weeks", "one month", "26 points". */
export function spanWords(count: number, grain: Grain, dated: boolean): string {
  const noun = !dated || grain === 'instant' ? 'point' : grain === 'half' ? 'half year' : grain;
  return `${NUMBERS[count] ?? count} ${noun}${count === 1 ? '' : 's'}`;
}
