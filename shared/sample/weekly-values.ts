import { DAY_MS, dayToMs, msToDay, WEEK_MS } from '#shared/day.ts';
import sample from '#shared/drive/data/sample-series.json' with { type: 'json' };

/** Day that the sample lives on: the day of its next review. */
export const SAMPLE_AS_OF = sample.asOf;
export const SAMPLE_WEEKS = sample.weeks;

const FIRST_MONDAY = dayToMs(sample.firstWeek) ?? Number.NaN;
const BY_ID: ReadonlyMap<string, readonly number[]> = new Map(
  sample.series.map(({ id, values }) => [id, values]),
);

/** Week indexes from 0 to 51. */
export const WEEK_INDEXES: readonly number[] = Array.from({ length: SAMPLE_WEEKS }, (_, week) => week);

/** Monday of a week, in calendar milliseconds. */
export function mondayOf(week: number): number {
  return FIRST_MONDAY + week * WEEK_MS;
}

/** A day of a week as ISO text; 0 is Monday. */
export function dayOfWeek(week: number, weekday: number): string {
  return msToDay(mondayOf(week) + weekday * DAY_MS);
}

/** The value of a series of the sample in a week; NaN where the sample has none. */
export function sampleValue(id: string, week: number): number {
  return BY_ID.get(id)?.[week] ?? Number.NaN;
}

/** All 52 weekly values of a series of the sample, or null when it is drawn freely. */
export function sampleValues(id: string): readonly number[] | null {
  return BY_ID.get(id) ?? null;
}
