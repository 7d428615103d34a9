import { type Day, dayToMs, isoWeekday } from '#shared/day.ts';
import type { CaptureFlag, CaptureSpan } from './capture.ts';
import { type Calendar, type DateReading, readDate } from './date-phrases.ts';
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

function candidatesOf(folded: readonly string[], words: DateWords, calendar: Calendar): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let at = 0;
  while (at < folded.length) {
    const phrase = readDate(folded, at, words, calendar);
    if (phrase === null) {
      at += 1;
      continue;
    }
    const { from, led, blocked } = leadIn(folded, at, words);
    if (!blocked) candidates.push({ from, start: at, to: at + phrase.length, led, reading: phrase.reading });
    at += phrase.length;
  }
  return candidates;
}

/** What stands before a date: words that go with it, and whether the sentence claims it. */
function leadIn(folded: readonly string[], at: number, words: DateWords) {
  const accompanied = words.companions.has(folded[at - 1] ?? '');
  const before = accompanied ? at - 1 : at;
  const led = words.leads.has(folded[before - 1] ?? '');
  return {
    from: led ? before - 1 : before,
    led,
    blocked: !led && words.blockers.has(folded[before - 1] ?? ''),
  };
}

/** Candidates that count: those led in by a word, and those after which only tokens and dates follow. */
function counting(candidates: readonly Candidate[], tokens: readonly (Token | null)[]): readonly Candidate[] {
  const byEnd = new Map(candidates.map((candidate) => [candidate.to, candidate]));
  let tail = tokens.length;
  while (tail > 0) {
    const date = byEnd.get(tail);
    if (date !== undefined) tail = date.from;
    else if (tokens[tail - 1] !== null) tail -= 1;
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

/** Finds the date of a line: which words are one, which of them count, and what is doubtful about it. */
export function findDates(
  words: readonly Word[],
  tokens: readonly (Token | null)[],
  context: DateContext,
): DatesFound {
  const folded = words.map(({ text }, index) =>
    tokens[index] === null ? fold(text).replace(/[,;!?、。]+$/u, '') : '',
  );
  const vocabulary = dateWords(context.locale);
  const counted = counting(candidatesOf(folded, vocabulary, context), tokens);
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
    for (let index = candidate.from; index < candidate.to; index += 1) consumed.add(index);
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
