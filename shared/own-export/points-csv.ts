import { DAY_MS, msToDay } from '#shared/day.ts';
import { csvLine, numberText, safeText } from '#shared/own-export/cells.ts';
import { ownMark } from '#shared/own-export/own-header.ts';
import type { Series } from '#shared/series/series.ts';

/** One row a point; the first column holds the metric's id, `file` and `line` say where the value came from. */
export const POINT_COLUMNS = [
  ownMark('points'),
  'metric',
  'entity',
  'kind of entity',
  'period',
  'grain',
  'value',
  'numerator',
  'denominator',
  'unit',
  'aggregation',
  'file',
  'line',
] as const;

/** What the points do not say of themselves. */
export type PointNames = {
  readonly kindOf: (entity: string) => string;
  readonly fileOf: (snapshot: string) => string;
};

/** A day where the period starts with one, else the moment; to the fraction of a millisecond where there is one. */
function periodText(start: number): string {
  if (start % DAY_MS === 0) return msToDay(start);
  return Number.isInteger(start) ? new Date(start).toISOString() : `${start} ms`;
}

function rowsOf(series: Series, names: PointNames): readonly string[] {
  const { metric, metricName, entity, grain, unit, aggregation } = series;
  const before = [safeText(metric), safeText(metricName), safeText(entity), names.kindOf(entity)];
  const after = [safeText(unit ?? ''), aggregation];
  return Array.from(series.starts, (start, at) => {
    const counts = [series.numerators?.[at], series.denominators?.[at]];
    const numbers = [series.values[at] ?? Number.NaN, ...counts.map((count) => count ?? Number.NaN)];
    const file = names.fileOf(series.snapshotIds[series.snapshots[at] ?? -1] ?? '');
    const origin = [safeText(file), String(series.lines[at] ?? 0)];
    return csvLine([...before, periodText(start), grain, ...numbers.map(numberText), ...after, ...origin]);
  });
}

/** Every point of the series as CSV that Andon reads back to the very same series. Lines, the header first. */
export function pointsCsvLines(series: readonly Series[], names: PointNames): readonly string[] {
  return [csvLine(POINT_COLUMNS), ...series.flatMap((one) => rowsOf(one, names))];
}
