import { startOfDay } from '#shared/day.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { metricOfNamed, unitOfNamed } from '#shared/tabular/named-metrics.ts';
import type { PeriodColumn } from '#shared/tabular/period-columns.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { readQuantity } from '#shared/tabular/quantity.ts';
import { createRateParts } from '#shared/tabular/rate-parts.ts';
import { cellReader } from '#shared/tabular/read-cells.ts';
import { type RowUnit, rowUnits } from '#shared/tabular/row-units.ts';
import { type EntityTargets, entityTargets } from '#shared/tabular/series-targets.ts';
import type { Table } from '#shared/tabular/table.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';
import { CELLS } from '#shared/tabular/whole-names.ts';

/** What is in the cells of one period: their numbers in a unit. */
type NumberIn = (record: number, unit: Unit | null) => number | null;

/** Reads the cells of a period in the unit of their row; equal texts in equal units are read once. */
function numberIn(table: Table, { column }: PeriodColumn): NumberIn {
  const readers = new Map<string, (record: number) => number | null>();
  return (record, unit) => {
    const key = unit?.label ?? '';
    let read = readers.get(key);
    if (read === undefined) {
      const inUnit = { ...column, unit };
      read = cellReader(table.records, column.index, (text) => cellNumber(inUnit, text));
      readers.set(key, read);
    }
    return read(record);
  };
}

/** Series by name, unit and grain: rows and periods repeat them. */
function seriesFinder(
  table: Table,
  sink: PointSink,
): (name: string, unit: Unit | null, period: PeriodColumn) => EntityTargets | null {
  const known = new Map<string, EntityTargets | null>();
  const whole = table.caption ?? table.fileName;
  // Each row has its entity, and its unit, once: there is nothing to look up by code.
  const entities = { codes: 0, entityAt: table.entityAt };
  return (name, unit, { column, moment, metric: above }) => {
    const isWhole = table.layout.metric === null && above === null;
    const given = column.setting?.metric ?? (isWhole ? (table.countMetric ?? undefined) : undefined);
    const key = [name, unit?.label, moment.grain, given].join('\u001f');
    const before = known.get(key);
    if (before !== undefined) return before;
    const setting = table.named.get(name || CELLS);
    const choice = metricOfNamed(setting, name || whole, unit, given);
    const place = { grain: moment.grain, upToOne: false, entities };
    const found = choice === null ? null : entityTargets(sink, choice, unit, place);
    known.set(key, found);
    return found;
  };
}

/** Rows of metrics or entities, with a column for each period. Units are those of the row. */
export function matrixPoints(table: Table, sink: PointSink): void {
  const { records, layout } = table;
  const { metric, periodColumns } = layout;
  const unitOf = rowUnits(table);
  const parts = createRateParts(metric?.profile.distinct ?? new Set());
  const seriesOf = seriesFinder(table, sink);
  const periods = periodColumns.map((period) => ({ period, read: numberIn(table, period) }));
  for (const record of table.rows) {
    const label = metric === null ? '' : records.text(record, metric.index).trim();
    const entity = table.entityAt(record);
    const line = records.line(record);
    const ofRow = matrixUnit(table, record, unitOf);
    for (const { period, read } of periods) {
      const { column, moment, metric: above } = period;
      const name = above ?? label;
      const setting = table.named.get(name || CELLS);
      const unit = unitOfNamed(setting, above === null ? ofRow : column.unit);
      const value = read(record, unit);
      if (value === null) continue;
      const { grain, ms: start } = moment;
      if (parts.take({ name, unit, entity, grain, start, value, line })) continue;
      const targets = seriesOf(name, unit, period);
      if (targets !== null)
        sink.put(targets(record, -1), grain === 'instant' ? start : startOfDay(start), value, line);
    }
  }
  parts.finish(sink);
}

/** Unit of one row of a matrix: its unit column, else what its cells carry; seconds where scales differ. */
function matrixUnit(table: Table, record: number, unitOf: RowUnit): Unit | null {
  const given = unitOf(record, null);
  if (given !== null && given.label !== 'duration') return given;
  const units = new Map<string, Unit>();
  let spans = false;
  for (const { column } of table.layout.periodColumns) {
    const quantity = readQuantity(table.records.text(record, column.index));
    if (quantity === null) continue;
    if (quantity.kind !== 'plain') spans = true;
    else if (quantity.unit !== null) units.set(quantity.unit.label, quantity.unit);
  }
  const [first, second] = [...units.values()];
  if (spans || (second !== undefined && first?.family === 'time')) return unitNamed('s');
  return second === undefined ? (first ?? null) : null;
}
