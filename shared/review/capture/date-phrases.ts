import { addDays, type Day, dayToMs, isoWeekday, msToDay, partsToMs } from '#shared/day.ts';
import { exhaustive } from '#shared/exhaustive.ts';
import type { DateWords, PhraseMeaning } from './date-words.ts';

export type Calendar = {
  readonly today: Day;
  /** ISO weekdays, 1 Monday to 7 Sunday, in any order. */
  readonly workweek: readonly number[];
  /** `MM-DD`, or null when nobody has set it. */
  readonly fiscalYearStart: string | null;
};

export type DateReading =
  | { readonly kind: 'day'; readonly day: Day; readonly check: boolean; readonly weekday: number | null }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'needs-fiscal-year' };

type DatePhrase = { readonly length: number; readonly reading: DateReading };

const LONGEST_PHRASE = 4;
const SPAN_OF_LEAP_YEARS = 8;

function certain(day: Day): DateReading {
  return { kind: 'day', day, check: false, weekday: null };
}

function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** The day `months` later; the 31st becomes the last of a shorter month. */
function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return msToDay(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)));
}

function weekdayOf(day: Day): number {
  return isoWeekday(dayToMs(day) ?? 0);
}

/** Days from today to the next such weekday, 1 to 7. */
function untilWeekday(today: Day, weekday: number): number {
  return ((weekday - weekdayOf(today) + 6) % 7) + 1;
}

/** The working week in its own order: it begins on the day whose eve is free. */
function inOrder(workweek: readonly number[]): readonly number[] {
  const first = workweek.find((day) => !workweek.includes(((day + 5) % 7) + 1)) ?? 1;
  return workweek.toSorted((a, b) => ((a - first + 7) % 7) - ((b - first + 7) % 7));
}

/** `next friday`: that day of the calendar week after this one. Weeks begin where the working week does. */
function weekdayOfNextWeek({ today, workweek }: Calendar, weekday: number): Day {
  const first = inOrder(workweek)[0] ?? 1;
  const place = (day: number) => (day - first + 7) % 7;
  return addDays(today, 7 - place(weekdayOf(today)) + place(weekday));
}

function endOfWeek({ today, workweek }: Calendar): Day {
  const last = inOrder(workweek).at(-1) ?? 5;
  return addDays(today, (last - weekdayOf(today) + 7) % 7);
}

function endOfQuarter({ today, fiscalYearStart }: Calendar, quarters: readonly number[]): DateReading {
  const start = /^(\d\d)-(\d\d)$/.exec(fiscalYearStart ?? '');
  const { year } = partsOf(today);
  if (start === null || partsToMs(year, Number(start[1]), Number(start[2])) === null) {
    return { kind: 'needs-fiscal-year' };
  }
  const ends = [-1, 0, 1].flatMap((offset) =>
    quarters.map((quarter) => addDays(addMonths(`${year + offset}-${fiscalYearStart}`, quarter * 3), -1)),
  );
  const next = ends.filter((day) => day >= today).sort()[0];
  return next === undefined ? { kind: 'impossible' } : certain(next);
}

function resolvePhrase(meaning: PhraseMeaning, count: number, calendar: Calendar): DateReading | null {
  const { today } = calendar;
  switch (meaning.kind) {
    case 'offset':
      return certain(addDays(today, meaning.days));
    case 'in': {
      if (meaning.unit === 'month') return certain(addMonths(today, count));
      return certain(addDays(today, meaning.unit === 'week' ? count * 7 : count));
    }
    case 'weekday': {
      const { weekday, next } = meaning;
      const day = next ? weekdayOfNextWeek(calendar, weekday) : addDays(today, untilWeekday(today, weekday));
      return { kind: 'day', day, check: next, weekday };
    }
    case 'end-of': {
      if (meaning.span === 'week') return certain(endOfWeek(calendar));
      if (meaning.span === 'month') return certain(addDays(addMonths(`${today.slice(0, 7)}-01`, 1), -1));
      return endOfQuarter(calendar, [1, 2, 3, 4]);
    }
    case 'end-of-numbered-quarter':
      return count >= 1 && count <= 4 ? endOfQuarter(calendar, [count]) : null;
    default:
      return exhaustive(meaning);
  }
}

/** The date in its year, or the next one not in the past; null when no such day exists. */
function dayOf(year: number | null, month: number, date: number, today: Day): Day | null {
  const thisYear = partsOf(today).year;
  const years =
    year === null
      ? Array.from({ length: SPAN_OF_LEAP_YEARS + 1 }, (_, index) => thisYear + index)
      : [year < 100 ? 2000 + year : year];
  for (const candidate of years) {
    const ms = partsToMs(candidate, month, date);
    if (ms === null) continue;
    const day = msToDay(ms);
    if (year !== null || day >= today) return day;
  }
  return null;
}

