import { isoWeekToMs, partsToMs } from '#shared/day.ts';
import { fullYear, monthNamed } from '#shared/tabular/calendar-text.ts';
import type { Impossible, Moment, ReadMoment } from '#shared/tabular/moment.ts';

const ISO_WEEK = /^((?:19|20|21)\d{2})[-\s]?(?:W|KW|CW)(\d{1,2})(?:-(\d))?$/i;
const WEEK_YEAR = /^(?:week|wk|W|KW|CW|Woche)\s?(\d{1,2})[\s/,.-]{1,2}(\d{4})$/i;
const YEAR_WEEK = /^(\d{4})[\s/,.-]{1,2}(?:week|wk|Woche)\s?(\d{1,2})$/i;
const WEEK_ONLY = /^(?:week|wk|KW|CW|Woche|W)\s?(\d{1,2})$/i;
const YEAR_MONTH = /^((?:19|20|21)\d{2})[-/](\d{1,2})$/;
const MONTH_YEAR = /^(\d{1,2})\/((?:19|20|21)\d{2})$/;
const NAMED_MONTH = /^(\p{L}{3,12})\.?[\s\-/.']{1,2}(\d{4}|\d{2})$/u;
const YEAR_NAMED = /^(\d{4})[\s\-/.]{1,2}(\p{L}{3,12})\.?$/u;
const QUARTER_FIRST = /^[QT]([1-4])[\s\-/']{0,2}(\d{4}|\d{2})$/i;
const YEAR_FIRST = /^(\d{4})[\s\-/]{0,2}[QT]([1-4])$/i;

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
  const iso = ISO_WEEK.exec(text) ?? YEAR_WEEK.exec(text);
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
  const numbers = YEAR_MONTH.exec(text);
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
  const first = QUARTER_FIRST.exec(text);
  const last = first === null ? YEAR_FIRST.exec(text) : null;
  const year = first?.[2] ?? last?.[1];
  const quarter = Number(first?.[1] ?? last?.[2]);
  if (year === undefined) return null;
  return moment(partsToMs(fullYear(year), quarter * 3 - 2, 1), 'quarter', 'quarter');
}

/** Reads a week, month or quarter with its year; null when the text names none. */
export function readPeriod(text: string): ReadMoment {
  if (text.length < 5 || text.length > 20) return null;
  return readWeek(text) ?? readMonth(text) ?? readQuarter(text);
}

/** Whether the text names a week and leaves its year open. */
export function isYearlessWeek(text: string): boolean {
  return WEEK_ONLY.test(text);
}

const FISCAL =
  /^FY\s?'?(\d{2}|\d{4})[\s\-/]{0,2}(?:Q|P|H)\d{1,2}$|^(?:Q|H)\d[\s\-/]{0,2}FY\s?'?(\d{2}|\d{4})$/i;

/** Whether the text names a period of a fiscal year, which only the organization's own calendar can place. */
export function isFiscal(text: string): boolean {
  return FISCAL.test(text);
}
