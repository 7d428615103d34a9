import { addDays, type Day, msToDay, partsToMs } from '#shared/day.ts';
import { certain, type DatePhrase, type DateReading, partsOf } from './date-reading.ts';
import type { DateWords } from './date-words.ts';

const SPAN_OF_LEAP_YEARS = 8;

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
  return { ...certain(day), check: year === null && day > addDays(today, 366) };
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
/** With a dot between and none behind, single figures are as often a version as a day: `3.12`. */
const VERSION = /^(?:\d\.\d{1,2}|\d{1,2}\.\d)$/;
const HAN = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日?$/;

/** A date in figures, in the order and with the signs of the locale; null where the figures are none. */
export function readNumeric(word: string, words: DateWords, today: Day): DateReading | null {
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
  const pair = [Number(numbers[1]), Number(numbers[3])] as const;
  // 50/50 and 80/20 are shares.
  if (pair.some((one) => one === 0 || one > 31)) return null;
  const reading = twoNumbers(pair, year, words, today);
  return reading.kind === 'day' ? { ...reading, alsoWord: VERSION.test(word) } : reading;
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
export function readNamed(
  folded: readonly string[],
  at: number,
  words: DateWords,
  today: Day,
): DatePhrase | null {
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

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|e)$/;
const DOTTED = /^(\d{1,2})\.?$/;

/** The next day of that number, this month's or a later one's. */
function nextDate(date: number, today: Day): DateReading {
  const { year, month } = partsOf(today);
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const ms = partsToMs(year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1, date);
    const day = ms === null ? null : msToDay(ms);
    if (day !== null && day >= today) return { ...certain(day), onlyLed: true };
  }
  return { kind: 'impossible' };
}

/** A day of the month alone: `the 12th`; in languages that write the bare number, with the small word before it. */
export function readOrdinal(
  folded: readonly string[],
  at: number,
  words: DateWords,
  today: Day,
): DatePhrase | null {
  const [first, second] = [folded[at] ?? '', folded[at + 1] ?? ''];
  const behindThe = first === 'the' ? ORDINAL.exec(second) : null;
  const ordinal = behindThe ?? ORDINAL.exec(first);
  const accompanied = !words.monthFirst && at > 0 && words.companions.has(folded[at - 1] ?? '');
  const bare = accompanied && folded[at - 1] !== 'on' ? DOTTED.exec(first) : null;
  const date = Number((ordinal ?? bare)?.[1] ?? 0);
  if (date < 1 || date > 31) return null;
  const reading = nextDate(date, today);
  return reading.kind === 'day' ? { length: behindThe === null ? 1 : 2, reading } : null;
}
