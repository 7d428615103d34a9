import { Temporal } from 'temporal-polyfill';
import type { Day } from '#shared/day.ts';

/** The calendar day of an instant in a zone (`Europe/London`). */
export function dayInZone(ms: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The instant of a wall time in a zone. An hour that a change of clocks skips moves forward by the gap. */
export function instantInZone(day: Day, time: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}
