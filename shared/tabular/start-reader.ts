import type { Grain } from '#shared/series/series.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { digitMoments } from '#shared/tabular/digit-moments.ts';
import { isMissing } from '#shared/tabular/missing.ts';
import { isFiscal, isYearlessWeek, yearlessPeriod } from '#shared/tabular/periods.ts';
import { cellReader } from '#shared/tabular/read-cells.ts';
import type { RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { readTimeOfDay } from '#shared/tabular/time-of-day.ts';
import { createYears } from '#shared/tabular/years.ts';

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

/** Start of a row's period in calendar milliseconds, NaN where it is missing; or why it cannot be read. */
export type ReadDate = number | Pick<RejectedRow, 'code' | 'message'>;

/** Reads the dates of a column and notes their grains; a text that repeats is read once. */
function dateReader(records: Records, column: TableColumn, grains: Set<Grain>): (record: number) => ReadDate {
  const cells = records.cells(column.index);
  const ofText = cellReader(records, column.index, (text): ReadDate => {
    const moment = readMoment(text, column.style);
    if (moment?.kind !== 'moment') return dateOf(column, text);
    grains.add(moment.grain);
    return moment.ms;
  });
  const known = cells.shapes.map((shape) => digitMoments(shape, column.style));
  return (record) => {
    const moments = cells.code(record) < 0 ? known[cells.shape(record)] : null;
    const ms = moments?.ms(cells.digits(record)) ?? Number.NaN;
    if (moments == null || Number.isNaN(ms)) return ofText(record);
    grains.add(moments.grain);
    return ms;
  };
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

/** Reads what dates the records of a table; null where it has no dates. The grains that are met are noted. */
export function startReader(
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
