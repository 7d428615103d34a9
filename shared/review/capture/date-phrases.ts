import { addDays, type Day, dayToMs, isoWeekday, msToDay, partsToMs } from '#shared/day.ts';
import { exhaustive } from '#shared/exhaustive.ts';
import { readNamed, readNumeric, readOrdinal } from './date-numbers.ts';
import { certain, type DatePhrase, type DateReading, partsOf } from './date-reading.ts';
import type { DateWords, PhraseMeaning } from './date-words.ts';

export type Calendar = {
  readonly today: Day;
  /** ISO weekdays, 1 Monday to 7 Sunday, in any order. */
  readonly workweek: readonly number[];
  /** `MM-DD`, or null when nobody has set it. */
  readonly fiscalYearStart: string | null;
};

const LONGEST_PHRASE = 5;
const MOST_WORKING_DAYS = 1000;

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

function endOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}

/** The last day of the named month in this year, or in the next where that is past. */
function endOfNamedMonth(today: Day, month: number): Day {
  const { year } = partsOf(today);
  const first = (of: number) => `${of}-${String(month).padStart(2, '0')}-01`;
  const end = endOfMonth(first(year));
  return end >= today ? end : endOfMonth(first(year + 1));
}

/** Of ISO week `week`, this year's or the next one's, the last day that is worked. */
function endOfNumberedWeek({ today, workweek }: Calendar, week: number): DateReading | null {
  const { year } = partsOf(today);
  if (week < 1 || week > 53) return null;
  const ends = [year, year + 1].map((of) => {
    // 4 January is always in week 1.
    const monday = addDays(`${of}-01-04`, 1 - weekdayOf(`${of}-01-04`));
    return addDays(monday, (week - 1) * 7 + Math.max(...workweek.filter((day) => day < 7), 1) - 1);
  });
  const next = ends.find((day) => day >= today);
  return next === undefined ? null : certain(next);
}

/** So many worked days later. */
function addWorkingDays({ today, workweek }: Calendar, count: number): Day {
  let day = today;
  for (let left = Math.min(count, MOST_WORKING_DAYS); left > 0 && workweek.length > 0; ) {
    day = addDays(day, 1);
    if (workweek.includes(weekdayOf(day))) left -= 1;
  }
  return day;
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

function toBeChecked(reading: DateReading, check: boolean): DateReading {
  return reading.kind === 'day' ? { ...reading, check } : reading;
}

function endOf(
  { span, ahead, vague }: Extract<PhraseMeaning, { kind: 'end-of' }>,
  calendar: Calendar,
): DateReading {
  const { today } = calendar;
  switch (span) {
    case 'week':
      return toBeChecked(certain(addDays(endOfWeek(calendar), ahead * 7)), vague);
    case 'month':
      return toBeChecked(certain(endOfMonth(addMonths(today, ahead))), vague);
    case 'quarter':
      return endOfQuarter(calendar, [1, 2, 3, 4]);
    case 'year':
      return certain(`${partsOf(today).year}-12-31`);
  }
}

function resolvePhrase(meaning: PhraseMeaning, count: number, calendar: Calendar): DateReading | null {
  const { today } = calendar;
  switch (meaning.kind) {
    case 'offset':
      return certain(addDays(today, meaning.days));
    case 'in': {
      if (meaning.unit === 'working-day') return certain(addWorkingDays(calendar, count));
      if (meaning.unit === 'month') return certain(addMonths(today, count));
      return certain(addDays(today, meaning.unit === 'week' ? count * 7 : count));
    }
    case 'weekday': {
      const { weekday, next } = meaning;
      const day = next ? weekdayOfNextWeek(calendar, weekday) : addDays(today, untilWeekday(today, weekday));
      return { ...certain(day), check: next, weekday };
    }
    case 'end-of':
      return endOf(meaning, calendar);
    case 'end-of-named-month':
      return certain(endOfNamedMonth(today, meaning.month));
    case 'end-of-numbered-quarter':
      return count >= 1 && count <= 4 ? toBeChecked(endOfQuarter(calendar, [count]), meaning.vague) : null;
    case 'week-of-year':
      return endOfNumberedWeek(calendar, count);
    default:
      return exhaustive(meaning);
  }
}

/** A run of words as phrases are kept: figures, and where they are given words for numbers, replaced by `#`. */
function keyOf(run: readonly string[], numbers?: DateWords['numbers']): string {
  const figures = run.map((word) => (numbers?.has(word) === true ? '#' : word.replace(/\d+/, '#')));
  return figures.join(' ').replace(/\.$/, '');
}

function countIn(run: readonly string[], { numbers }: DateWords): number {
  const figures = /\d{1,4}/.exec(run.join(' '))?.[0];
  if (figures !== undefined) return Number(figures);
  const named = run.find((word) => numbers.has(word));
  return named === undefined ? 0 : (numbers.get(named) ?? 0);
}

function readPhrase(
  folded: readonly string[],
  at: number,
  words: DateWords,
  calendar: Calendar,
): DatePhrase | null {
  for (let length = Math.min(LONGEST_PHRASE, folded.length - at); length >= 1; length -= 1) {
    const run = folded.slice(at, at + length);
    const meaning = words.phrases.get(keyOf(run)) ?? words.phrases.get(keyOf(run, words.numbers));
    const reading = meaning === undefined ? null : resolvePhrase(meaning, countIn(run, words), calendar);
    if (reading !== null && reading.kind === 'day') {
      return { length, reading: { ...reading, alsoWord: length === 1 && words.alsoWords.has(run[0] ?? '') } };
    }
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
  const { today } = calendar;
  const numeric = readNumeric(word, words, today);
  if (numeric !== null) return { length: 1, reading: numeric };
  return (
    readNamed(folded, at, words, today) ??
    readPhrase(folded, at, words, calendar) ??
    readOrdinal(folded, at, words, today)
  );
}
