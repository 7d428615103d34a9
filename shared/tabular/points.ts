import { DAY_MS, startOfDay } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { ORGANIZATION } from '#shared/tabular/entity-name.ts';
import { scaled } from '#shared/tabular/exact.ts';
import { finest, grainOfDays } from '#shared/tabular/grain.ts';
import {
  denominatorOf,
  isUpToOne,
  planMeasures,
  type Target,
  targetSeries,
} from '#shared/tabular/measure-plan.ts';
import { entityOfLabels, type MetricChoice } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { metricOfNamed, unitOfNamed } from '#shared/tabular/named-metrics.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { readQuantity } from '#shared/tabular/quantity.ts';
import { createRateParts } from '#shared/tabular/rate-parts.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';
import { CELLS } from '#shared/tabular/whole-names.ts';

/** Entity of a row; `organization` where the file or the cell names none. */
export function entityOf(table: Table, record: number): string {
  const { entity } = table.layout;
  if (entity === null) return ORGANIZATION;
  const source = table.mergedEntity?.get(record) ?? record;
  return table.entityName(table.records.text(source, entity.index));
}

function endOfFirst(table: Table): number | null {
  const { period, periodEnd } = table.layout;
  const first = table.rows[0];
  if (period === null || periodEnd === null || first === undefined) return null;
  const end = readMoment(table.records.text(first, periodEnd.index), periodEnd.style);
  return end?.kind === 'moment' ? end.ms : null;
}

/** Number of a measured column in a row, counted among the accepted rows; NaN where missing. */
export function numberAt(table: Table, column: TableColumn, row: number): number {
  const numbers = table.numbers.get(column.index);
  if (numbers !== undefined) return numbers[row] ?? Number.NaN;
  return cellNumber(column, table.records.text(table.rows[row] ?? -1, column.index)) ?? Number.NaN;
}

/** Length of the periods that date the rows. */
export function periodGrain(table: Table): Grain {
  const { period } = table.layout;
  if (period === null) return 'day';
  const grain = finest(table.grains);
  const known = [...table.starts].filter((start) => !Number.isNaN(start));
  if (grain === 'instant' && known.every((start) => start % DAY_MS === 0))
    return grainOfDays(known, endOfFirst(table));
  return grain === 'day' ? grainOfDays(known, endOfFirst(table)) : grain;
}

type RowUnit = (record: number, fallback: Unit | null) => Unit | null;

/** Reads the unit that a row's own unit column gives, else the one of the value column. */
function rowUnits(table: Table): RowUnit {
  const { unit } = table.layout;
  if (unit === null) return (_, fallback) => fallback;
  const known = new Map<string, Unit | null>();
  return (record, fallback) => {
    const text = table.records.text(record, unit.index);
    let found = known.get(text);
    if (found === undefined) {
      const label = text.trim();
      found = isMissing(label) ? null : (unitNamed(label) ?? { label, family: 'other', factor: 1 });
      known.set(text, found);
    }
    return found ?? fallback;
  };
}

type Put = {
  readonly choice: MetricChoice;
  readonly unit: Unit | null;
  readonly entity: string;
  readonly grain: Grain;
  readonly upToOne: boolean;
  readonly start: number;
  readonly value: number;
  readonly line: number;
};

type Putter = (put: Put) => void;

/** Puts values into their series. Rows repeat their metric, unit and entity, so each series is worked out once. */
function putter(sink: PointSink): Putter {
  const known = new Map<MetricChoice, Map<string, Map<string, Target>>>();

  function targetOf({ choice, unit, entity, grain, upToOne }: Put): Target {
    const byUnit = known.get(choice) ?? new Map<string, Map<string, Target>>();
    known.set(choice, byUnit);
    const label = unit?.label ?? '';
    const byEntity = byUnit.get(label) ?? new Map<string, Target>();
    byUnit.set(label, byEntity);
    const before = byEntity.get(entity);
    if (before !== undefined) return before;
    const target = targetSeries(choice, unit, { entity, grain, upToOne });
    byEntity.set(entity, target);
    return target;
  }

  return (each) => {
    const target = targetOf(each);
    sink.add(target.header, target.unit, {
      start: each.grain === 'instant' ? each.start : startOfDay(each.start),
      value: scaled(each.value, target.conversion.factor),
      asRead: each.value,
      line: each.line,
    });
  };
}

