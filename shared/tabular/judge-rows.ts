import type { Grain } from '#shared/series/series.ts';
import { cellNumber } from '#shared/tabular/cell-value.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { isFiscal, isYearlessWeek, yearlessPeriod } from '#shared/tabular/periods.ts';
import type { ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { readTimeOfDay } from '#shared/tabular/time-of-day.ts';
import { createYears } from '#shared/tabular/years.ts';

export type Judged = {
  readonly rows: readonly number[];
  readonly starts: Float64Array;
  /** How long the periods are that the rows name. */
  readonly grains: ReadonlySet<Grain>;
  /** For each measured column, by its position, the numbers of the accepted rows; NaN where missing. */
  readonly numbers: ReadonlyMap<number, Float64Array>;
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

type DateReader = (text: string) => number | Pick<RejectedRow, 'code' | 'message'>;

const KEPT_DATES = 100_000;

/** Reads the dates of a column and notes their grains; a text that repeats is read once. */
function dateReader(column: TableColumn, grains: Set<Grain>): DateReader {
  const known = new Map<string, ReturnType<DateReader>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const moment = readMoment(text, column.style);
    if (moment?.kind === 'moment') grains.add(moment.grain);
    const date = dateOf(column, text);
    if (known.size < KEPT_DATES) known.set(text, date);
    return date;
  };
}

/** Reads periods without a year, each in the year that follows from the rows before it. */
function yearlessReader(column: TableColumn, grains: Set<Grain>): DateReader {
  const years = createYears(column.style.year ?? 0);
  return (text) => {
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
): ((record: number) => ReturnType<DateReader>) | null {
  const { period, timeOfDay } = layout;
  if (period === null) return null;
  const read = period.style.year == null ? dateReader(period, grains) : yearlessReader(period, grains);
  if (timeOfDay === null) return (record) => read(records.text(record, period.index));
  return (record) => {
    const date = read(records.text(record, period.index));
    const time = typeof date === 'number' ? readTimeOfDay(records.text(record, timeOfDay.index)) : null;
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
  data: readonly number[],
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
  const numbers = columns.map(() => new Float64Array(data.length));
  const strict = settings.rejects !== 'as-missing';
  const { period } = layout;
  const grains = new Set<Grain>();
  const dateAt = readerFor(layout, records, grains);
  const rows: number[] = [];
  const starts = new Float64Array(data.length);

  function readNumbers(record: number): RejectedRow | null {
    for (let place = 0; place < columns.length; place += 1) {
      const column = columns[place] as TableColumn;
      const text = records.text(record, column.index);
      const number = cellNumber(column, text);
      if (number === null && strict) return notANumber(column, records.line(record), text);
      (numbers[place] as Float64Array)[rows.length] = number ?? Number.NaN;
    }
    return null;
  }

  for (const record of data) {
    const start = dateAt === null ? Number.NaN : dateAt(mergedPeriod?.get(record) ?? record);
    if (typeof start !== 'number') {
      const value = records.text(record, period?.index ?? 0).trim();
      rejects.add({ line: records.line(record), column: period?.name ?? null, value, ...start });
      continue;
    }
    const bad = readNumbers(record);
    if (bad !== null) {
      rejects.add(bad);
      continue;
    }
    starts[rows.length] = start;
    rows.push(record);
  }
  const kept = new Map(
    columns.map((column, place) => [column.index, (numbers[place] as Float64Array).subarray(0, rows.length)]),
  );
  return { rows, starts: starts.subarray(0, rows.length), grains, numbers: kept };
}
