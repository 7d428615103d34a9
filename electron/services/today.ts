import { type Day, msToDay } from '#shared/day.ts';

/** The calendar day on this machine's clock. */
export function localDay(at: Date): Day {
  return msToDay(at.getTime() - at.getTimezoneOffset() * 60_000);
}
