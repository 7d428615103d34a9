import { DAY_MS } from '#shared/day.ts';
import { type DateLanguage, ENGLISH } from './date-language.ts';
import { LANGUAGES } from './date-languages.ts';
import { fold } from './words.ts';

type Span = 'week' | 'month' | 'quarter' | 'year';

/** What a phrase means; `#` in the phrase stood for a number that is handed over when it is resolved. */
export type PhraseMeaning =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'in'; readonly unit: 'day' | 'week' | 'month' | 'working-day' }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly next: boolean }
  /** The end of this span of time or of the next; a vague phrase names the span alone. */
  | { readonly kind: 'end-of'; readonly span: Span; readonly ahead: 0 | 1; readonly vague: boolean }
  | { readonly kind: 'end-of-named-month'; readonly month: number }
  | { readonly kind: 'end-of-numbered-quarter'; readonly vague: boolean }
  | { readonly kind: 'week-of-year' };

/** How a locale writes dates: its names and English ones, its order of day and month, its separators. */
export type DateWords = {
  /** Folded phrases of up to five words, numbers replaced by `#`. */
  readonly phrases: ReadonlyMap<string, PhraseMeaning>;
  /** Folded month names, long and short, to 1..12. */
  readonly months: ReadonlyMap<string, number>;
  /** Folded words for numbers. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly monthFirst: boolean;
  /** Between day and month: the slash everywhere, dot or hyphen only where the locale uses it. */
  readonly separators: string;
  readonly leads: ReadonlySet<string>;
  readonly companions: ReadonlySet<string>;
  readonly blockers: ReadonlySet<string>;
  /** Dates that are words of the sentence as well, unless they stand apart from it. */
  readonly alsoWords: ReadonlySet<string>;
  /** Between a date and a time of day. */
  readonly at: ReadonlySet<string>;
};

type Phrase = readonly [phrase: string, meaning: PhraseMeaning];

// 5 January 1970 was a Monday.
const MONDAY = Date.UTC(1970, 0, 5);

function listed(text: string | undefined): readonly string[] {
  return text === undefined || text === '' ? [] : fold(text).split('|');
}

function nameKeys(name: string): string[] {
  const key = fold(name).replace(/\.$/, '');
  return key === '' ? [] : [key];
}

function weekdayNames(locale: string): [string, number][] {
  return (['long', 'short'] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
    return [1, 2, 3, 4, 5, 6, 7].flatMap((day) =>
      nameKeys(format.format(MONDAY + (day - 1) * DAY_MS)).map((name): [string, number] => [name, day]),
    );
  });
}

function monthNames(locale: string): [string, number][] {
  return (['long', 'short'] as const).flatMap((month) => {
    // With the day beside it some languages use another case of the name (genitive in Polish).
    const alone = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' });
    const beside = new Intl.DateTimeFormat(locale, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) => index + 1).flatMap((number) => {
      const at = Date.UTC(2026, number - 1, 1);
      const inflected = beside.formatToParts(at).find((part) => part.type === 'month')?.value ?? '';
      return [...nameKeys(alone.format(at)), ...nameKeys(inflected)]
        .filter((name) => !/^\d/.test(name))
        .map((name): [string, number] => [name, number]);
    });
  });
}