function dated(year: number | null, month: number, date: number, today: Day): DateReading {
  const day = dayOf(year, month, date, today);
  if (day === null) return { kind: 'impossible' };
  // A leap day typed without its year may lie years ahead.
  return { kind: 'day', day, check: year === null && day > addDays(today, 366), weekday: null };
}

/** Two numbers in the order of the locale, in the other order when only that is possible; both possible is flagged. */
function twoNumbers(
  [first, second]: readonly [number, number],
  year: number | null,
  { monthFirst }: DateWords,
  today: Day,
): DateReading {
  const [month, date] = monthFirst ? [first, second] : [second, first];
  const own = dated(year, month, date, today);
  const swapped = dated(year, date, month, today);
  if (own.kind !== 'day') return swapped;
  return { ...own, check: own.check || (swapped.kind === 'day' && first !== second) };
}

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const NUMBERS = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/;
const HAN = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?$/;

function readNumeric(word: string, words: DateWords, today: Day): DateReading | null {
  const yearFirst = ISO.exec(word) ?? YEAR_FIRST.exec(word);
  if (yearFirst !== null)
    return dated(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), today);
  const han = HAN.exec(word);
  if (han !== null) {
    return dated(han[1] === undefined ? null : Number(han[1]), Number(han[2]), Number(han[3]), today);
  }
  const numbers = NUMBERS.exec(word);
  // Round the clock is no day of July.
  if (numbers === null || word === '24/7' || !words.separators.includes(numbers[2] ?? '')) return null;
  if (numbers[2] === '/' && word.endsWith('/')) return null;
  const year = numbers[4] === undefined ? null : Number(numbers[4]);
  return twoNumbers([Number(numbers[1]), Number(numbers[3])], year, words, today);
}

const DATE_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th|er|[.ºª])?$/;
const YEAR = /^(20\d\d)$/;
const JOINTS: ReadonlySet<string> = new Set(['of', 'de']);

function monthOf(word: string | undefined, words: DateWords): number | undefined {
  return word === undefined ? undefined : words.months.get(word.replace(/\.$/, ''));
}

function dateOf(word: string | undefined): number | undefined {
  const parts = DATE_OF_MONTH.exec(word ?? '');
  return parts === null ? undefined : Number(parts[1]);
}

/** `4 dec`, `4th of december`, `dec 4`, each with a year behind it or without. A month alone is a word. */
function readNamed(folded: readonly string[], at: number, words: DateWords, today: Day): DatePhrase | null {
  const [first, second, third] = [folded[at], folded[at + 1], folded[at + 2]];
  const joint = second !== undefined && JOINTS.has(second);
  const date = dateOf(first) ?? dateOf(second);
  const month = dateOf(first) === undefined ? monthOf(first, words) : monthOf(joint ? third : second, words);
  if (date === undefined || month === undefined) return null;
  const length = joint && dateOf(first) !== undefined ? 3 : 2;
  const year = YEAR.exec(folded[at + length] ?? '');
  return {
    length: year === null ? length : length + 1,
    reading: dated(year === null ? null : Number(year[1]), month, date, today),
  };
}

function readPhrase(
  folded: readonly string[],
  at: number,
  words: DateWords,
  calendar: Calendar,
): DatePhrase | null {
  for (let length = Math.min(LONGEST_PHRASE, folded.length - at); length >= 1; length -= 1) {
    const phrase = folded.slice(at, at + length).join(' ');
    const key = phrase.replace(/\d+/, '#').replace(/\.$/, '');
    const meaning = words.phrases.get(key);
    const count = Number(/\d{1,4}/.exec(phrase)?.[0] ?? 0);
    const reading = meaning === undefined ? null : resolvePhrase(meaning, count, calendar);
    if (reading !== null) return { length, reading };
  }
  return null;
}

/**
 * The date that begins at a word, the longest that can be read, or null. Words come folded and without the comma
 * behind them; an empty word (a token) ends every phrase.
 */
export function readDate(
  folded: readonly string[],
  at: number,
  words: DateWords,
  calendar: Calendar,
): DatePhrase | null {
  const word = folded[at];
  if (word === undefined || word === '' || word.length > 40) return null;
  const numeric = readNumeric(word, words, calendar.today);
  if (numeric !== null) return { length: 1, reading: numeric };
  return readNamed(folded, at, words, calendar.today) ?? readPhrase(folded, at, words, calendar);
}
