import { isoWeekToMs, partsToMs } from '#shared/day.ts';
import { fullYear, monthNamed } from '#shared/tabular/calendar-text.ts';
import type { FiscalYear, Impossible, Moment, ReadMoment } from '#shared/tabular/moment.ts';

/** Words for week, as files of several languages begin or end their week numbers with. */
const WEEK_WORD =
  '(?:weeks?|wk|w|kw|cw|woche|semaine|sem|s|semana|settimana|sett|vecka|v|uge|uke|tydzie[nń]|tydz|viikko|vko|vk|h[ée]t|hafta|t[ýy]den|t[ýy][žz]|неделя|нед|第)\\.?';

const ISO_WEEK = new RegExp(`^((?:19|20|21)\\d{2})[-\\s/]?${WEEK_WORD}\\s?(\\d{1,2})(?:-?([0-9]))?$`, 'i');
const WEEK_YEAR = new RegExp(`^${WEEK_WORD}\\s?(\\d{1,2})[\\s/,.-]{1,2}(\\d{4})$`, 'i');
const YEAR_WEEK = /^(\d{4})[\s/,.-]{1,2}(?:week|wk|Woche)\s?(\d{1,2})$/i;
const ASIAN_WEEK = /^(\d{4})年?\s?第?\s?(\d{1,2})\s?[週周주]차?$/;
const WEEK_ONLY = new RegExp(`^${WEEK_WORD}\\s?(\\d{1,2})[週周]?$`, 'i');
const YEAR_MONTH = /^((?:19|20|21)\d{2})(?:[-/]|-?M)(\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})\/((?:19|20|21)\d{2})$/;
const NAMED_MONTH = /^(\p{L}{3,12})\.?(?:[\s\-/.']{1,2}|\sd[eo]l?\s|(?=(?:20\d{2}|[23]\d)$))(\d{4}|\d{2})$/u;
const YEAR_NAMED = /^(\d{4})[\s\-/.]{1,2}(\p{L}{3,12})\.?$/u;
const ASIAN_MONTH = /^(\d{4})[年년]\s?(\d{1,2})[月월]$/;
const QUARTER_FIRST =
  /^(?:Q|[TK](?=\s?[1-4](?:[\s'/]|[-.]?20))|quarter\s|quartal\s|trimestre\s|kvartal\s)\s?([1-4])[\s\-/'.]{0,2}(\d{4}|\d{2})$/i;
const YEAR_FIRST = /^(\d{4})[\s\-/]{0,2}[QTK]([1-4])$/i;
const NUMBER_QUARTER =
  /^([1-4])(?:\.\s?|º\s?|er\s?|e\s|\s)?(?:[QTK]|quarter|quartal|trimestre|trim\.?|kvartal)[\s\-/']{0,2}(\d{4}|\d{2})$/i;
const QUARTER_ONLY = /^[QTK]([1-4])$/i;

const HALF_FIRST =
  /^(?:(?:H|HY|S)\s?([12])|([12])(?:st|nd|\.|er|º|o|e|ème)?\s?(?:half(?:[\s-]year)?|halbjahr|hj|semestre|semester|sem\.?|halv[åa]r))[\s\-/'.]{0,2}(?:of\s)?((?:19|20)\d{2})$/i;
const HALF_LAST =
  /^((?:19|20)\d{2})[\s\-/]{0,2}(?:(?:H|HY)\s?([12])|([12])\.?\s?(?:halbjahr|hj|semestre|semester))$/i;

function moment(ms: number | null, grain: Moment['grain'], format: string): Moment | null {
  return ms === null ? null : { kind: 'moment', ms, grain, format };
}

function impossible(why: string): Impossible {
  return { kind: 'impossible', why };
}

function week(year: number, number: number, weekday: number | null): ReadMoment {
  const monday = isoWeekToMs(year, number);
  if (monday === null) {
    const why = number === 53 ? `${year} has 52 weeks` : `there is no week ${number}`;
    return impossible(why);
  }
  if (weekday === null) return moment(monday, 'week', 'iso-week');
  if (weekday < 1 || weekday > 7) return impossible(`there is no weekday ${weekday}`);
  return moment(monday + (weekday - 1) * 86_400_000, 'day', 'iso-week-day');
}

function readWeek(text: string): ReadMoment {
  const iso = ISO_WEEK.exec(text) ?? YEAR_WEEK.exec(text) ?? ASIAN_WEEK.exec(text);
  if (iso) return week(Number(iso[1]), Number(iso[2]), iso[3] === undefined ? null : Number(iso[3]));
  const turned = WEEK_YEAR.exec(text);
  if (turned) return week(Number(turned[2]), Number(turned[1]), null);
  return null;
}

function month(year: number, number: number): ReadMoment {
  if (number < 1 || number > 12) return impossible(`there is no month ${number}`);
  return moment(partsToMs(year, number, 1), 'month', 'month');
}

function readMonth(text: string): ReadMoment {
  const numbers = YEAR_MONTH.exec(text) ?? ASIAN_MONTH.exec(text);
  if (numbers) return month(Number(numbers[1]), Number(numbers[2]));
  const turned = MONTH_YEAR.exec(text);
  if (turned) return month(Number(turned[2]), Number(turned[1]));
  const named = NAMED_MONTH.exec(text);
  const first = named === null ? null : monthNamed(named[1] ?? '');
  if (first !== null) return month(fullYear(named?.[2] ?? ''), first);
  const late = YEAR_NAMED.exec(text);
  const second = late === null ? null : monthNamed(late[2] ?? '');
  return second === null ? null : month(Number(late?.[1]), second);
}

function readQuarter(text: string): ReadMoment {
  const first = QUARTER_FIRST.exec(text) ?? NUMBER_QUARTER.exec(text);
  const last = first === null ? YEAR_FIRST.exec(text) : null;
  const year = first?.[2] ?? last?.[1];
  const quarter = Number(first?.[1] ?? last?.[2]);
  if (year === undefined) return null;
  return moment(partsToMs(fullYear(year), quarter * 3 - 2, 1), 'quarter', 'quarter');
}

function readHalf(text: string): ReadMoment {
  const first = HALF_FIRST.exec(text);
  const last = first === null ? HALF_LAST.exec(text) : null;
  const year = first?.[3] ?? last?.[1];
  const half = Number(first?.[1] ?? first?.[2] ?? last?.[2] ?? last?.[3]);
  return year === undefined ? null : moment(partsToMs(Number(year), half * 6 - 5, 1), 'half', 'half');
}

/** Reads a week, month, quarter or half with its year; null when the text names none. */
export function readPeriod(text: string): ReadMoment {
  if (text.length < 4 || text.length > 22) return null;
  return readWeek(text) ?? readMonth(text) ?? readQuarter(text) ?? readHalf(text);
}

const NUMBER_FIRST = /^(\d{1,2})[./-](\d{4})$/;
const NUMBER_LAST = /^((?:19|20|21)\d{2})[./-]?(\d{2})$/;

/** Number and year of a text that is a week or a month by its column only (`14.2026`, `202614`); null for any other. */
export function numberedPeriod(text: string): { readonly number: number; readonly year: number } | null {
  const first = NUMBER_FIRST.exec(text);
  const last = first === null ? NUMBER_LAST.exec(text) : null;
  if (first === null && last === null) return null;
  const number = Number(first?.[1] ?? last?.[2]);
  const year = Number(first?.[2] ?? last?.[1]);
  return number >= 1 && number <= 53 && year >= 1990 && year < 2100 ? { number, year } : null;
}

/** Reads such a text as a week or a month of its year. */
export function readNumbered(text: string, counts: 'week' | 'month'): ReadMoment {
  const found = numberedPeriod(text);
  if (found === null) return null;
  return counts === 'week' ? week(found.year, found.number, null) : month(found.year, found.number);
}

/** A period whose year is left open: the week, month or quarter of some year. */
export type YearlessPeriod = {
  readonly grain: 'day' | 'week' | 'month' | 'quarter';
  /** A day is a hundred times its month and its date. */
  readonly number: number;
};

const NAMED_DAY = /^(?:(\p{L}{3,12})\.?\s(\d{1,2})|(\d{1,2})\.?\s(\p{L}{3,12})\.?)$/u;
const DOTTED_DAY = /^(\d{1,2})\.(\d{1,2})\.$/;

/** Day of a month that a text names without a year (`Apr 6`, `6. Apr`, `06.04.`); null when it names none. */
function yearlessDay(text: string): YearlessPeriod | null {
  const dotted = DOTTED_DAY.exec(text);
  const named = dotted === null ? NAMED_DAY.exec(text) : null;
  const month = dotted === null ? monthNamed(named?.[1] ?? named?.[4] ?? '') : Number(dotted[2]);
  const date = Number(dotted?.[1] ?? named?.[2] ?? named?.[3]);
  if (month === null || month < 1 || month > 12 || !(date >= 1 && date <= 31)) return null;
  return { grain: 'day', number: month * 100 + date };
}

/**
 * Whether texts such as `Apr 13`, each of which may be a month of a year, are days: one has a single digit, or more
 * than two share a month.
 */
export function nameDays(texts: readonly string[]): boolean {
  const [first] = texts;
  if (first === undefined || yearlessDay(first) === null) return false;
  const days = texts.map(yearlessDay);
  if (!days.every((day) => day !== null)) return false;
  if (texts.some((text) => /(?:^|\s)\d(?:\.?\s|$)/.test(text) || DOTTED_DAY.test(text))) return true;
  const months = days.map((day) => Math.floor(day.number / 100));
  return months.some((month) => months.filter((other) => other === month).length > 2);
}

/** Day, week, month or quarter that a text names without a year (`KW 14`, `Mar`, `Q3`); null when it names none. */
export function yearlessPeriod(text: string): YearlessPeriod | null {
  if (text.length > 14) return null;
  const weekOnly = WEEK_ONLY.exec(text);
  if (weekOnly !== null) {
    const number = Number(weekOnly[1]);
    // `v2` and `S1` name versions and sprints as often as weeks.
    if (/^[sv]\d$/i.test(text)) return null;
    return number >= 1 && number <= 53 ? { grain: 'week', number } : null;
  }
  const quarter = QUARTER_ONLY.exec(text);
  if (quarter !== null) return { grain: 'quarter', number: Number(quarter[1]) };
  const named = monthNamed(text);
  return named === null ? yearlessDay(text) : { grain: 'month', number: named };
}

function dayIn(year: number, number: number, date: number): ReadMoment {
  const start = partsToMs(year, number, date);
  return start === null ? impossible('there is no such day') : moment(start, 'day', 'month-and-day');
}

/** Start of a yearless period in a year. */
export function inYear({ grain, number }: YearlessPeriod, year: number): ReadMoment {
  if (grain === 'week') return week(year, number, null);
  if (grain === 'month') return month(year, number);
  if (grain === 'day') return dayIn(year, Math.floor(number / 100), number % 100);
  return moment(partsToMs(year, number * 3 - 2, 1), 'quarter', 'quarter');
}

/** Whether the text names a week and leaves its year open. */
export function isYearlessWeek(text: string): boolean {
  return WEEK_ONLY.test(text);
}

const FISCAL_FIRST = /^FY\s?'?(\d{2}|\d{4})[\s\-/_]{0,3}(Q|P|H|M)\s?(\d{1,2})$/i;
const FISCAL_LAST = /^(Q|H|P)\s?(\d{1,2})[\s\-/_]{0,3}FY\s?'?(\d{2}|\d{4})$/i;

type Fiscal = { readonly year: number; readonly part: string; readonly number: number };

function fiscalParts(text: string): Fiscal | null {
  const first = FISCAL_FIRST.exec(text);
  if (first !== null)
    return { year: fullYear(first[1] ?? ''), part: first[2] ?? '', number: Number(first[3]) };
  const last = FISCAL_LAST.exec(text);
  return last === null
    ? null
    : { year: fullYear(last[3] ?? ''), part: last[1] ?? '', number: Number(last[2]) };
}

/** Whether the text names a period of a fiscal year, which only the organization's own calendar can place. */
export function isFiscal(text: string): boolean {
  return fiscalParts(text) !== null;
}

/** Months of each part of a fiscal year, and how it is called in a format. */
const FISCAL_PARTS = {
  q: { months: 3, grain: 'quarter', format: 'fiscal-quarter' },
  h: { months: 6, grain: 'half', format: 'fiscal-half' },
  m: { months: 1, grain: 'month', format: 'fiscal-month' },
} as const;

/** Places a fiscal half, quarter or month in the calendar; null for texts that name none. */
export function readFiscal(text: string, calendar: FiscalYear): ReadMoment {
  const found = fiscalParts(text);
  if (found === null) return null;
  const letter = found.part.toLowerCase();
  const part = FISCAL_PARTS[letter === 'q' || letter === 'h' ? letter : 'm'];
  if (found.number < 1 || found.number > 12 / part.months)
    return impossible(`a year has no ${part.grain} ${found.number}`);
  const begins = calendar.namedByEnd && calendar.month > 1 ? found.year - 1 : found.year;
  const months = calendar.month - 1 + (found.number - 1) * part.months;
  const start = partsToMs(begins + Math.floor(months / 12), (months % 12) + 1, 1);
  return moment(start, part.grain, part.format);
}
