/** What the digits of a date say, in the order in which they are written: `one` and `two` are a month and a day. */
export type DateDigits = {
  readonly year: number;
  readonly one: number;
  readonly two: number;
  /** Milliseconds since the day began. */
  readonly time: number;
};

/** A shape of dates: `0000-00-00`, `00.00.0000 00:00:00`. */
export type DateShape = {
  readonly isYearFirst: boolean;
  readonly grain: 'day' | 'instant';
  /** The parts of a date; null where its time is none, or its year is out of the ordinary. */
  readonly parts: (digits: number) => DateDigits | null;
};

const TIME = '(?:[ T]00:00(?::00(?:[.,]0)?)?Z?)?$';
const YEAR_FIRST = new RegExp(`^0000([-/.])00\\1 ?00${TIME}`);
const YEAR_LAST = new RegExp(`^00([-/.])00\\1 ?0000${TIME}`);

/** Whether a year is near enough to be meant. */
export function isNearYear(year: number): boolean {
  return year >= 1900 && year < 2200;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether there is such a day. */
export function isDay(year: number, month: number, date: number): boolean {
  return month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

/** Milliseconds since the day began of digits `hhmm`, `hhmmss` or `hhmmss` and tenths; -1 where there is no such time. */
function timeOf(digits: number, count: number): number {
  const tenths = count === 7 ? digits % 10 : 0;
  const clock = count === 7 ? Math.floor(digits / 10) : count === 4 ? digits * 100 : digits;
  const hours = Math.floor(clock / 10_000);
  const minutes = Math.floor(clock / 100) % 100;
  const seconds = clock % 100;
  if (hours > 23 || minutes > 59 || seconds > 59) return -1;
  return hours * 3_600_000 + minutes * 60_000 + seconds * 1000 + tenths * 100;
}

/** The shape as one of dates, where it is one. */
export function dateShape(shape: string): DateShape | null {
  const isYearFirst = YEAR_FIRST.test(shape);
  if (!isYearFirst && !YEAR_LAST.test(shape)) return null;
  const count = shape.replace(/[^0]/g, '').length - 8;
  const divisor = 10 ** count;
  return {
    isYearFirst,
    grain: count === 0 ? 'day' : 'instant',
    parts: (digits) => {
      const day = Math.floor(digits / divisor);
      const time = count === 0 ? 0 : timeOf(digits - day * divisor, count);
      const year = isYearFirst ? Math.floor(day / 10_000) : day % 10_000;
      if (time < 0 || !isNearYear(year)) return null;
      const rest = isYearFirst ? day % 10_000 : Math.floor(day / 10_000);
      return { year, one: Math.floor(rest / 100), two: rest % 100, time };
    },
  };
}
