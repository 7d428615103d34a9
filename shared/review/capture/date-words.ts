import { DAY_MS } from '#shared/day.ts';
import { fold } from './words.ts';

/** What a fixed phrase means; `#` in the phrase stood for a number that is handed over when it is resolved. */
export type PhraseMeaning =
  | { readonly kind: 'offset'; readonly days: number }
  | { readonly kind: 'in'; readonly unit: 'day' | 'week' | 'month' }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly next: boolean }
  | { readonly kind: 'end-of'; readonly span: 'week' | 'month' | 'quarter' }
  | { readonly kind: 'end-of-numbered-quarter' };

/** How a locale writes dates: its names and English ones, its order of day and month, its separators. */
export type DateWords = {
  /** Folded phrases of up to four words, numbers replaced by `#`. */
  readonly phrases: ReadonlyMap<string, PhraseMeaning>;
  /** Folded month names, long and short, to 1..12. */
  readonly months: ReadonlyMap<string, number>;
  readonly monthFirst: boolean;
  /** Between day and month: the slash everywhere, dot or hyphen only where the locale uses it. */
  readonly separators: string;
  /** Words that make the date after them count wherever it stands, and go with it (`by`). */
  readonly leads: ReadonlySet<string>;
  /** Words that go with a date that counts anyway (`on`). */
  readonly companions: ReadonlySet<string>;
  /** Words after which a date is part of the sentence (`to`, `since`). */
  readonly blockers: ReadonlySet<string>;
};

type Particles = {
  readonly leads: string;
  readonly companions: string;
  readonly blockers: string;
  readonly next: string;
};

const ENGLISH: Particles = {
  leads: 'by due until',
  companions: 'on',
  blockers: 'to from since of for the every each last',
  next: 'next',
};

/** Small words that no locale database has. */
const PARTICLES: Readonly<Record<string, Particles>> = {
  de: {
    leads: 'bis fällig spätestens',
    companions: 'am zum den',
    blockers: 'von vom seit für auf der die das jeden jede jedes letzten letzter',
    next: 'nächsten nächster nächste',
  },
  fr: { leads: 'avant pour', companions: 'le', blockers: 'de du depuis chaque la', next: '' },
  es: { leads: 'antes para hasta', companions: 'el del', blockers: 'de desde cada los', next: 'próximo' },
  it: { leads: 'entro', companions: 'il', blockers: 'di da dal per ogni', next: 'prossimo' },
  pt: { leads: 'até', companions: 'em na no', blockers: 'de desde para cada', next: 'próxima próximo' },
  nl: { leads: 'voor uiterlijk', companions: 'op', blockers: 'van sinds naar elke de', next: 'volgende' },
};

// 5 January 1970 was a Monday.
const MONDAY = Date.UTC(1970, 0, 5);

function words(text: string): string[] {
  return text === '' ? [] : fold(text).split(' ');
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
function relativePhrases(locale: string): [string, PhraseMeaning][] {
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const far = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  const offsets = [-1, 0, 1, 2]
    .map((days): [string, PhraseMeaning] => [fold(near.format(days, 'day')), { kind: 'offset', days }])
    .filter(([phrase]) => !/\d/.test(phrase));
  const counted = (['day', 'week', 'month'] as const).flatMap((unit) =>
    [1, 2, 5, 21].flatMap((count): [string, PhraseMeaning][] => {
      const phrase = fold(far.format(count, unit)).replace(/\d+/, '#').replace(/\s+/g, ' ');
      return [phrase, phrase.replaceAll(/ ?# ?/g, '#')].map((key) => [key, { kind: 'in', unit }]);
    }),
  );
  return [...offsets, ...counted];
}

const FIXED: readonly [string, PhraseMeaning][] = [
  ['eow', { kind: 'end-of', span: 'week' }],
  ['end of week', { kind: 'end-of', span: 'week' }],
  ['eom', { kind: 'end-of', span: 'month' }],
  ['end of month', { kind: 'end-of', span: 'month' }],
  ['eoq', { kind: 'end-of', span: 'quarter' }],
  ['end of quarter', { kind: 'end-of', span: 'quarter' }],
  ['end of q#', { kind: 'end-of-numbered-quarter' }],
  ...(
    [
      ['tues', 2],
      ['weds', 3],
      ['thur', 4],
      ['thurs', 4],
    ] as const
  ).map(([name, weekday]): [string, PhraseMeaning] => [name, { kind: 'weekday', weekday, next: false }]),
];

function weekdayPhrases(
  names: readonly [string, number][],
  next: readonly string[],
): [string, PhraseMeaning][] {
  return names.flatMap(([name, weekday]): [string, PhraseMeaning][] => [
    [name, { kind: 'weekday', weekday, next: false }],
    [`this ${name}`, { kind: 'weekday', weekday, next: false }],
    ...next.map((word): [string, PhraseMeaning] => [
      `${word} ${name}`,
      { kind: 'weekday', weekday, next: true },
    ]),
    // French puts it behind the name.
    [`${name} prochain`, { kind: 'weekday', weekday, next: true }],
  ]);
}

function knownLocale(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

function buildDateWords(locale: string): DateWords {
  const own = PARTICLES[locale.split('-')[0] ?? ''];
  const particles = (part: keyof Particles) => [...words(ENGLISH[part]), ...words(own?.[part] ?? '')];
  const parts = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(MONDAY);
  const order = parts.map((part) => part.type);
  const literals = parts.filter((part) => part.type === 'literal').map((part) => part.value);
  const weekdays = [...weekdayNames('en'), ...weekdayNames(locale)];
  return {
    phrases: new Map([
      ...relativePhrases('en'),
      ...FIXED,
      ...weekdayPhrases(weekdays, particles('next')),
      ...relativePhrases(locale),
    ]),
    months: new Map([...monthNames('en'), ...monthNames(locale)]),
    monthFirst: order.indexOf('month') < order.indexOf('day'),
    separators: ['/', '.', '-']
      .filter((sign) => sign === '/' || literals.some((text) => text.includes(sign)))
      .join(''),
    leads: new Set(particles('leads')),
    companions: new Set(particles('companions')),
    blockers: new Set(particles('blockers')),
  };
}

const built = new Map<string, DateWords>();

/** The words of a BCP 47 locale; English where the locale is not known. Built once for each locale. */
export function dateWords(locale: string): DateWords {
  const known = built.get(locale) ?? buildDateWords(knownLocale(locale));
  built.set(locale, known);
  return known;
}
