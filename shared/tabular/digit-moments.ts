import { dateShape, isDay } from '#shared/tabular/digit-dates.ts';
import type { EpochScale, MomentStyle } from '#shared/tabular/moment.ts';
import type { CellShape } from '#shared/tabular/records.ts';

/** Moments of texts that differ in their digits only: calendar milliseconds, NaN where the text has to be looked at. */
export type DigitMoments = { readonly grain: 'day' | 'instant'; readonly ms: (digits: number) => number };

const EPOCH_MS: Readonly<Record<Exclude<EpochScale, 'sheet-days'>, number>> = {
  s: 1000,
  ms: 1,
  us: 1e-3,
  ns: 1e-6,
};

function epochs({ plain }: CellShape, { epoch }: MomentStyle): DigitMoments | null {
  if (plain === null || plain.mark !== null || plain.sign === -1 || plain.whole < 9) return null;
  if (epoch === null || epoch === 'sheet-days') return null;
  const factor = EPOCH_MS[epoch];
  return { grain: 'instant', ms: (digits) => Math.round(digits * factor) };
}

/** How the digits of a shape give moments in a column of that style; null where only its texts can tell. */
export function digitMoments(shape: CellShape, style: MomentStyle): DigitMoments | null {
  const dates = dateShape(shape.text);
  if (dates === null) return epochs(shape, style);
  const { isYearFirst, parts, grain } = dates;
  const monthFirst = style.order === 'mdy';
  return {
    grain,
    ms: (digits) => {
      const found = parts(digits);
      if (found === null) return Number.NaN;
      const { year, one, two, time } = found;
      const month = isYearFirst || monthFirst ? one : two;
      const date = isYearFirst || monthFirst ? two : one;
      return isDay(year, month, date) ? Date.UTC(year, month - 1, date) + time : Number.NaN;
    },
  };
}
