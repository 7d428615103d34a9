import { partsToMs } from '#shared/day.ts';
import { fullYear, monthNamed } from '#shared/tabular/calendar-text.ts';
import type { Moment, MomentStyle, ReadMoment } from '#shared/tabular/moment.ts';
import { readPeriod } from '#shared/tabular/periods.ts';

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?=$|[T\s])/;
const BASIC = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?=$|[T\s,])/;
const DAY_NAME_YEAR =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/\s.]{1,2}(\p{L}{3,12})\.?[-/\s.,]{1,2}(\d{4}|\d{2})(?=$|[T\s,])/u;
const NAME_DAY_YEAR = /^(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?=$|[\s,])/u;
const WEEKDAY = /^\p{L}{2,10}\.?,\s{1,2}/u;
const TIME =
  /^[T\s,]{1,2}(?:at\s)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?([AaPp]\.?[Mm]\.?)?\s?(.*)$/;
const OFFSET = /^(?:Z|UTC|GMT|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?)(?:\s[A-Z]{2,5})?$/;

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

function named(text: string): ReadMoment {
  const plain = text.replace(WEEKDAY, '');
  const first = DAY_NAME_YEAR.exec(plain);
  const month = first === null ? null : monthNamed(first[2] ?? '');
  if (first !== null && month !== null) {
    const rest = plain.slice(first[0].length);
    const year = first[3] ?? '';
    const format = `d MMM ${year.length === 2 ? 'yy' : 'yyyy'}`;
    return finish({ year: fullYear(year), month, date: Number(first[1]), rest }, format);
  }
  const second = NAME_DAY_YEAR.exec(plain);
  const other = second === null ? null : monthNamed(second[1] ?? '');
  if (second === null || other === null) return null;
  const rest = plain.slice(second[0].length);
  return finish({ year: Number(second[3]), month: other, date: Number(second[2]), rest }, 'MMM d, yyyy');
}

const EPOCH = /^\d{9,19}(?:\.\d{1,9})?$/;
const EPOCH_MS: Readonly<Record<'s' | 'ms' | 'us' | 'ns', number>> = { s: 1000, ms: 1, us: 1e-3, ns: 1e-6 };

function epoch(text: string, style: MomentStyle): Moment | null {
  if (style.epoch === null || !EPOCH.test(text)) return null;
  const ms = Math.round(Number(text) * EPOCH_MS[style.epoch]);
  return { kind: 'moment', ms, grain: 'instant', format: `epoch-${style.epoch}` };
}

/** Reads a date, moment or period from a cell; null when the text is none, impossible when no such one exists. */
export function readMoment(cell: string, style: MomentStyle): ReadMoment {
  const text = cell.trim();
  if (text.length < 5 || text.length > 48) return null;
  const code = text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) {
    return (
      yearFirst(text) ??
      numbers(text, style) ??
      epoch(text, style) ??
      basic(text) ??
      readPeriod(text) ??
      named(text)
    );
  }
  return readPeriod(text) ?? named(text);
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
