import { startOfDay } from '#shared/day.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { denominatorOf, isUpToOne, planMeasures } from '#shared/tabular/measure-plan.ts';
import { entityOfLabels, type MetricChoice } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { metricOfNamed, unitOfNamed } from '#shared/tabular/named-metrics.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { createRateParts } from '#shared/tabular/rate-parts.ts';
import { cellReader, numberReader } from '#shared/tabular/read-cells.ts';
import { rowUnits } from '#shared/tabular/row-units.ts';
import { byUnit, type EntityTargets, entityTargets } from '#shared/tabular/series-targets.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import type { Unit } from '#shared/tabular/units.ts';

/** Number of a measured column in a row, counted among the accepted rows; NaN where missing. */
export function numberAt(table: Table, column: TableColumn, row: number): number {
  const record = table.rows[row] ?? -1;
  const read = table.numbers.get(column.index);
  const value = read?.(record) ?? cellNumber(column, table.records.text(record, column.index));
  return value ?? Number.NaN;
}

/** What a name in the rows becomes: a metric of the file's own has the aggregation that its format knows. */
function choiceOfName(table: Table, name: string, unit: Unit | null): MetricChoice | null {
  const choice = metricOfNamed(table.named.get(name), name, unit);
  const known = table.format?.aggregations.get(name);
  if (choice === null || known === undefined || choice.metric !== null) return choice;
  return { ...choice, aggregation: table.named.get(name)?.aggregation ?? known };
}

/** A metric that rows name: its unit in a row, and the series in that unit; null where it is left out. */
type Named = {
  readonly name: string;
  readonly mayBePart: boolean;
  readonly unit: (ofRow: Unit | null) => Unit | null;
  readonly targets: (unit: Unit | null) => EntityTargets | null;
};

/** One row for one metric on one entity in one period. */
export function longPoints(table: Table, sink: PointSink): void {
  const { metric, value } = table.layout;
  if (metric === null || value === null) return;
  const { records, rows, startAt, grain, asOf, entityAt } = table;
  const unitOf = rowUnits(table);
  const numberOf = table.numbers.get(value.index) ?? numberReader(records, value);
  const parts = createRateParts(metric.profile.distinct);
  const place = { grain, upToOne: isUpToOne(value) };
  const namedAt = cellReader(records, metric.index, (text): Named | null => {
    const name = text.trim();
    if (isMissing(name)) return null;
    const setting = table.named.get(name);
    return {
      name,
      mayBePart: parts.mayTake(name),
      unit: byUnit((ofRow) => unitOfNamed(setting, ofRow)),
      targets: byUnit((unit) => {
        const choice = choiceOfName(table, name, unit);
        return choice === null ? null : entityTargets(sink, choice, unit, place);
      }),
    };
  });
  for (let row = 0; row < rows.length; row += 1) {
    const record = rows[row] as number;
    const start = startAt(record);
    const dated = Number.isNaN(start) ? asOf : start;
    const named = namedAt(record);
    if (dated === null || named === null) continue;
    const number = numberOf(record) ?? Number.NaN;
    const unit = named.unit(unitOf(record, value.unit));
    const at = grain === 'instant' ? dated : startOfDay(dated);
    const line = records.line(record);
    const entity = entityAt(record);
    const { name } = named;
    if (named.mayBePart && parts.take({ name, unit, entity, grain, start: at, value: number, line }))
      continue;
    const targets = named.targets(unit);
    if (targets !== null) sink.put(targets(entity), at, number, line);
  }
  parts.finish(sink);
}

/** A column that the unit column of the row speaks about: its quantity, not its price. */
function takesRowUnit(column: TableColumn): boolean {
  return (
    column.unit === null &&
    column.tokens.some((token) => ['quantity', 'amount', 'usage', 'value'].includes(token))
  );
}

/** One row for each period (and entity), with measures side by side. */
export function columnPoints(table: Table, sink: PointSink): void {
  const { records, rows, startAt, grain, layout, asOf, entityAt } = table;
  const unitOf = rowUnits(table);
  const measures = planMeasures(layout.measures.filter((column) => column.mixedUnits.length === 0));
  const undated = layout.period === null ? asOf : null;
  for (const measure of measures) {
    const { column, choice } = measure;
    if (denominatorOf(table.columns, measure) !== null) continue;
    const place = { grain, upToOne: isUpToOne(column) };
    const labelled = layout.entity === null ? entityOfLabels(column.header) : null;
    const byRow = takesRowUnit(column);
    const numberOf = table.numbers.get(column.index) ?? numberReader(records, column);
    const targets = byUnit((unit) => entityTargets(sink, choice, unit, place));
    for (let row = 0; row < rows.length; row += 1) {
      const record = rows[row] as number;
      const start = startAt(record);
      const dated = Number.isNaN(start) ? undated : start;
      if (dated === null) continue;
      const target = targets(byRow ? unitOf(record, null) : column.unit)(labelled ?? entityAt(record));
      const at = grain === 'instant' ? dated : startOfDay(dated);
      sink.put(target, at, numberOf(record) ?? Number.NaN, records.line(record));
    }
  }
}
