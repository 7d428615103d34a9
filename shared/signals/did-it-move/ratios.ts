import { binomialCdf } from '#shared/signals/distributions/binomial.ts';
import { studentTail } from '#shared/signals/distributions/student.ts';
import { type Counted, dispersionOf, rateRatio, together } from '#shared/signals/rates/rate-ratio.ts';
import type { Interval } from './two-samples.ts';

export type Ratio = Interval & { readonly p: number };

const Z95 = 1.959963984540054;
/** From here on counts vary more than counting alone explains. */
const OVERDISPERSED = 1.5;

/** Chance of a share as far from the expected one, both sides: twice the rarer one (Clopper and Pearson). */
function chanceOfShare(count: number, all: number, share: number): number {
  const atMost = binomialCdf(count, all, share);
  // The other way round, so that what is rare keeps its digits.
  const atLeast = binomialCdf(all - count, all, 1 - share);
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

/** p of a ratio from its interval on the log scale, the spread being known from `df` periods. */
function chanceOfRatio({ effect, low, high }: Interval, df: number): number {
  const error = Math.log(high / low) / (2 * Z95);
  return 2 * studentTail(Math.log(effect) / error, df);
}

/**
 * How many times as many events a unit of exposure sees as before, exact (conditional) with 95 %; wider where counts
 * vary more than counting alone explains. Null where nothing was counted or exposed.
 */
export function movedRate(before: readonly Counted[], after: readonly Counted[]): Ratio | null {
  const early = together(before);
  const late = together(after);
  const dispersion = dispersionOf([before, after]);
  const found = rateRatio(late, early, dispersion);
  if (found === null) return null;
  const interval = { effect: found.ratio, low: found.low, high: found.high };
  const isSpread = dispersion > OVERDISPERSED && found.low > 0 && Number.isFinite(found.high);
  const share = late.exposure / (late.exposure + early.exposure);
  const p = isSpread
    ? chanceOfRatio(interval, before.length + after.length - 2)
    : chanceOfShare(late.count, late.count + early.count, share);
  return { ...interval, p };
}

/** Variance of shares over what drawing alone explains, each stretch around its own share; 1 for a binomial. */
function dispersionOfShares(stretches: readonly (readonly Counted[])[]): number {
  let sum = 0;
  let freedom = 0;
  for (const stretch of stretches) {
    const { count, exposure } = together(stretch);
    const share = count / exposure;
    if (!(share > 0 && share < 1)) continue;
    for (const one of stretch) {
      sum += (one.count - share * one.exposure) ** 2 / (one.exposure * share * (1 - share));
    }
    freedom += stretch.length - 1;
  }
  return freedom > 0 ? sum / freedom : 1;
}

/**
 * How many times the odds before the odds now are, with 95 % on the log scale; half a case is added where a cell is
 * empty, and the interval is wider where shares vary more than drawing alone explains.
 */
export function movedOdds(before: readonly Counted[], after: readonly Counted[]): Ratio | null {
  const early = together(before);
  const late = together(after);
  if (!(early.exposure > 0 && late.exposure > 0)) return null;
  const cells = [late.count, late.exposure - late.count, early.count, early.exposure - early.count];
  const half = cells.some((cell) => cell === 0) ? 0.5 : 0;
  const [a = 0, b = 0, c = 0, d = 0] = cells.map((cell) => cell + half);
  const dispersion = Math.max(1, dispersionOfShares([before, after]));
  const isSpread = dispersion > OVERDISPERSED;
  const error = Math.sqrt((1 / a + 1 / b + 1 / c + 1 / d) * (isSpread ? dispersion : 1));
  const effect = (a * d) / (b * c);
  const reach = Math.exp(Z95 * error);
  const df = isSpread ? before.length + after.length - 2 : early.exposure + late.exposure - 2;
  const p = 2 * studentTail(Math.log(effect) / error, Math.max(1, df));
  return { effect, low: effect / reach, high: effect * reach, p };
}
