/**
 * Calendar days without a zone. A day is ISO text (`2026-11-18`); a moment in the calendar is the number of
 * milliseconds from 1970-01-01T00:00 of that same calendar, so arithmetic on days never meets a time zone.
 */
export type Day = string;

export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of a day's start, or null when the text is no day that exists (`2026-02-30`). */
export function dayToMs(day: Day): number | null {
  const parts = ISO_DAY.exec(day);
  return parts === null ? null : partsToMs(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** Milliseconds of a day's start from its parts (whole numbers, month from 1), or null when no such day exists. */
export function partsToMs(year: number, month: number, date: number): number | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(date)) return null;
  if (month < 1 || month > 12 || date < 1 || date > 31) return null;
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.getTime() : null;
}

export function msToDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

export function startOfDay(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

export function addDays(day: Day, days: number): Day {
  const ms = dayToMs(day);
  if (ms === null) throw new Error(`Not a day: ${day}`);
  return msToDay(ms + days * DAY_MS);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round(((dayToMs(to) ?? Number.NaN) - (dayToMs(from) ?? Number.NaN)) / DAY_MS);
}

/** 1 for Monday to 7 for Sunday. */
export function isoWeekday(ms: number): number {
  return ((((Math.floor(ms / DAY_MS) + 3) % 7) + 7) % 7) + 1;
}

/** Monday of the ISO week that holds the moment. */
export function startOfWeek(ms: number): number {
  return startOfDay(ms) - (isoWeekday(ms) - 1) * DAY_MS;
}

/** ISO 8601 week: the year is the one that holds the week's Thursday. */
export function isoWeek(ms: number): { readonly year: number; readonly week: number } {
  const thursday = startOfWeek(ms) + 3 * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const first = startOfWeek(partsToMs(year, 1, 4) ?? Number.NaN);
  return { year, week: Math.round((startOfWeek(ms) - first) / WEEK_MS) + 1 };
}

/** Monday of an ISO week, or null when the year has no such week (2025 has no W53). */
export function isoWeekToMs(year: number, week: number): number | null {
  if (!Number.isInteger(week) || week < 1 || week > 53) return null;
  const monday = startOfWeek(partsToMs(year, 1, 4) ?? Number.NaN) + (week - 1) * WEEK_MS;
  return isoWeek(monday).year === year ? monday : null;
}

export function startOfMonth(ms: number): number {
  const at = new Date(ms);
  return partsToMs(at.getUTCFullYear(), at.getUTCMonth() + 1, 1) ?? Number.NaN;
}
