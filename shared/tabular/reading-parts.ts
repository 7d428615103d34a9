import { msToDay } from '#shared/day.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import type { Taken } from '#shared/tabular/intake.ts';
import { planMeasures } from '#shared/tabular/measure-plan.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { numberAt } from '#shared/tabular/points.ts';
import type {
  Column,
  Evidence,
  PreviewRow,
  RejectedRow,
  SeriesSummary,
  Shape,
} from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { wholeColumns } from '#shared/tabular/whole-columns.ts';

type Counts = Pick<Column, 'nonNull' | 'nulls' | 'sum'>;

function counts(table: Table, column: TableColumn, measured: boolean): Counts {
  let nonNull = 0;
  let sum = 0;
  for (let row = 0; row < table.rows.length; row += 1) {
    const value = measured ? numberAt(table, column, row) : textAt(table, column, row);
    if (Number.isNaN(value)) continue;
    nonNull += 1;
    sum += value;
  }
  return { nonNull, nulls: table.rows.length - nonNull, sum: measured ? sum : null };
}

/** 0 where a cell of text is filled, NaN where it is missing. */
function textAt(table: Table, column: TableColumn, row: number): number {
  return isMissing(table.records.text(table.rows[row] ?? -1, column.index)) ? Number.NaN : 0;
}

function formatOf(table: Table, column: TableColumn): string | null {
  const across = table.layout.periodColumns.find((each) => each.column === column);
  if (across !== undefined) return across.moment.format;
  if (column.kind !== 'date') return null;
  for (const record of table.rows) {
    const moment = readMoment(table.records.text(record, column.index), column.style);
    if (moment?.kind === 'moment') return moment.format;
  }
  return null;
}

/** The columns as a person sees them, counted over the accepted rows. Where series are derived from rows, no column is a metric. */
export function columnsOf(table: Table, isDerived: boolean): readonly Column[] {
  const { layout } = table;
  const planned = planMeasures(isDerived || layout.shape === 'long' ? [] : layout.measures);
  const own = table.columns.map((column, index): Column => {
    const measured = column.kind === 'number';
    const plan = planned.find((each) => each.column === column);
    return {
      index: column.index,
      name: column.name,
      role: layout.roles[index] ?? 'dimension',
      format: formatOf(table, column),
      unit: measured ? (column.unit?.label ?? null) : null,
      metric: plan?.choice.id ?? null,
      aggregation: plan?.choice.aggregation ?? null,
      ...counts(table, column, measured),
    };
  });
  return [...own, ...wholeColumns(table, isDerived)];
}

const PREVIEW_RECORDS = 30;
const PREVIEW_REJECTED = 20;
const PREVIEW_CELLS = 200;
const PREVIEW_CHARACTERS = 300;

function previewRow(records: Records, record: number): PreviewRow {
  const width = Math.min(records.width(record), PREVIEW_CELLS);
  const cells = Array.from({ length: width }, (_, field) =>
    records.text(record, field).slice(0, PREVIEW_CHARACTERS),
  );
  return { line: records.line(record), record: record + 1, cells };
}

/** The first records of the file and the first rejected ones. */
export function previewOf(records: Records, rejected: readonly RejectedRow[]): readonly PreviewRow[] {
  const rows = Array.from({ length: Math.min(records.count, PREVIEW_RECORDS) }, (_, record) =>
    previewRow(records, record),
  );
  const wanted = new Set(rejected.slice(0, PREVIEW_REJECTED).map((row) => row.line));
  for (let record = PREVIEW_RECORDS; record < records.count && wanted.size > 0; record += 1) {
    if (wanted.delete(records.line(record))) rows.push(previewRow(records, record));
  }
  return rows;
}

export function newlineOf(taken: Taken): 'lf' | 'crlf' | 'cr' | 'mixed' | null {
  const { lf, crlf, cr } = taken.lexed.newlines;
  const kinds = [lf, crlf, cr].filter((count) => count > 0).length;
  if (kinds === 0) return null;
  if (kinds > 1) return 'mixed';
  return lf > 0 ? 'lf' : crlf > 0 ? 'crlf' : 'cr';
}

