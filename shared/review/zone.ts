import { Temporal } from 'temporal-polyfill';
import type { Day } from '#shared/day.ts';

/** The calendar day of an instant in a zone (`Europe/London`). */
export function dayInZone(ms: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms))
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** The instant of a wall time in a zone. An hour that a change of clocks skips moves forward by the gap. */
export function instantInZone(day: Day, time: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  formats.set(timeZone, made);
  return made;
}

/** What clocks on the wall show in a zone at an instant: `11:02`. */
export function timeInZone(ms: number, timeZone: string): string {
  return timeFormat(timeZone).format(ms);
}

/** Whether clocks on the wall differ between two zones at an instant. */
export function clocksDiffer(ms: number, timeZone: string, other: string): boolean {
  return (
    timeInZone(ms, timeZone) !== timeInZone(ms, other) || dayInZone(ms, timeZone) !== dayInZone(ms, other)
  );
}

/** The place that a zone is named after, as people say it: `New York`. */
export function placeOfZone(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}
