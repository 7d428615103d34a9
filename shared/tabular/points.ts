import { startOfDay } from '#shared/day.ts';
import {
  BLOCK,
  codesOf,
  eachBlock,
  NOT_ONE,
  type NumberBlocks,
  numberBlocks,
} from '#shared/tabular/cell-blocks.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { denominatorOf, isUpToOne, planMeasures } from '#shared/tabular/measure-plan.ts';
import { entityOfLabels, type MetricChoice } from '#shared/tabular/metric-mapping.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { metricOfNamed, unitOfNamed } from '#shared/tabular/named-metrics.ts';
import type { PointSink } from '#shared/tabular/point-sink.ts';
import { createRateParts, type RateParts } from '#shared/tabular/rate-parts.ts';
import { cellReader, numberReader } from '#shared/tabular/read-cells.ts';
import { rowUnits } from '#shared/tabular/row-units.ts';
import {
  byUnit,
  type EntityCells,
  type EntityTargets,
  entityTargets,
} from '#shared/tabular/series-targets.ts';
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

/** Reads what rows have in common for every measure, block by block. */
function readRows(
  table: Table,
  visit: (block: { from: number; to: number; starts: Float64Array; entities: Int32Array }) => void,
): void {
  const { rows, records, layout, startsIn, grain } = table;
  const cells =
    layout.entity === null || table.mergedEntity !== null ? null : records.cells(layout.entity.index);
  const starts = new Float64Array(BLOCK);
  const entities = new Int32Array(BLOCK).fill(cells === null ? -1 : 0);
  eachBlock(rows.length, (from, to) => {
    startsIn(rows, from, to, starts);
    for (let at = 0; grain !== 'instant' && at < to - from; at += 1)
      starts[at] = startOfDay(starts[at] as number);
    if (cells !== null) codesOf(cells, rows, from, to, entities);
    visit({ from, to, starts, entities });
  });
}

/** Codes of the cells that name entities; none where cells are merged over several rows. */
export function entityCells(table: Table): EntityCells {
  const { layout, records, mergedEntity, entityAt } = table;
  const isCoded = layout.entity !== null && mergedEntity === null;
  return { codes: isCoded ? records.cells(layout.entity.index).codes : 0, entityAt };
}

function blocksOf(table: Table, column: TableColumn): NumberBlocks {
  const { records } = table;
  return table.numberBlocks.get(column.index) ?? numberBlocks(records, column, numberReader(records, column));
}

function named(
  table: Table,
  sink: PointSink,
  parts: RateParts,
  value: TableColumn,
): (text: string) => Named | null {
  const place = { grain: table.grain, upToOne: isUpToOne(value), entities: entityCells(table) };
  return (text) => {
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
  };
}

/** One row for one metric on one entity in one period. */
export function longPoints(table: Table, sink: PointSink): void {
  const { metric, value } = table.layout;
  if (metric === null || value === null) return;
  const { records, rows, grain, entityAt } = table;
  const asOf = table.asOf === null ? null : grain === 'instant' ? table.asOf : startOfDay(table.asOf);
  const unitOf = rowUnits(table);
  const parts = createRateParts(metric.profile.distinct);
  const namedAt = cellReader(records, metric.index, named(table, sink, parts, value));
  const numbersIn = blocksOf(table, value);
  const numbers = new Float64Array(BLOCK);
  readRows(table, ({ from, to, starts, entities }) => {
    numbersIn(rows, from, to, numbers);
    for (let row = from; row < to; row += 1) {
      const record = rows[row] as number;
      const of = namedAt(record);
      const at = Number.isNaN(starts[row - from]) ? asOf : (starts[row - from] as number);
      if (at === null || of === null) continue;
      const read = numbers[row - from] as number;
      const number = read === NOT_ONE ? Number.NaN : read;
      const unit = of.unit(unitOf(record, value.unit));
      const line = records.line(record);
      if (of.mayBePart) {
        const part = { name: of.name, unit, entity: entityAt(record), grain, start: at, value: number, line };
        if (parts.take(part)) continue;
      }
      const targets = of.targets(unit);
      if (targets !== null) sink.put(targets(record, entities[row - from] as number), at, number, line);
    }
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
  const { records, rows, grain, layout } = table;
  const unitOf = rowUnits(table);
  const measures = planMeasures(layout.measures.filter((column) => column.mixedUnits.length === 0));
  const asOf = layout.period === null && table.asOf !== null ? startOfDay(table.asOf) : Number.NaN;
  const numbers = new Float64Array(BLOCK);
  for (const measure of measures) {
    const { column, choice } = measure;
    if (denominatorOf(table.columns, measure) !== null) continue;
    const labelled = layout.entity === null ? entityOfLabels(column.header) : null;
    const entities = labelled === null ? entityCells(table) : { codes: 0, entityAt: () => labelled };
    const place = { grain, upToOne: isUpToOne(column), entities };
    const byRow = takesRowUnit(column);
    const numbersIn = blocksOf(table, column);
    const targets = byUnit((unit) => entityTargets(sink, choice, unit, place));
    readRows(table, ({ from, to, starts, entities: codes }) => {
      numbersIn(rows, from, to, numbers);
      for (let row = from; row < to; row += 1) {
        const start = starts[row - from] as number;
        const at = Number.isNaN(start) ? asOf : start;
        if (Number.isNaN(at)) continue;
        const record = rows[row] as number;
        const unit = byRow ? unitOf(record, null) : column.unit;
        const read = numbers[row - from] as number;
        const number = read === NOT_ONE ? Number.NaN : read;
        sink.put(targets(unit)(record, codes[row - from] as number), at, number, records.line(record));
      }
    });
  }
}
