import { type Day, dayToMs, isoWeekday } from '#shared/day.ts';
import type { CaptureFlag, CaptureSpan } from './capture.ts';
import { type Calendar, readDate } from './date-phrases.ts';
import type { DateReading } from './date-reading.ts';
import { type DateWords, dateWords } from './date-words.ts';
import type { Token } from './tokens.ts';
import { fold, type Word } from './words.ts';

export type DateContext = Calendar & {
  /** BCP 47 locale of whoever types. */
  readonly locale: string;
};

export type DatesFound = {
  readonly day?: Day;
  /** The date as typed, when something must be set before it is one. */
  readonly dayText?: string;
  /** Words that became the date and leave the text. */
  readonly consumed: ReadonlySet<number>;
  readonly flags: readonly CaptureFlag[];
  readonly spans: readonly CaptureSpan[];
};

/** A date in the line: words `from` to `to` (excluded), the first of them perhaps a word that leads it in. */
type Candidate = {
  readonly from: number;
  readonly start: number;
  readonly to: number;
  readonly led: boolean;
  readonly reading: DateReading;
};

/** The words of a line as dates are looked for in them. */
type Looked = {
  /** Folded; empty where a word is a token or a time of day, which end every phrase. */
  readonly folded: readonly string[];
  /** Words that a date at the end of the line may have behind it. */
  readonly passed: readonly boolean[];
  readonly times: ReadonlySet<number>;
};

function candidatesOf(looked: Looked, words: DateWords, calendar: Calendar): readonly Candidate[] {
  const { folded } = looked;
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < folded.length) {
    const phrase = readDate(folded, at, words, calendar);
    if (phrase === null) {
      at += 1;
      continue;
    }
    const { from, led, blocked } = leadIn(looked, at, words);
    const { reading, length } = phrase;
    const unled = reading.kind === 'day' && reading.onlyLed && !led;
    if (!blocked && !unled) candidates.push({ from, start: at, to: at + length, led, reading });
    at += length;
  }
  return candidates.filter((candidate) => standsApart(candidate, candidates, looked));
}

const ARTICLES: ReadonlySet<string> = new Set(['le', 'il', 'el', 'o', 'a']);

/** Whether a date that is a word as well stands apart: led in, behind a sign or a date, or before one. */
function standsApart(candidate: Candidate, all: readonly Candidate[], { folded, passed }: Looked): boolean {
  const { reading, from, start, to, led } = candidate;
  if (reading.kind !== 'day' || !reading.alsoWord || led || from === 0) return true;
  // `le jeu` is the game as often as the Thursday.
  if (from < start && !ARTICLES.has(folded[start - 1] ?? '')) return true;
  return passed[from - 1] === true || all.some((other) => other.to === from || other.from === to);
}

/** `até o dia 11` has two. */
const MOST_COMPANIONS = 2;

/** What stands before a date: words that go with it, and whether the sentence claims it. */
function leadIn({ folded, times }: Looked, at: number, words: DateWords) {
  const behindTime = times.has(at - 1) ? at - 1 : at;
  let before = behindTime;
  while (at - before < MOST_COMPANIONS && words.companions.has(folded[before - 1] ?? '')) before -= 1;
  if (before === behindTime && !words.leads.has(folded[before - 1] ?? '')) before = at;
  const led = words.leads.has(folded[before - 1] ?? '');
  return {
    from: led ? before - 1 : before,
    led,
    blocked: !led && words.blockers.has(folded[before - 1] ?? ''),
  };
}

/** Candidates that count: those led in by a word, and those after which only tokens and dates follow. */
function counting(candidates: readonly Candidate[], passed: readonly boolean[]): readonly Candidate[] {
  const byEnd = new Map(candidates.map((candidate) => [candidate.to, candidate]));
  let tail = passed.length;
  while (tail > 0) {
    const date = byEnd.get(tail);
    if (date !== undefined) tail = date.from;
    else if (passed[tail - 1] === true) tail -= 1;
    else break;
  }
  return candidates.filter((candidate) => candidate.led || candidate.from >= tail);
}

/** Whether a date says nothing that the chosen one does not: the same day, or the weekday that it falls on. */
function agrees({ reading }: Candidate, chosen: DateReading): boolean {
  if (reading.kind !== 'day' || chosen.kind !== 'day') return false;
  if (reading.day === chosen.day) return true;
  return reading.weekday !== null && reading.weekday === isoWeekday(dayToMs(chosen.day) ?? 0);
}

