import { Temporal } from 'temporal-polyfill';
import type { Day } from '#shared/day.ts';

/** The calendar day of an instant in a zone (`Europe/London`). */
export function dayInZone(ms: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The wall time of an instant in a zone: `10:23`. */
export function timeInZone(ms: number, timeZone: string): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** The instant of a wall time in a zone. An hour that a change of clocks skips moves forward by the gap. */
export function instantInZone(day: Day, time: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}
