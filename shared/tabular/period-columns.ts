import { partsToMs } from '#shared/day.ts';
import { fiscalYearOf } from '#shared/tabular/date-column.ts';
import { orderEvidence, readMoment } from '#shared/tabular/dates.ts';
import { grainOfDays } from '#shared/tabular/grain.ts';
import type { Moment, MomentStyle } from '#shared/tabular/moment.ts';
import { inYear, isFiscal, nameDays, readPeriod, yearlessPeriod } from '#shared/tabular/periods.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import { createYears, type Years } from '#shared/tabular/years.ts';

/** A column whose header names a period; `metric` is the other row of a header of two, else null. */
export type PeriodColumn = {
  readonly column: TableColumn;
  readonly moment: Moment;
  readonly metric: string | null;
  /** Text of the header that names the period. */
  readonly text: string;
  /** What of the period a person has still to say. */
  readonly open: 'year' | 'fiscal-year' | null;
};

const YEAR = /^(?:CY\s?)?((?:19|20)\d{2})$/i;

/** Year that the upper row of a header gives to the periods below it (`2026`, `Q1 2026`), or null. */
function yearOf(text: string): number | null {
  const plain = YEAR.exec(text);
  if (plain !== null) return Number(plain[1]);
  const period = readPeriod(text);
  return period?.kind === 'moment' ? new Date(period.ms).getUTCFullYear() : null;
}

type Found = { readonly moment: Moment; readonly open: PeriodColumn['open'] };

function periodOf(text: string, style: MomentStyle): Found | null {
  if (text === '') return null;
  const moment = readPeriod(text) ?? readMoment(text, style);
  if (moment?.kind === 'moment') return { moment, open: isFiscal(text) ? 'fiscal-year' : null };
  const year = YEAR.exec(text);
  if (year === null) return null;
  const ms = partsToMs(Number(year[1]), 1, 1) ?? Number.NaN;
  return { moment: { kind: 'moment', ms, grain: 'year', format: 'year' }, open: null };
}

/** A period without a year, in the year that the row above gives it or in the one that follows from its place. */
function yearlessOf(text: string, above: string, years: Years): Found | null {
  const period = yearlessPeriod(text);
  if (period === null) return null;
  const year = yearOf(above);
  const moment = inYear(period, year ?? years.next(period));
  return moment?.kind === 'moment' ? { moment, open: year === null ? 'year' : null } : null;
}

/** What the row above a row of periods calls them. */
const PERIOD_WORD =
  /^(?:periods?|dates?|days?|weeks?|months?|quarters?|years?|reporting period|zeitraum|periode|tag|woche|monat|quartal|jahr|p[ée]riode|semaine|mois|trimestre|ann[ée]e|per[íi]odo|semana|mes|m[êe]s|a[ñn]o|ano|mese|settimana|anno|vecka|m[åa]nad|tydzie[ńn]|miesi[ąa]c)$/i;

function periodColumn(
  column: TableColumn,
  style: MomentStyle,
  years: Years,
  areDays: boolean,
): PeriodColumn | null {
  const { upper, lower } = column;
  const day = areDays && lower === '' ? yearlessOf(upper, '', years) : null;
  if (day !== null) return { column, ...day, metric: null, text: upper };
  const rest = (text: string): string | null => (text === '' || PERIOD_WORD.test(text) ? null : text);
  if (lower !== '' && yearOf(upper) !== null) {
    const below = yearlessOf(lower, upper, years);
    if (below !== null) return { column, ...below, metric: null, text: lower };
  }
  const above = periodOf(upper, style);
  if (above !== null) return { column, ...above, metric: rest(lower), text: upper };
  const below = periodOf(lower, style);
  if (below !== null) return { column, ...below, metric: rest(upper), text: lower };
  const loose = yearlessOf(upper, '', years);
  if (loose !== null) return { column, ...loose, metric: rest(lower), text: upper };
  const last = yearlessOf(lower, '', years);
  return last === null ? null : { column, ...last, metric: rest(upper), text: lower };
}

/** Day or month first in headers that are dates: one above 12 decides. */
function headerOrder(columns: readonly TableColumn[]): 'dmy' | 'mdy' {
  const evidence = columns.flatMap((column) => [orderEvidence(column.upper), orderEvidence(column.lower)]);
  return evidence.includes('mdy') && !evidence.includes('dmy') ? 'mdy' : 'dmy';
}

/** Days across that are a week or a month apart stand for weeks and months. */
function withGrain(found: readonly PeriodColumn[]): readonly PeriodColumn[] {
  if (!found.every((each) => each.moment.grain === 'day')) return found;
  const grain = grainOfDays(
    found.map((each) => each.moment.ms),
    null,
  );
  return found.map((each) => ({ ...each, moment: { ...each.moment, grain } }));
}

/** Columns whose headers name periods. `year` is that of the first one without a year, as long as nobody said it. */
export function periodColumns(
  columns: readonly TableColumn[],
  settings: ReadSettings,
  year: number,
): readonly PeriodColumn[] {
  const order = settings.dateOrder ?? headerOrder(columns);
  const style: MomentStyle = { order, epoch: 'sheet-days', fiscal: fiscalYearOf(settings) };
  const years = createYears(settings.year ?? year);
  const named = columns.map((column) => column.upper).filter((text) => yearlessPeriod(text)?.grain === 'day');
  const areDays = named.length > 1 && nameDays(named);
  const answered = (open: PeriodColumn['open']): boolean =>
    open === 'year' ? settings.year !== undefined : settings.fiscalYear !== undefined;
  const found = columns.flatMap((column): PeriodColumn[] => {
    if (column.kind === 'date' || (column.kind === 'text' && column.profile.quantities === 0)) return [];
    const each = periodColumn(column, style, years, areDays);
    return each === null ? [] : [{ ...each, open: answered(each.open) ? null : each.open }];
  });
  return found.length >= 2 || settings.shape === 'period-columns' ? withGrain(found) : [];
}

/** Whether the headers are dates whose day and month nothing tells apart. */
export function isHeaderOrderOpen(found: readonly PeriodColumn[], settings: ReadSettings): boolean {
  if (settings.dateOrder !== undefined) return false;
  const evidence = found.map(({ column }) => orderEvidence(column.upper) ?? orderEvidence(column.lower));
  return evidence.includes('open') && evidence.every((each) => each === 'open' || each === null);
}
