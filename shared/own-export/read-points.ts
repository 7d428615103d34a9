import { dayToMs } from '#shared/day.ts';
import { numberOf, plainText } from '#shared/own-export/cells.ts';
import { ownTable } from '#shared/own-export/own-header.ts';
import { POINT_COLUMNS } from '#shared/own-export/points-csv.ts';
import type { Aggregation, Grain, PointTable, SeriesHeader } from '#shared/series/series.ts';
import type { RejectedRow } from '#shared/tabular/reading.ts';

const GRAINS: readonly Grain[] = ['instant', 'day', 'week', 'month', 'quarter', 'half', 'year'];
const AGGREGATIONS: readonly Aggregation[] = ['sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none'];
const NUMBERS = ['value', 'numerator', 'denominator'] as const;

/** The cells of a table by record and field, from 0. */
export type Cells = {
  readonly count: number;
  readonly text: (record: number, field: number) => string;
  readonly line: (record: number) => number;
};

export type OwnPoints = {
  readonly points: PointTable;
  /** Rows that were changed since, so that they cannot be read. */
  readonly rejected: readonly RejectedRow[];
};

type Column = (typeof POINT_COLUMNS)[number];
type CellOf = (column: Column) => string;
type Row = {
  readonly series: number;
  readonly start: number;
  readonly numbers: readonly number[];
  readonly line: number;
};

function periodOf(cell: string): number | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(cell)) return dayToMs(cell);
  const fraction = /^(-?\d+\.\d+) ms$/.exec(cell)?.[1];
  if (fraction !== undefined) return Number(fraction);
  if (!/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(cell)) return null;
  const at = Date.parse(cell);
  return Number.isNaN(at) ? null : at;
}

function fieldsOf(cells: Cells): ReadonlyMap<string, number> | null {
  if (cells.count === 0 || ownTable(cells.text(0, 0)) !== 'points') return null;
  const fields = new Map<string, number>();
  for (let field = 0; field < POINT_COLUMNS.length * 2; field += 1) {
    const name = cells.text(0, field);
    if (name !== '' && !fields.has(name)) fields.set(name, field);
  }
  const spare: readonly string[] = ['kind of entity', 'file', 'line'];
  return POINT_COLUMNS.every((name) => spare.includes(name) || fields.has(name)) ? fields : null;
}

function headerOf(cell: CellOf): SeriesHeader {
  const unit = plainText(cell('unit'));
  return {
    metric: plainText(cell(POINT_COLUMNS[0])),
    metricName: plainText(cell('metric')),
    entity: plainText(cell('entity')),
    unit: unit === '' ? null : unit,
    grain: GRAINS.find((grain) => grain === cell('grain')) ?? 'day',
    aggregation: AGGREGATIONS.find((aggregation) => aggregation === cell('aggregation')) ?? 'last',
  };
}

type Read = Pick<Row, 'start' | 'numbers'> | RejectedRow;

function rowOf(cell: CellOf, line: number): Read {
  const period = cell('period');
  const start = periodOf(period);
  if (start === null) {
    const message = `“${period}” is no period as Andon writes it.`;
    return { line, column: 'period', value: period, code: 'not-a-date', message };
  }
  const numbers = NUMBERS.map((column) => numberOf(cell(column)));
  const wrong = NUMBERS[numbers.indexOf(null)];
  if (wrong === undefined) return { start, numbers: numbers.map((number) => number ?? Number.NaN) };
  const message = `“${cell(wrong)}” is no number as Andon writes it.`;
  return { line, column: wrong, value: cell(wrong), code: 'not-a-number', message };
}

function tableOf(headers: readonly SeriesHeader[], rows: readonly Row[]): PointTable {
  const column = (index: number) => Float64Array.from(rows, (row) => row.numbers[index] ?? Number.NaN);
  const counts = (index: number) => {
    const all = column(index);
    return all.every(Number.isNaN) ? null : all;
  };
  return {
    series: headers,
    seriesIndex: Uint32Array.from(rows, (row) => row.series),
    starts: Float64Array.from(rows, (row) => row.start),
    values: column(0),
    numerators: counts(1),
    denominators: counts(2),
    lines: Uint32Array.from(rows, (row) => row.line),
  };
}

/** The points of a table that Andon wrote, as they were; null for any other table. */
export function readOwnPoints(cells: Cells): OwnPoints | null {
  const fields = fieldsOf(cells);
  if (fields === null) return null;
  const headers: SeriesHeader[] = [];
  const places = new Map<string, number>();
  const rejected: RejectedRow[] = [];
  const rows: Row[] = [];
  for (let record = 1; record < cells.count; record += 1) {
    const cell: CellOf = (column) => cells.text(record, fields.get(column) ?? -1);
    if (cell(POINT_COLUMNS[0]) === '' && cell('period') === '') continue;
    const read = rowOf(cell, cells.line(record));
    if ('code' in read) {
      rejected.push(read);
      continue;
    }
    const header = headerOf(cell);
    const key = JSON.stringify(header);
    const series = places.get(key) ?? headers.push(header) - 1;
    places.set(key, series);
    rows.push({ ...read, series, line: cells.line(record) });
  }
  return { points: tableOf(headers, rows), rejected };
}
