import type { Day } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';
import { newestComplete, periodEnd } from './periods.ts';

/** A series that comes each period is late at once; one with gaps of its own after twice its usual gap. */
const USUALLY = 0.9;
const LATE_FACTOR = 2;

/** A rate over nothing (no deployments this week) is known; it is not late. */
function isKnown(series: Series, index: number): boolean {
  return !Number.isNaN(series.values[index]) || series.denominators?.[index] === 0;
}

/** The gap that nine of ten gaps between known points do not pass, in milliseconds. */
function usualGap(series: Series, knownStarts: Float64Array): number {
  const period = periodEnd(knownStarts[0] ?? 0, series.grain) - (knownStarts[0] ?? 0);
  const gaps = knownStarts.slice(1).map((start, index) => start - (knownStarts[index] ?? start));
  return gaps.toSorted()[Math.floor(USUALLY * (gaps.length - 1))] ?? period;
}

/** Whether data is older than its rhythm: a series that comes each period lacks the newest complete one. */
export function isStale(series: Series, asOf: Day | null): boolean {
  const due = asOf === null ? null : newestComplete(asOf, series.grain);
  if (due === null || series.starts.length === 0) return false;
  const newest = series.starts.length - 1;
  if (isKnown(series, newest) && (series.starts[newest] ?? 0) >= due) return false;
  const knownStarts = series.starts.filter((_, index) => isKnown(series, index));
  const last = knownStarts.at(-1);
  if (last === undefined || last >= due) return false;
  const period = periodEnd(due, series.grain) - due;
  const gap = usualGap(series, knownStarts);
  // Months differ by a few days, so a gap is of one period up to one and a half.
  return gap < 1.5 * period || due - last > LATE_FACTOR * gap - period;
}
