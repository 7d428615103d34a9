import type { Grain } from '#shared/series/series.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { periodGrain } from '#shared/tabular/period-grain.ts';
import { isFiscal, isYearlessWeek, yearlessPeriod } from '#shared/tabular/periods.ts';
import { cellReader, type NumberReader, numberReader } from '#shared/tabular/read-cells.ts';
import type { ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { readTimeOfDay } from '#shared/tabular/time-of-day.ts';
import { createYears } from '#shared/tabular/years.ts';

export type Judged = {
  readonly rows: Uint32Array;
  readonly starts: Float64Array;
  /** How long the periods are that the rows name. */
  readonly grains: ReadonlySet<Grain>;
  /** Length of the periods that date the rows. */
  readonly grain: Grain;
  /** For each measured column, by its position, what reads its numbers. */
  readonly numbers: ReadonlyMap<number, NumberReader>;
};

/** Start of a row's period; NaN when the cell is missing, or why it cannot be read. */
function dateOf(column: TableColumn, text: string): number | Pick<RejectedRow, 'code' | 'message'> {
  if (isMissing(text)) return Number.NaN;
  const moment = readMoment(text, column.style);
  if (moment?.kind === 'moment') return moment.ms;
  const shown = `“${text.trim().slice(0, 40)}”`;
  if (moment !== null)
    return { code: 'impossible-date', message: `${column.name}: ${shown} does not exist, ${moment.why}` };
  if (isYearlessWeek(text.trim())) {
    return { code: 'not-a-date', message: `${column.name}: ${shown} names a week and no year` };
  }
  const what = isFiscal(text.trim()) ? 'is a fiscal period whose months are not known' : 'is not a date';
  return { code: 'not-a-date', message: `${column.name}: ${shown} ${what}` };
}

function measured(layout: Layout): readonly TableColumn[] {
  if (layout.shape === 'events') return [];
  if (layout.periodColumns.length > 0) return layout.periodColumns.map((each) => each.column);
  return layout.measures;
}

type ReadDate = number | Pick<RejectedRow, 'code' | 'message'>;

/** Reads the dates of a column and notes their grains; a text that repeats is read once. */
function dateReader(records: Records, column: TableColumn, grains: Set<Grain>): (record: number) => ReadDate {
  return cellReader(records, column.index, (text) => {
    const moment = readMoment(text, column.style);
    if (moment?.kind !== 'moment') return dateOf(column, text);
    grains.add(moment.grain);
    return moment.ms;
  });
}

/** Reads periods without a year, each in the year that follows from the rows before it. */
function yearlessReader(
  records: Records,
  column: TableColumn,
  grains: Set<Grain>,
): (record: number) => ReadDate {
  const years = createYears(column.style.year ?? 0);
  return (record) => {
    const text = records.text(record, column.index);
    const period = yearlessPeriod(text.trim());
    if (period === null) return dateOf(column, text);
    grains.add(period.grain);
    return dateOf({ ...column, style: { ...column.style, year: years.next(period) } }, text);
  };
}

function readerFor(
  layout: Layout,
  records: Records,
  grains: Set<Grain>,
): ((record: number) => ReadDate) | null {
  const { period, timeOfDay } = layout;
  if (period === null) return null;
  const reader = period.style.year == null ? dateReader : yearlessReader;
  const read = reader(records, period, grains);
  if (timeOfDay === null) return read;
  const timeAt = cellReader(records, timeOfDay.index, readTimeOfDay);
  return (record) => {
    const date = read(record);
    const time = typeof date === 'number' ? timeAt(record) : null;
    if (time === null || typeof date !== 'number') return date;
    grains.add('instant');
    return date + time;
  };
}

function notANumber(column: TableColumn, line: number, text: string): RejectedRow {
  const value = text.trim();
  const message = `${column.name}: “${value.slice(0, 40)}” is not a number`;
  return { line, column: column.name, value, code: 'not-a-number', message };
}

/** Reads the date and the numbers of every data row and sets aside the rows where one of them cannot be read. */
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
  const dateAt = readerFor(layout, records, grains);
  const rows = new Uint32Array(data.length);
  const starts = new Float64Array(data.length);
  let size = 0;

  /** The first of the measured columns that does not hold a number in a record; -1 where all do. */
  function badColumn(record: number): number {
    for (let place = 0; place < readers.length; place += 1) {
      if ((readers[place] as NumberReader)(record) === null) return place;
    }
    return -1;
  }

  for (const record of data) {
    const start = dateAt === null ? Number.NaN : dateAt(mergedPeriod?.get(record) ?? record);
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
    starts[size] = start;
    rows[size] = record;
    size += 1;
  }
  const numbers = new Map(columns.map((column, place) => [column.index, readers[place] as NumberReader]));
  const judged = { rows: rows.subarray(0, size), starts: starts.subarray(0, size), grains, numbers };
  return { ...judged, grain: periodGrain(layout, records, judged) };
}
