/** What no locale database has: the small words around dates, and phrases; lists are parted by `|`. */
export type DateLanguage = {
  /** Words that make the date after them count wherever it stands, and go with it. */
  readonly leads: string;
  /** Words that go with a date that counts anyway. */
  readonly companions: string;
  /** Words after which a date is part of the sentence. */
  readonly blockers: string;
  /** Before a weekday: the one of next week. */
  readonly next: string;
  /** Behind a weekday: the one of next week. */
  readonly nextBehind?: string;
  /** Before a weekday: the coming one. */
  readonly coming: string;
  /** Behind a day: a part of it, which is no part of the date. */
  readonly dayParts: string;
  readonly offsets?: Readonly<Record<string, number>>;
  readonly weekdays?: Readonly<Record<string, number>>;
  /** Names of weekdays that are words of the sentence as well; these count only when they stand apart from it. */
  readonly alsoWords: string;
  readonly within: string;
  readonly units: {
    readonly day: string;
    readonly week: string;
    readonly month: string;
    readonly workingDay: string;
  };
  /** The words for 1, for 2, and so on; words for the same number are parted by `/`. */
  readonly numbers: string;
  readonly thisWeek: string;
  readonly nextWeek: string;
  readonly nextMonth: string;
  readonly ends: {
    readonly week: string;
    readonly nextWeek: string;
    readonly month: string;
    readonly nextMonth: string;
    readonly quarter: string;
    readonly year: string;
    /** Before the name of a month. */
    readonly before: string;
  };
  readonly weekNumber: string;
  /** Between a date and a time of day. */
  readonly at: string;
};

export const ENGLISH: DateLanguage = {
  leads: 'by|due|until',
  companions: 'on|before',
  blockers: 'to|from|since|of|for|the|every|each|last|black|cyber|good|patch',
  next: 'next',
  coming: 'this|coming',
  dayParts: 'eod|cob|morning|noon|afternoon|evening|night',
  offsets: { tmr: 1, tmrw: 1, tmw: 1, eod: 0, cob: 0, 'end of day': 0, 'end of the day': 0 },
  weekdays: { tues: 2, weds: 3, thur: 4, thurs: 4 },
  alsoWords: 'sat|sun',
  within: 'in|within',
  units: {
    day: 'day|days',
    week: 'week|weeks',
    month: 'month|months',
    workingDay: 'working day|working days|business days|workdays',
  },
  numbers: 'a/an/one|two|three|four|five|six|seven|eight|nine|ten',
  thisWeek: 'this week',
  nextWeek: 'next week',
  nextMonth: 'next month',
  ends: {
    week: 'eow|end of week|end of the week|the end of the week|end of this week',
    nextWeek: 'end of next week|the end of next week',
    month: 'eom|end of month|end of the month|the end of the month|end of this month',
    nextMonth: 'end of next month|the end of next month',
    quarter: 'eoq|end of quarter|end of the quarter|the end of the quarter|end of this quarter',
    year: 'eoy|end of year|end of the year|the end of the year|end of this year',
    before: 'end of|the end of|end',
  },
  weekNumber: 'week|wk|cw',
  at: 'at',
};
