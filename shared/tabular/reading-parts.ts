import { BLOCK, eachBlock, NOT_ONE, numberBlocks } from '#shared/tabular/cell-blocks.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import type { Taken } from '#shared/tabular/intake.ts';
import { planMeasures } from '#shared/tabular/measure-plan.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { cellReader, numberReader } from '#shared/tabular/read-cells.ts';
import type { Column, ExcludedRow, PreviewRow, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import { isPersonal } from '#shared/tabular/roles.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { wholeColumns } from '#shared/tabular/whole-columns.ts';

type Counts = Pick<Column, 'nonNull' | 'nulls' | 'sum'>;

/** Counts the cells of the accepted rows: those that say something, those that do not, and the sum of their numbers. */
function counts(table: Table, column: TableColumn, measured: boolean): Counts {
  const { records, rows } = table;
  let nonNull = 0;
  if (!measured) {
    const { filled, missing } = column.profile;
    // The profile counts every data row, so it stands where none was rejected.
    if (filled + missing === rows.length) return { nonNull: filled, nulls: missing, sum: null };
    const missingAt = cellReader(records, column.index, isMissing);
    for (const record of rows) if (!missingAt(record)) nonNull += 1;
    return { nonNull, nulls: rows.length - nonNull, sum: null };
  }
  const read = numberReader(records, column);
  const numbersIn = table.numberBlocks.get(column.index) ?? numberBlocks(records, column, read);
  const numbers = new Float64Array(BLOCK);
  let sum = 0;
  eachBlock(rows.length, (from, to) => {
    numbersIn(rows, from, to, numbers);
    for (let at = 0; at < to - from; at += 1) {
      const value = numbers[at] as number;
      if (value === NOT_ONE || Number.isNaN(value)) continue;
      nonNull += 1;
      sum += value;
    }
  });
  return { nonNull, nulls: rows.length - nonNull, sum };
}

/** How the dates of a column are written, by its first one; null where it has none. */
export function formatOf(table: Table, column: TableColumn): string | null {
  const across = table.layout.periodColumns.find((each) => each.column === column);
  if (across !== undefined) return across.moment.format;
  if (column.kind !== 'date') return null;
  for (const record of table.rows) {
    const moment = readMoment(table.records.text(record, column.index), column.style);
    if (moment?.kind === 'moment') return moment.format;
  }
  return null;
}

/** Labels with more different texts than this are not offered to choose from. */
const MOST_TEXTS = 40;

/** Texts of labels that conditions may choose from; none of a column of people. */
function textsOf(column: TableColumn): readonly string[] {
  const { distinct } = column.profile;
  const isLabel = column.kind === 'text' || column.kind === 'boolean';
  if (!isLabel || isPersonal(column) || distinct.size > MOST_TEXTS) return [];
  return [...distinct].filter((text) => text.length <= 80);
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
      personal: isPersonal(column),
      texts: textsOf(column),
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

/** Rows beyond the first ones that are shown because something happened to them. */
const PREVIEW_EXCLUDED = 20;

type Noted = { readonly rejected: readonly RejectedRow[]; readonly excluded: readonly ExcludedRow[] };

/** Lines that are shown wherever they stand: rejected ones, and those that were left out with something in them. */
function notedLines({ rejected, excluded }: Noted): Set<number> {
  const told = excluded.filter((row) => row.reason !== 'blank').slice(0, PREVIEW_EXCLUDED);
  return new Set([...rejected.slice(0, PREVIEW_REJECTED), ...told].map((row) => row.line));
}

/** The first records of the file, then those further down that were rejected or left out. */
export function previewOf(records: Records, noted: Noted): readonly PreviewRow[] {
  const rows = Array.from({ length: Math.min(records.count, PREVIEW_RECORDS) }, (_, record) =>
    previewRow(records, record),
  );
  const wanted = notedLines(noted);
  for (const row of rows) wanted.delete(row.line);
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
