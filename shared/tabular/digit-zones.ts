import { dateShape, isDay, isNearYear } from '#shared/tabular/digit-dates.ts';
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

/** Whether a number of so many digits before and after its mark can name a period or a day by its digits. */
function mayNamePeriod(digits: number, value: number, whole: number, decimals: number): boolean {
  if (whole <= 2 && decimals === 4) return isNearYear(digits % 10_000);
  if (whole === 4 && (decimals === 0 || decimals === 2)) return isNearYear(Math.floor(value));
  if (whole === 6 && decimals === 0) return isNearYear(Math.floor(value / 100));
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

function dateZones({ text }: CellShape): Zones | null {
  const shape = dateShape(text);
  if (shape === null) return null;
  return (digits) => {
    const parts = shape.parts(digits);
    if (parts === null) return -1;
    const { year, one, two } = parts;
    if (shape.isYearFirst) return isDay(year, one, two) ? 0 : -1;
    if (one > 12) return isDay(year, two, one) ? 1 : -1;
    if (two > 12) return isDay(year, one, two) ? 2 : -1;
    return isDay(year, one, two) && isDay(year, two, one) ? 0 : -1;
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