const SHAPES: Readonly<Record<Shape, string>> = {
  long: 'one row for each metric, entity and period',
  'metric-columns': 'one row for each period, metrics side by side',
  'entity-rows': 'one row for each entity and period, metrics side by side',
  'period-columns': 'periods across, one row for each metric or entity',
  events: 'one row for each thing that happened',
  targets: 'targets',
};

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

function delimiterEvidence({ sniffed, format }: Taken): readonly Evidence[] {
  if (format !== null) return [{ setting: 'rows', value: format.from, because: 'the list of objects' }];
  const value = DELIMITER_NAMES[sniffed.delimiter] ?? '';
  return [{ setting: 'delimiter', value, because: sniffed.because }];
}

/** What each detected setting is and what it rests on. */
export function evidenceOf(taken: Taken, place: HeaderPlace, table: Table): readonly Evidence[] {
  const { layout } = table;
  const found: Evidence[] = [
    { setting: 'encoding', value: taken.encoding, because: taken.encodingBecause },
    ...delimiterEvidence(taken),
    {
      setting: 'header',
      value:
        place.records.length === 0
          ? 'none'
          : `record ${place.records.map((record) => record + 1).join(' and ')}`,
      because: place.because,
    },
    { setting: 'shape', value: SHAPES[layout.shape], because: shapeReason(table) },
  ];
  const { period, entity } = layout;
  if (period !== null) {
    found.push({
      setting: 'date',
      value: `${period.name}: ${formatOf(table, period) ?? ''}`,
      because: period.orderBecause,
    });
  }
  if (entity !== null) {
    found.push({ setting: 'entity', value: entity.name, because: `${entity.profile.distinct.size} names` });
  }
  const decided = layout.measures.find(
    (column) => column.profile.decimals.dot + column.profile.decimals.comma > 0,
  );
  if (decided !== undefined)
    found.push({ setting: 'decimal', value: decided.mark, because: decided.markBecause });
  for (const column of layout.measures) {
    if (column.unit === null) continue;
    found.push({
      setting: 'unit',
      value: `${column.name}: ${column.unit.label}`,
      because: column.unitBecause,
    });
  }
  return found;
}

function shapeReason(table: Table): string {
  const { layout } = table;
  if (layout.periodColumns.length > 0) return `${layout.periodColumns.length} headers name periods`;
  if (layout.metric !== null && layout.shape === 'long') return `${layout.metric.name} names metrics`;
  if (layout.shape === 'events') return 'rows have an identity or a state of their own';
  return layout.entity === null ? 'no column names an entity' : `${layout.entity.name} names entities`;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function span(table: Table): string {
  const known = [...table.starts].filter((start) => !Number.isNaN(start));
  const across = table.layout.periodColumns.map((each) => each.moment.ms);
  const moments = known.length > 0 ? known : across;
  if (moments.length === 0) return '';
  const first = moments.reduce((least, each) => Math.min(least, each));
  const last = moments.reduce((most, each) => Math.max(most, each));
  return first === last ? `, ${msToDay(first)}` : `, ${msToDay(first)} to ${msToDay(last)}`;
}

/** One sentence: what the table is and what it becomes. */
export function sentenceOf(table: Table, series: readonly SeriesSummary[]): string {
  const rows = table.rows.length;
  if (rows === 0) {
    const rejected = table.rejected.count;
    const why =
      rejected === 0
        ? 'The header is there, nothing is below it'
        : `${plural(rejected, 'row was', 'rows were')} rejected`;
    return `0 data rows. ${why}; nothing changes.`;
  }
  const points = series.reduce((sum, each) => sum + each.points, 0);
  const entities = new Set(series.map((each) => each.entity)).size;
  const metrics = new Set(series.map((each) => each.metric)).size;
  const { layout } = table;
  const across = layout.periodColumns.length;
  const what =
    layout.shape === 'events'
      ? plural(rows, 'event', 'events')
      : across > 0
        ? `${plural(across, 'period', 'periods')} across × ${plural(rows, 'row', 'rows')}`
        : plural(rows, 'row', 'rows');
  if (points === 0) return `${what}${span(table)}: no points yet.`;
  const of = `${plural(metrics, 'metric', 'metrics')} on ${plural(entities, 'entity', 'entities')}`;
  return `${what}${span(table)}: ${of}, ${plural(points, 'point', 'points')}.`;
}
