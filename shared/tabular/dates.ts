import { partsToMs } from '#shared/day.ts';
import { fullYear, monthNamed, withoutWeekday } from '#shared/tabular/calendar-text.ts';
import { readRange } from '#shared/tabular/date-range.ts';
import type { EpochScale, Moment, MomentStyle, ReadMoment } from '#shared/tabular/moment.ts';
import { inYear, readFiscal, readNumbered, readPeriod, yearlessPeriod } from '#shared/tabular/periods.ts';

const YEAR_FIRST = /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})\.?(?=$|[T\s])/;
const ASIAN = /^(\d{4})[年년]\s?(\d{1,2})[月월]\s?(\d{1,2})[日일](?=$|[\s\d])/;
const BASIC = /^((?:19|20|21)\d{2})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const NUMBERS = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?(?=$|[T\s,])/;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|er|º|\.)?(?:[-/\s.]{1,2}|\sde\s)(\p{L}{3,12})\.?(?:[-/\s.,]{1,2}|\sd[eo]l?\s)(\d{4}|\d{2})(?=$|[T\s,])/u;
const NAME_DAY_YEAR = /^(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?=$|[\s,])/u;
const TIME =
  /^(?:T|[\s,]{0,2}(?:(?:at|um|kl\.?|à|-|–|@)\s)?)(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?\s?([AaPp]\.?[Mm]\.?)?\s?(.*)$/;
const OFFSET =
  /^\(?(?:Z|UTC|GMT|(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?)\)?(?:\s[A-Z]{2,5}|\s\([\p{L} ]{2,40}\))?$/u;

const UNKNOWN_ZONE = /^\[?[A-Za-z]{2,5}\]?$/;

type Parts = { readonly year: number; readonly month: number; readonly date: number; readonly rest: string };

function impossible(why: string): ReadMoment {
  return { kind: 'impossible', why };
}

function clock(match: RegExpExecArray): number | null {
  const half = match[5]?.charAt(0).toLowerCase();
  let hours = Number(match[1]);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
  }
  const minutes = Number(match[2]);
  const seconds = Number(match[3] ?? 0);
  if (hours > 24 || minutes > 59 || seconds > 60) return null;
  const fraction = match[4] === undefined ? 0 : Math.trunc(Number(`0.${match[4]}`) * 1000);
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + fraction;
}

/** Milliseconds that an offset adds to UTC; 0 for none and for UTC, null when it is not understood. */
function offset(text: string): number | null {
  const zone = text.trim();
  if (zone === '') return 0;
  const match = OFFSET.exec(zone);
  if (match === null) return UNKNOWN_ZONE.test(zone) ? 0 : null;
  if (match[1] === undefined) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

function finish(parts: Parts, format: string): ReadMoment {
  const day = partsToMs(parts.year, parts.month, parts.date);
  if (day === null) return impossible('there is no such day');
  if (parts.rest.trim() === '') return { kind: 'moment', ms: day, grain: 'day', format };
  const time = TIME.exec(parts.rest);
  if (time === null) return null;
  const within = clock(time);
  if (within === null) return impossible('there is no such time');
  const zone = offset(time[6] ?? '');
  if (zone === null) return null;
  const written = time[5] === undefined ? 'HH:mm' : 'h:mm a';
  const suffix = (time[6] ?? '') === '' ? '' : ' offset';
  return {
    kind: 'moment',
    ms: day + within - zone,
    grain: 'instant',
    format: `${format} ${written}${suffix}`,
  };
}

function yearFirst(text: string): ReadMoment {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return null;
  const separator = match[2] ?? '-';
  const rest = text.slice(match[0].length);
  const parts = { year: Number(match[1]), month: Number(match[3]), date: Number(match[4]), rest };
  return finish(parts, `yyyy${separator}MM${separator}dd`);
}

function basic(text: string): ReadMoment {
  const match = BASIC.exec(text);
  if (match === null) return null;
  const [, year, month, date, hours, minutes, seconds] = match;
  const day = partsToMs(Number(year), Number(month), Number(date));
  if (day === null) return hours === undefined ? null : impossible('there is no such day');
  if (hours === undefined) return { kind: 'moment', ms: day, grain: 'day', format: 'yyyyMMdd' };
  const within = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
  return { kind: 'moment', ms: day + within * 1000, grain: 'instant', format: "yyyyMMdd'T'HHmmss" };
}

function numbers(text: string, style: MomentStyle): ReadMoment {
  const match = NUMBERS.exec(text);
  if (match === null) return null;
  const [whole, first, separator = '/', second, year = ''] = match;
  const dayFirst = style.order !== 'mdy';
  const month = Number(dayFirst ? second : first);
  const date = Number(dayFirst ? first : second);
  const parts = { year: fullYear(year), month, date, rest: text.slice(whole.length) };
  const order = dayFirst ? ['dd', 'MM'] : ['MM', 'dd'];
  return finish(parts, [...order, year.length === 2 ? 'yy' : 'yyyy'].join(separator));
}

function asian(text: string): ReadMoment {
  const match = ASIAN.exec(text);
  if (match === null) return null;
  const rest = text.slice(match[0].length);
  const parts = { year: Number(match[1]), month: Number(match[2]), date: Number(match[3]), rest };
  return finish(parts, 'yyyy年M月d日');
}

function named(text: string): ReadMoment {
  const first = DAY_NAME_YEAR.exec(text);
  const month = first === null ? null : monthNamed(first[2] ?? '');
  if (first !== null && month !== null) {
    const rest = text.slice(first[0].length);
    const year = first[3] ?? '';
    const format = `d MMM ${year.length === 2 ? 'yy' : 'yyyy'}`;
    return finish({ year: fullYear(year), month, date: Number(first[1]), rest }, format);
  }
  const second = NAME_DAY_YEAR.exec(text);
  const other = second === null ? null : monthNamed(second[1] ?? '');
  if (second === null || other === null) return null;
  const rest = text.slice(second[0].length);
  return finish({ year: Number(second[3]), month: other, date: Number(second[2]), rest }, 'MMM d, yyyy');
}

const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;
const SHEET_DAYS = /^\d{5}(?:[.,]\d{1,12})?$/;
const EPOCH_MS: Readonly<Record<Exclude<EpochScale, 'sheet-days'>, number>> = {
  s: 1000,
  ms: 1,
  us: 1e-3,
  ns: 1e-6,
};

/** Spreadsheets count days so that 25569 is 1970-01-01; the numbers of 1982 to 2064 are taken as days. */
const SHEET_1970 = 25_569;
const SHEET_RANGE = { from: 30_000, to: 60_000 };

/** Whether a text can be a day as spreadsheets store it: a number of five digits, perhaps with a part of a day. */
export function isSheetDay(text: string): boolean {
  const value = SHEET_DAYS.test(text) ? Number(text.replace(',', '.')) : 0;
  return value >= SHEET_RANGE.from && value <= SHEET_RANGE.to;
}

function epoch(text: string, style: MomentStyle): Moment | null {
  if (style.epoch === null) return null;
  if (style.epoch === 'sheet-days') {
    if (!isSheetDay(text)) return null;
    const seconds = Math.round((Number(text.replace(',', '.')) - SHEET_1970) * 86_400);
    const grain = seconds % 86_400 === 0 ? 'day' : 'instant';
    return { kind: 'moment', ms: seconds * 1000, grain, format: 'spreadsheet-day' };
  }
  if (!EPOCH.test(text)) return null;
  const ms = Math.round(Number(text) * EPOCH_MS[style.epoch]);
  return { kind: 'moment', ms, grain: 'instant', format: `epoch-${style.epoch}` };
}

function whole(text: string, style: MomentStyle): ReadMoment {
  const code = text.charCodeAt(0);
  if (code < 0x30 || code > 0x39) return readPeriod(text) ?? named(text);
  return (
    yearFirst(text) ??
    numbers(text, style) ??
    epoch(text, style) ??
    basic(text) ??
    readPeriod(text) ??
    named(text) ??
    asian(text)
  );
}

/** Texts that only the column or a person's answer places: `14.2026`, `KW 14`, `FY26 Q1`. */
function placed(text: string, style: MomentStyle): ReadMoment {
  if (style.numbered != null) {
    const found = readNumbered(text, style.numbered);
    if (found !== null) return found;
  }
  if (style.fiscal != null) {
    const found = readFiscal(text, style.fiscal);
    if (found !== null) return found;
  }
  if (style.year == null) return null;
  const period = yearlessPeriod(text);
  return period === null ? null : inYear(period, style.year);
}

const WEEK_OF =
  /^(?:(?:week|wk)\s(?:of|starting|commencing|beginning|from)|w\/c|wc|semaine\sdu|woche\s(?:vom|ab)|semana\sdel?)\s/i;

/** Dates in words of a sheet: with a weekday, as the first day of a week, as a range of days. */
function worded(text: string, style: MomentStyle): ReadMoment {
  const week = WEEK_OF.exec(text);
  if (week !== null) {
    const found = whole(text.slice(week[0].length), style);
    return found?.kind === 'moment' ? { ...found, grain: 'week' } : found;
  }
  const bare = withoutWeekday(text);
  if (bare !== text && bare.length > 4) {
    const found = whole(bare, style);
    if (found !== null) return found;
  }
  return readRange(text, (part) => whole(part, style));
}

const DIGIT = /\d/;

/** Longest text that is looked at as a date: what a browser writes with the zone in words. */
export const LONGEST_MOMENT = 64;

/** Reads a date, moment or period from a cell; null when the text is none, impossible when no such one exists. */
export function readMoment(cell: string, style: MomentStyle): ReadMoment {
  const text = cell.trim();
  if (text.length > LONGEST_MOMENT) return null;
  const special = style.numbered != null || style.year != null || style.fiscal != null;
  const found = special ? placed(text, style) : null;
  if (found !== null || text.length < 4) return found;
  return whole(text, style) ?? (text.length < 7 || !DIGIT.test(text) ? null : worded(text, style));
}

export type OrderEvidence = 'dmy' | 'mdy' | 'open' | null;

/** What a cell with day, month and year in numbers says about their order; null when it is not written so. */
export function orderEvidence(cell: string): OrderEvidence {
  const match = NUMBERS.exec(cell.trim());
  if (match === null) return null;
  const first = Number(match[1]);
  const second = Number(match[3]);
  if (first > 12 && second <= 12) return 'dmy';
  if (second > 12 && first <= 12) return 'mdy';
  return 'open';
}

/** Unit of an epoch by its number of digits for the years 1990 to 2100; null when it is none of them. */
export function epochUnit(text: string): 's' | 'ms' | 'us' | 'ns' | null {
  if (!EPOCH.test(text)) return null;
  const value = Number(text);
  const ranges: readonly (readonly ['s' | 'ms' | 'us' | 'ns', number])[] = [
    ['s', 1],
    ['ms', 1e3],
    ['us', 1e6],
    ['ns', 1e9],
  ];
  const from = 631_152_000;
  const to = 4_102_444_800;
  return ranges.find(([, factor]) => value >= from * factor && value < to * factor)?.[0] ?? null;
}