function dayFlags(reading: DateReading, { today, workweek }: Calendar): readonly CaptureFlag[] {
  switch (reading.kind) {
    case 'impossible':
      return ['impossible-date'];
    case 'needs-fiscal-year':
      return ['needs-fiscal-year'];
    case 'day': {
      const check: readonly CaptureFlag[] = reading.check ? ['check-date'] : [];
      if (reading.day < today) return [...check, 'past-date'];
      const works = workweek.includes(isoWeekday(dayToMs(reading.day) ?? 0));
      return works ? check : [...check, 'not-a-working-day'];
    }
  }
}

/** The later of two dates counts; a weekday beside the date that falls on it gives way to that date. */
function choose(counted: readonly Candidate[]): Candidate | undefined {
  const possible = counted.filter(({ reading }) => reading.kind !== 'impossible');
  const last = possible.at(-1);
  if (last === undefined || last.reading.kind !== 'day' || last.reading.weekday === null) return last;
  const named = possible.findLast(
    ({ reading }) => reading.kind === 'day' && reading.weekday === null && agrees(last, reading),
  );
  return named ?? last;
}

const TIME = /^(?:\d{1,2}[:h]\d{2}(?:am|pm|h)?|\d{1,2}(?:am|pm|h|uhr))$/;
const NO_LETTERS = /^[^\p{L}\p{N}]+$/u;

/** Times of day, with the small word before them. */
function timesIn(folded: readonly string[], { at }: DateWords): ReadonlySet<number> {
  return new Set(
    folded.flatMap((word, index) => {
      if (!TIME.test(word)) return [];
      const led = [1, 2].find((count) => at.has(folded.slice(Math.max(0, index - count), index).join(' ')));
      return Array.from({ length: 1 + (led ?? 0) }, (_, back) => index - back);
    }),
  );
}

function lookAt(words: readonly Word[], tokens: readonly (Token | null)[], vocabulary: DateWords): Looked {
  const plain = words.map(({ text }, index) =>
    tokens[index] === null
      ? fold(text)
          .replaceAll('’', "'")
          .replace(/[,;!?、。]+$/u, '')
      : '',
  );
  const times = timesIn(plain, vocabulary);
  return {
    folded: plain.map((word, index) => (times.has(index) ? '' : word)),
    passed: words.map(
      ({ text }, index) => tokens[index] !== null || times.has(index) || NO_LETTERS.test(text),
    ),
    times,
  };
}

/** Finds the date of a line: which words are one, which of them count, and what is doubtful about it. */
export function findDates(
  words: readonly Word[],
  tokens: readonly (Token | null)[],
  context: DateContext,
): DatesFound {
  const vocabulary = dateWords(context.locale);
  const looked = lookAt(words, tokens, vocabulary);
  const counted = counting(candidatesOf(looked, vocabulary, context), looked.passed);
  const chosen = choose(counted);
  const consumed = new Set<number>();
  const flags = new Set<CaptureFlag>(chosen === undefined ? [] : dayFlags(chosen.reading, context));
  const spans = counted.map((candidate): CaptureSpan => {
    const place = { start: words[candidate.from]?.start ?? 0, end: words[candidate.to - 1]?.end ?? 0 };
    const flag = flagOf(candidate, chosen);
    if (flag !== null) {
      flags.add(flag);
      return { ...place, role: 'date', flag };
    }
    for (let index = candidate.from; index < candidate.to; index += 1) {
      if (!looked.times.has(index)) consumed.add(index);
    }
    return { ...place, role: 'date' };
  });
  return { ...chosenDay(chosen, words), consumed, flags: [...flags], spans };
}

/** Why a date that counts stays in the text, or null when it is the chosen one or agrees with it. */
function flagOf(candidate: Candidate, chosen: Candidate | undefined): CaptureFlag | null {
  if (candidate.reading.kind === 'impossible') return 'impossible-date';
  if (candidate === chosen || (chosen !== undefined && agrees(candidate, chosen.reading))) return null;
  return 'second-date';
}

function chosenDay(
  chosen: Candidate | undefined,
  words: readonly Word[],
): Pick<DatesFound, 'day' | 'dayText'> {
  if (chosen === undefined) return {};
  if (chosen.reading.kind === 'day') return { day: chosen.reading.day };
  return {
    dayText: words
      .slice(chosen.start, chosen.to)
      .map(({ text }) => text)
      .join(' '),
  };
}
