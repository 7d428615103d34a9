import { DAY_MS } from '#shared/day.ts';
import { mondayOf } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';

const HOUR_MS = 3_600_000;
/** Share of working moments on each weekday, Monday first: little is done on Fridays and weekends. */
const WEEKDAY_CHANCES = [0.21, 0.22, 0.22, 0.2, 0.12, 0.02, 0.01];

function weekdayOf(random: Random): number {
  let rest = random.next();
  const day = WEEKDAY_CHANCES.findIndex((chance) => {
    rest -= chance;
    return rest < 0;
  });
  return Math.max(day, 0);
}

/** A moment of a week between two hours of a day (UTC), on a day as people work; to the second. */
export function workingMoment(random: Random, week: number, hours: readonly [number, number]): number {
  const [from, to] = hours;
  const second = random.whole(from * 3600, to * 3600 - 1);
  return mondayOf(week) + weekdayOf(random) * DAY_MS + second * 1000;
}

/**
 * A moment of a week outside working hours: an evening, a morning or a weekend. Never near the end of a Sunday, so
 * that it falls into the same week in London as in UTC.
 */
export function outOfHoursMoment(random: Random, week: number): number {
  const weekend = random.chance(0.4);
  const day = weekend ? random.whole(5, 6) : random.whole(0, 4);
  const hour = weekend ? random.whole(1, 20) : random.pick([1, 2, 3, 4, 5, 6, 19, 20, 21, 22]);
  return mondayOf(week) + day * DAY_MS + hour * HOUR_MS + random.whole(0, 3599) * 1000;
}

/** `2026-11-03T11:08:00Z` */
export function isoSecond(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** `2026-11-03T11:08:00.000+00:00` */
export function isoOffset(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 23)}+00:00`;
}

/** Seconds as `hh:mm:ss`, hours running past 24. */
export function clockDuration(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
}
