import { chiSquareQuantile } from '#shared/signals/distributions/gamma.ts';
import { products } from './q-statistic.ts';
import type { Running } from './running.ts';

/** Under so many values neither resemblance nor dispersion can be told. */
const LEAST = 12;
/** Resemblance counts from this many standard errors on, and in full from so many. */
const UNSURE = 1.4;
const SURE = 2;
const MOST_ALIKE = 0.9;

function residualSquares({ n, sum, squares }: Running): number {
  return n === 0 ? 0 : squares - (sum * sum) / n;
}

/**
 * How much neighbours resemble each other, 0 to 0.9: lag-one autocorrelation corrected for its bias, shrunk to 0 where
 * it may be chance. With `since`, a stretch under suspicion, both stretches are held against their own mean, so that
 * a change of level does not pass for resemblance. Negative resemblance makes every alarm rarer and counts as none.
 */
export function resemblance(before: Running, since: Running | null): number {
  const n = before.n + (since === null ? 0 : since.n);
  if (n < LEAST) return 0;
  const squares = residualSquares(before) + (since === null ? 0 : residualSquares(since));
  const shared = products(before) + (since === null ? 0 : products(since));
  const pairs = before.pairs + (since === null ? 0 : since.pairs);
  if (!(squares > 0) || pairs < LEAST - 2) return 0;
  const stretches = since === null ? 1 : 2;
  const r = ((shared / squares) * (n - 1)) / pairs;
  const errors = (r + (stretches - 1) / n) * Math.sqrt(n);
  if (errors <= UNSURE) return 0;
  const weight = Math.min(1, (errors - UNSURE) / (SURE - UNSURE));
  return Math.max(0, Math.min(MOST_ALIKE, weight * (r + (stretches * (1 + 3 * r)) / n)));
}

/** Dispersion beyond this many times what counting alone gives is not a matter of counting. */
const DISPERSED = 1.5;
const SURELY = 0.99;
const limits = new Map<number, number>();

function dispersionLimit(df: number): number {
  const known = limits.get(df);
  if (known !== undefined) return known;
  const limit = Math.max(DISPERSED * df, chiSquareQuantile(SURELY, df));
  limits.set(df, limit);
  return limit;
}

function dispersionOf({ n, events, exposure, spread }: Running, isShare: boolean): number {
  if (n === 0 || events === 0) return 0;
  const rate = events / exposure;
  const raw = spread / rate - events;
  return isShare ? raw / Math.max(1e-9, 1 - rate) : raw;
}

/**
 * Whether counts vary by more than counting explains: sum (y - n u)^2 / (n u) over 1.5 per degree of freedom, and
 * beyond the 0.99 quantile of chi squared. Stretches as for resemblance.
 */
export function isOverdispersed(before: Running, since: Running | null, isShare: boolean): boolean {
  const n = before.n + (since === null ? 0 : since.n);
  if (n < LEAST) return false;
  const df = n - (since === null ? 1 : 2);
  const dispersion = dispersionOf(before, isShare) + (since === null ? 0 : dispersionOf(since, isShare));
  return dispersion > dispersionLimit(df);
}
