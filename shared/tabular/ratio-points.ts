import { startOfDay, startOfWeek } from '#shared/day.ts';
import {
  denominatorOf,
  type PlannedMeasure,
  planMeasures,
  targetSeries,
} from '#shared/tabular/measure-plan.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { numberAt } from '#shared/tabular/points.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { unitNamed } from '#shared/tabular/units.ts';

/** The rates of two columns that a person asked for; of events by the week. */
export function ratioPoints(table: Table, sink: PointSink): void {
  const { shape } = table.layout;
  if (shape === 'long' || shape === 'period-columns' || shape === 'targets') return;
  for (const measure of planMeasures(table.layout.measures)) {
    const below = denominatorOf(table.columns, measure);
    if (below !== null) ratioOf(table, measure, below, sink);
  }
}

/** One column over another: the sums of both are kept, so that any number of rows gives the rate of all of them. */
function ratioOf(
  table: Table,
  { column, choice }: PlannedMeasure,
  below: TableColumn,
  sink: PointSink,
): void {
  const isEvents = table.layout.shape === 'events';
  const grain = isEvents ? 'week' : table.grain;
  const parts = Array.from(table.rows, (_, row) => ({
    numerator: numberAt(table, column, row),
    denominator: numberAt(table, below, row),
  }));
  const isShare = parts.every(({ numerator, denominator }) => !(numerator < 0 || numerator > denominator));
  const unit = isShare ? unitNamed('share') : null;
  table.rows.forEach((record, row) => {
    const start = table.startAt(record);
    const dated = Number.isNaN(start) && table.layout.period === null ? table.asOf : start;
    const ratio = parts[row];
    if (dated === null || Number.isNaN(dated) || ratio === undefined) return;
    const place = { entity: table.entityAt(record), grain, upToOne: isShare };
    const { header } = targetSeries(choice, unit, place);
    const value = ratio.denominator > 0 ? ratio.numerator / ratio.denominator : Number.NaN;
    const at = isEvents ? startOfWeek(dated) : grain === 'instant' ? dated : startOfDay(dated);
    const line = table.records.line(record);
    sink.add(header, header.unit, { start: at, value, line, ratio });
  });
}
