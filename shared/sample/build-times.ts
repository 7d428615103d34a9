import { lines, record } from '#shared/sample/comma-separated.ts';
import { dayOfWeek, sampleValue, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';

/** Median build time of Catalog by week, as its own pipeline reports it. */
export function buildTimes(): string {
  const rows = WEEK_INDEXES.map((week) =>
    record([dayOfWeek(week, 0), 'catalog', sampleValue('ci.catalog', week)]),
  );
  return lines([record(['Week', 'Team', 'Build time (min)']), ...rows]);
}
