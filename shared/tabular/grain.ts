import { DAY_MS, isoWeekday } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';

function isMonthEdge(ms: number): boolean {
  return new Date(ms).getUTCDate() === 1 || new Date(ms + DAY_MS).getUTCDate() === 1;
}

function isQuarterStart(ms: number): boolean {
  const at = new Date(ms);
  return at.getUTCDate() === 1 && at.getUTCMonth() % 3 === 0;
}

function spacing(days: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 1; index < days.length; index += 1) {
    least = Math.min(least, (days[index] ?? 0) - (days[index - 1] ?? 0));
  }
  return least / DAY_MS;
}

/**
 * Length of the periods that a column of days names: weeks where all days share one weekday a week or more apart,
 * months where all are first or last of one. `until` is the end of the first period where the file has it.
 */
export function grainOfDays(starts: readonly number[], until: number | null): Grain {
  const days = [...new Set(starts)].sort((a, b) => a - b);
  const [first] = days;
  if (first === undefined) return 'day';
  if (until !== null) {
    const length = (until - first) / DAY_MS;
    if (length >= 5 && length <= 7) return 'week';
    if (length >= 27 && length <= 31) return 'month';
  }
  if (days.length < 2) return 'day';
  const apart = spacing(days);
  if (apart >= 89 && days.every(isQuarterStart)) return 'quarter';
  if (apart >= 27 && (days.every(isMonthEdge) || apart <= 32)) return 'month';
  const weekday = isoWeekday(first);
  return apart >= 7 && days.every((day) => isoWeekday(day) === weekday) ? 'week' : 'day';
}

/** Finest of several grains: the one in which all of them can be told apart. */
export function finest(grains: ReadonlySet<Grain>): Grain {
  const order: readonly Grain[] = ['instant', 'day', 'week', 'month', 'quarter', 'half', 'year'];
  return order.find((grain) => grains.has(grain)) ?? 'day';
}
