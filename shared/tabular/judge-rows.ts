import type { Grain } from '#shared/series/series.ts';
import { periodGrain } from '#shared/tabular/period-grain.ts';
import { type NumberReader, numberReader } from '#shared/tabular/read-cells.ts';
import type { ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import { type ReadDate, startReader } from '#shared/tabular/start-reader.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

export type Judged = {
  readonly rows: Uint32Array;
  /** The moment that dates a record; NaN where it has none. */
  readonly startAt: (record: number) => number;
  /** How long the periods are that the rows name. */
  readonly grains: ReadonlySet<Grain>;
  /** Length of the periods that date the rows. */
  readonly grain: Grain;
  /** For each measured column, by its position, what reads its numbers. */
  readonly numbers: ReadonlyMap<number, NumberReader>;
};

function measured(layout: Layout): readonly TableColumn[] {
  if (layout.shape === 'events') return [];
  if (layout.periodColumns.length > 0) return layout.periodColumns.map((each) => each.column);
  return layout.measures;
}

function notANumber(column: TableColumn, line: number, text: string): RejectedRow {
  const value = text.trim();
  const message = `${column.name}: “${value.slice(0, 40)}” is not a number`;
  return { line, column: column.name, value, code: 'not-a-number', message };
}

/** Whether the dates of a table are read as fast as they are looked up: each text once, and none by the rows before. */
function isReadAtOnce({ period }: Layout, records: Records): boolean {
  if (period === null) return true;
  return period.style.year == null && records.cells(period.index).shapes.length === 0;
}

function startsOf(
  dateAt: ((record: number) => ReadDate) | null,
  kept: Float64Array | null,
): (record: number) => number {
  if (dateAt === null) return () => Number.NaN;
  if (kept !== null) return (record) => kept[record] ?? Number.NaN;
  return (record) => {
    const start = dateAt(record);
    return typeof start === 'number' ? start : Number.NaN;
  };
}

/**
 * Reads the date and the numbers of every data row and sets aside the rows where one of them cannot be read. Those
 * that are accepted stand in `data` afterwards, in front of what is left of it.
 */
export function judgeRows(
  records: Records,
  data: Uint32Array,
  layout: Layout,
  handling: {
    readonly settings: ReadSettings;
    readonly rejects: RejectLog;
    /** For rows below a merged date, the row that holds it. */
    readonly mergedPeriod: ReadonlyMap<number, number> | null;
  },
): Judged {
  const { settings, rejects, mergedPeriod } = handling;
  const columns = measured(layout);
  const readers = columns.map((column) => numberReader(records, column));
  const strict = settings.rejects !== 'as-missing';
  const { period } = layout;
  const grains = new Set<Grain>();
  const read = startReader(layout, records, grains);
  const dateAt =
    read === null || mergedPeriod === null
      ? read
      : (record: number) => read(mergedPeriod.get(record) ?? record);
  const kept = isReadAtOnce(layout, records) ? null : new Float64Array(records.count);
  const rows = data;
  let size = 0;

  /** The first of the measured columns that does not hold a number in a record; -1 where all do. */
  function badColumn(record: number): number {
    for (let place = 0; place < readers.length; place += 1) {
      if ((readers[place] as NumberReader)(record) === null) return place;
    }
    return -1;
  }

  for (const record of data) {
    const start = dateAt === null ? Number.NaN : dateAt(record);
    if (typeof start !== 'number') {
      const value = records.text(record, period?.index ?? 0).trim();
      rejects.add({ line: records.line(record), column: period?.name ?? null, value, ...start });
      continue;
    }
    const bad = strict ? columns[badColumn(record)] : undefined;
    if (bad !== undefined) {
      rejects.add(notANumber(bad, records.line(record), records.text(record, bad.index)));
      continue;
    }
    if (kept !== null) kept[record] = start;
    rows[size] = record;
    size += 1;
  }
  const numbers = new Map(columns.map((column, place) => [column.index, readers[place] as NumberReader]));
  const judged = { rows: rows.subarray(0, size), startAt: startsOf(dateAt, kept), grains, numbers };
  return { ...judged, grain: periodGrain(layout, records, judged) };
}
