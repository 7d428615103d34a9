import type { CellShape } from '#shared/tabular/records.ts';

/**
 * Zones of the digits of a shape: cells of one shape and zone are the same to every rule that looks at a cell on its
 * own, so one of them speaks for all. -1 for a cell that has to be looked at by itself.
 */
export type Zones = (digits: number) => number;

/** Zones are below this. */
export const MOST_ZONES = 128;

const BY_ITSELF: Zones = () => -1;

/** Values at which a plain number begins or ceases to be a day of a spreadsheet, or an epoch in s, ms, µs. */
const THRESHOLDS = [
  30_000, 60_000, 631_152_000, 4_102_444_800, 631_152_000e3, 4_102_444_800e3, 631_152_000e6, 4_102_444_800e6,
];

function magnitude(value: number): number {
  if (value < 30_000) return 0;
  let above = 0;
  // The last of the days counts as one itself.
  for (const threshold of THRESHOLDS)
    if (threshold === 60_000 ? value > threshold : value >= threshold) above += 1;
  return above;
}

function isNear(year: number): boolean {
  return year >= 1900 && year < 2200;
}

/** Whether a number of so many digits before and after its mark can name a period or a day by its digits. */
function mayNamePeriod(digits: number, value: number, whole: number, decimals: number): boolean {
  if (whole <= 2 && decimals === 4) return isNear(digits % 10_000);
  if (whole === 4 && (decimals === 0 || decimals === 2)) return isNear(Math.floor(value));
  if (whole === 6 && decimals === 0) return isNear(Math.floor(value / 100));
  const date = value % 100;
  const month = Math.floor(value / 100) % 100;
  return whole === 8 && decimals === 0 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
}

function plainZones({ plain, text }: CellShape): Zones | null {
  if (plain === null) return null;
  const { sign, divisor, whole, mark } = plain;
  const decimals = mark === null ? 0 : text.length - text.indexOf(mark) - 1;
  const leading = 10 ** (whole + decimals - 1);
  return (digits) => {
    const value = digits / divisor;
    if (sign === 1 && mayNamePeriod(digits, value, whole, decimals)) return -1;
    const small = digits === 0 ? 0 : value < 1 ? 1 : value === 1 ? 2 : 3;
    const padded = digits < leading ? 4 : 0;
    return magnitude(value) * 8 + padded + small;
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isDay(year: number, month: number, date: number): boolean {
  return isNear(year) && month >= 1 && month <= 12 && date >= 1 && date <= daysIn(year, month);
}

const TIME = '(?:[ T]00:00(?::00(?:[.,]0{1,3})?)?Z?)?$';
const YEAR_FIRST = new RegExp(`^0000([-/.])00\\1 ?00${TIME}`);
const YEAR_LAST = new RegExp(`^00([-/.])00\\1 ?0000${TIME}`);

/** What digits of a time of day follow the eight of the day: their number, and whether they name one. */
function timeOf(text: string): { readonly divisor: number; readonly isTime: (rest: number) => boolean } {
  const zeros = text.replace(/[^0]/g, '').length - 8;
  const parts = 10 ** Math.max(0, zeros - (zeros >= 6 ? 6 : 4));
  return {
    divisor: 10 ** zeros,
    isTime: (rest) => {
      if (zeros === 0) return true;
      const clock = Math.floor(rest / parts);
      const [hours, minutes, seconds] =
        zeros >= 6
          ? [Math.floor(clock / 10_000), Math.floor(clock / 100) % 100, clock % 100]
          : [Math.floor(clock / 100), clock % 100, 0];
      return hours < 24 && minutes < 60 && seconds < 60;
    },
  };
}

function dateZones({ text }: CellShape): Zones | null {
  const first = YEAR_FIRST.test(text);
  if (!first && !YEAR_LAST.test(text)) return null;
  const { divisor, isTime } = timeOf(text);
  return (digits) => {
    const day = Math.floor(digits / divisor);
    if (!isTime(digits - day * divisor)) return -1;
    if (first) return isDay(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100) ? 0 : -1;
    const [one, two, year] = [Math.floor(day / 1_000_000), Math.floor(day / 10_000) % 100, day % 10_000];
    if (one > 12) return isDay(year, two, one) ? 1 : -1;
    if (two > 12) return isDay(year, one, two) ? 2 : -1;
    return isDay(year, one, two) && two >= 1 && one >= 1 ? 0 : -1;
  };
}

/** Names with a number of many digits: too many for a day, a week or a year. */
const NUMBERED = /^[A-Za-z]{2,}[-_#:]?0{5,}$/;

function nameZones({ text }: CellShape): Zones | null {
  return NUMBERED.test(text) ? (digits) => (digits === 0 ? 0 : digits === 1 ? 1 : 2) : null;
}

/** Zones of a shape. Shapes of which nothing is known have every cell looked at. */
export function zonesOf(shape: CellShape): Zones {
  return plainZones(shape) ?? dateZones(shape) ?? nameZones(shape) ?? BY_ITSELF;
}