/** `tomorrow` and `in # weeks` as the locale says them. */
function relativePhrases(locale: string): Phrase[] {
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const far = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const offsets = [-1, 0, 1, 2]
    .map((days): Phrase => [fold(near.format(days, 'day')), { kind: 'offset', days }])
    .filter(([phrase]) => !/\d/.test(phrase));
  const counted = (['day', 'week', 'month'] as const).flatMap((unit) =>
    [1, 2, 5, 21].flatMap((count): Phrase[] => {
      const phrase = fold(far.format(count, unit)).replace(/\d+/, '#').replace(/\s+/g, ' ');
      return [phrase, phrase.replaceAll(/ ?# ?/g, '#')].map((key) => [key, { kind: 'in', unit }]);
    }),
  );
  return [...offsets, ...counted];
}

function weekdayPhrases(names: readonly [string, number][], language: DateLanguage): Phrase[] {
  const [next, behind, coming, parts] = [
    listed(language.next),
    [...listed(language.nextBehind), ...listed(language.nextWeek)],
    listed(language.coming),
    listed(language.dayParts),
  ];
  return names.flatMap(([name, weekday]): Phrase[] => {
    const soon: PhraseMeaning = { kind: 'weekday', weekday, next: false };
    const later: PhraseMeaning = { kind: 'weekday', weekday, next: true };
    return [
      [name, soon],
      ...coming.map((word): Phrase => [`${word} ${name}`, soon]),
      ...parts.flatMap((part): Phrase[] => [
        [`${name} ${part}`, soon],
        [`${part} ${name}`, soon],
      ]),
      ...next.map((word): Phrase => [`${word} ${name}`, later]),
      ...behind.flatMap((word): Phrase[] => [
        [`${name} ${word}`, later],
        [`${word} ${name}`, later],
      ]),
    ];
  });
}

function countedPhrases({ within, units }: DateLanguage): Phrase[] {
  const { day, week, month, workingDay } = units;
  const named = [
    [day, 'day'],
    [week, 'week'],
    [month, 'month'],
    [workingDay, 'working-day'],
  ] as const;
  return listed(within).flatMap((word) =>
    named.flatMap(([names, unit]) =>
      listed(names).map((name): Phrase => [`${word} # ${name}`, { kind: 'in', unit }]),
    ),
  );
}

function endPhrases(language: DateLanguage, months: readonly [string, number][]): Phrase[] {
  const { ends, thisWeek, nextWeek, nextMonth, weekNumber } = language;
  const all = (texts: string, span: Span, ahead: 0 | 1, vague = false) =>
    listed(texts).map((text): Phrase => [text, { kind: 'end-of', span, ahead, vague }]);
  return [
    ...all(thisWeek, 'week', 0),
    ...all(nextWeek, 'week', 1, true),
    ...all(nextMonth, 'month', 1, true),
    ...all(ends.week, 'week', 0),
    ...all(ends.nextWeek, 'week', 1),
    ...all(ends.month, 'month', 0),
    ...all(ends.nextMonth, 'month', 1),
    ...all(ends.quarter, 'quarter', 0),
    ...all(ends.year, 'year', 0),
    ...listed(ends.before).flatMap((word): Phrase[] => [
      ...months.map(([name, month]): Phrase => [`${word} ${name}`, { kind: 'end-of-named-month', month }]),
      [`${word} q#`, { kind: 'end-of-numbered-quarter', vague: false }],
    ]),
    ['q#', { kind: 'end-of-numbered-quarter', vague: true }],
    ...listed(weekNumber).flatMap((word): Phrase[] => [
      [`${word} #`, { kind: 'week-of-year' }],
      [`${word}#`, { kind: 'week-of-year' }],
    ]),
  ];
}

type Named = { readonly weekdays: readonly [string, number][]; readonly months: readonly [string, number][] };

function phrasesOf(language: DateLanguage, { weekdays, months }: Named): Phrase[] {
  const own = Object.entries(language.weekdays ?? {}).map(([name, day]): [string, number] => [
    fold(name),
    day,
  ]);
  const offsets = Object.entries(language.offsets ?? {}).map(
    ([word, days]): Phrase => [fold(word), { kind: 'offset', days }],
  );
  return [
    ...offsets,
    ...countedPhrases(language),
    ...endPhrases(language, months),
    ...weekdayPhrases([...weekdays, ...own], language),
  ];
}

/** `tomorrow morning` is tomorrow: parts of a day behind today and the days around it. */
function withDayParts(phrases: readonly Phrase[], languages: readonly DateLanguage[]): Phrase[] {
  const parts = languages.flatMap((language) => listed(language.dayParts));
  return phrases.flatMap(([phrase, meaning]) =>
    meaning.kind !== 'offset' ? [] : parts.map((part): Phrase => [`${phrase} ${part}`, meaning]),
  );
}

function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function numbersOf(languages: readonly DateLanguage[]): [string, number][] {
  return languages.flatMap((language) =>
    listed(language.numbers).flatMap((same, index) =>
      same.split('/').map((word): [string, number] => [word, index + 1]),
    ),
  );
}

function buildDateWords(locale: string): DateWords {
  const own = LANGUAGES[locale.split('-')[0] ?? ''];
  const languages = own === undefined ? [ENGLISH] : [ENGLISH, own];
  const all = (part: 'leads' | 'companions' | 'blockers' | 'alsoWords' | 'at') =>
    new Set(languages.flatMap((language) => listed(language[part])));
  const parts = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(MONDAY);
  const order = parts.map((part) => part.type);
  const literals = parts.filter((part) => part.type === 'literal').map((part) => part.value);
  const weekdays = [...weekdayNames('en'), ...weekdayNames(locale)];
  const months = [...monthNames('en'), ...monthNames(locale)];
  const relative = [...relativePhrases('en'), ...relativePhrases(locale)];
  const phrases = [
    ...languages.flatMap((language) => phrasesOf(language, { weekdays, months })),
    ...relative,
  ];
  return {
    phrases: new Map([...withDayParts(phrases, languages), ...phrases]),
    months: new Map(months),
    numbers: new Map(numbersOf(languages)),
    monthFirst: order.indexOf('month') < order.indexOf('day'),
    separators: ['/', '.', '-']
      .filter((sign) => sign === '/' || literals.some((text) => text.includes(sign)))
      .join(''),
    leads: all('leads'),
    companions: all('companions'),
    blockers: all('blockers'),
    alsoWords: all('alsoWords'),
    at: all('at'),
  };
}

const built = new Map<string, DateWords>();

/** The words of a BCP 47 locale; English where the locale is not known. Built once for each locale. */
export function dateWords(locale: string): DateWords {
  const known = built.get(locale) ?? buildDateWords(knownLocale(locale));
  built.set(locale, known);
  return known;
}