/** What a name in the rows becomes: a metric of the file's own has the aggregation that its format knows. */
function choiceOfName(table: Table, name: string, unit: Unit | null): MetricChoice | null {
  const choice = metricOfNamed(table.named.get(name), name, unit);
  const known = table.format?.aggregations.get(name);
  if (choice === null || known === undefined || choice.metric !== null) return choice;
  return { ...choice, aggregation: table.named.get(name)?.aggregation ?? known };
}

/** One row for one metric on one entity in one period. */
export function longPoints(table: Table, sink: PointSink): void {
  const { metric, value } = table.layout;
  if (metric === null || value === null) return;
  const grain = periodGrain(table);
  const unitOf = rowUnits(table);
  const choices = new Map<string, MetricChoice | null>();
  const parts = createRateParts(metric.profile.distinct);
  const put = putter(sink);
  table.rows.forEach((record, index) => {
    const start = table.starts[index] ?? Number.NaN;
    const dated = Number.isNaN(start) ? table.asOf : start;
    const name = table.records.text(record, metric.index).trim();
    const number = numberAt(table, value, index);
    if (dated === null || isMissing(name)) return;
    const unit = unitOfNamed(table.named.get(name), unitOf(record, value.unit));
    const at = grain === 'instant' ? dated : startOfDay(dated);
    const line = table.records.line(record);
    const entity = entityOf(table, record);
    if (parts.take({ name, unit, entity, grain, start: at, value: number, line })) return;
    const key = `${name}\u001f${unit?.label}`;
    const known = choices.get(key);
    const choice = known === undefined ? choiceOfName(table, name, unit) : known;
    choices.set(key, choice);
    if (choice === null) return;
    put({ choice, unit, entity, grain, upToOne: isUpToOne(value), start: dated, value: number, line });
  });
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
  const grain = periodGrain(table);
  const unitOf = rowUnits(table);
  const measures = planMeasures(table.layout.measures.filter((column) => column.mixedUnits.length === 0));
  const put = putter(sink);
  for (const measure of measures) {
    const { column, choice } = measure;
    if (denominatorOf(table.columns, measure) !== null) continue;
    const upToOne = isUpToOne(column);
    const labelled = table.layout.entity === null ? entityOfLabels(column.header) : null;
    const byRow = takesRowUnit(column);
    table.rows.forEach((record, index) => {
      const start = table.starts[index] ?? Number.NaN;
      const dated = Number.isNaN(start) && table.layout.period === null ? table.asOf : start;
      const number = numberAt(table, column, index);
      if (dated === null || Number.isNaN(dated)) return;
      const unit = byRow ? unitOf(record, null) : column.unit;
      const entity = labelled ?? entityOf(table, record);
      const line = table.records.line(record);
      put({ choice, unit, entity, grain, upToOne, start: dated, value: number, line });
    });
  }
}

/** Rows of metrics or entities, with a column for each period. Units are those of the row. */
export function matrixPoints(table: Table, sink: PointSink): void {
  const { metric, periodColumns } = table.layout;
  const name = table.caption ?? table.fileName;
  const unitOf = rowUnits(table);
  const parts = createRateParts(metric?.profile.distinct ?? new Set());
  for (const record of table.rows) {
    const label = metric === null ? '' : table.records.text(record, metric.index).trim();
    const entity = entityOf(table, record);
    const line = table.records.line(record);
    for (const { column, moment, metric: above } of periodColumns) {
      const setting = table.named.get(above ?? (label || CELLS));
      const unit = unitOfNamed(setting, above === null ? matrixUnit(table, record, unitOf) : column.unit);
      const number = cellNumber({ ...column, unit }, table.records.text(record, column.index));
      if (number === null) continue;
      const part = {
        name: above ?? label,
        unit,
        entity,
        grain: moment.grain,
        start: moment.ms,
        value: number,
        line,
      };
      if (parts.take(part)) continue;
      const given = metric === null && above === null ? (table.countMetric ?? undefined) : undefined;
      const choice = metricOfNamed(setting, above ?? (label || name), unit, column.setting?.metric ?? given);
      if (choice === null) continue;
      const place = { entity, grain: moment.grain, upToOne: false, start: moment.ms, line };
      putter(sink)({ choice, unit, value: number, ...place });
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
