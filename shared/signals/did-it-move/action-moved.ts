import type { Day } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { type Moved, movedSince } from './reading-moved.ts';

/** An action as far as it has to do with a series: the anomaly that it was taken at, and the day it was done. */
export type ActionOnSeries = {
  readonly anomaly: string | null;
  readonly status: string;
  readonly doneOn: Day | null;
};

/** Whether the series that an action was taken at moved with it; null until it is done, or where it has no series. */
export function movedWith(
  { anomaly, status, doneOn }: ActionOnSeries,
  readings: readonly SeriesReading[],
): Moved | null {
  if (anomaly === null || status !== 'done' || doneOn === null) return null;
  // An anomaly's id begins with that of its series.
  const reading = readings.find(({ id }) => anomaly.startsWith(`${id}|`));
  return reading === undefined ? null : movedSince(reading, doneOn);
}
