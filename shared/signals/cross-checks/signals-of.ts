import { type Day, msToDay, WEEK_MS } from '#shared/day.ts';
import { newestComplete } from '#shared/signals/periods.ts';
import type { Direction, SeriesReading, Signal } from '#shared/signals/reading.ts';

/** The newest signal in a direction that held at some point of the newest complete weeks; null for none. */
export function signalWithin(
  reading: SeriesReading | undefined,
  direction: Direction,
  window: { readonly asOf: Day; readonly weeks: number },
): Signal | null {
  const newest = newestComplete(window.asOf, 'week');
  if (reading === undefined || newest === null) return null;
  const from = msToDay(newest - (window.weeks - 1) * WEEK_MS);
  return (
    reading.signals.findLast(
      (signal) => signal.direction === direction && signal.at >= from && !signal.rules.includes('threshold'),
    ) ?? null
  );
}
