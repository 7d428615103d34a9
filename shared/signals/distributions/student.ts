import { betaCdf, betaQuantile } from './beta.ts';
import { tailQuantile } from './normal.ts';

/** P(T > |t|) of Student's t with `df` degrees of freedom: one tail, one half at most. */
export function studentTail(t: number, df: number): number {
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return 0;
  const under = df + square;
  return 0.5 * betaCdf(df / 2, 0.5, df / under, square / under);
}

/** P(T <= t) of Student's t with `df` degrees of freedom. */
export function studentCdf(t: number, df: number): number {
  const tail = studentTail(t, df);
  return t > 0 ? 1 - tail : tail;
}

/** The t with P(T <= t) = p. */
export function studentQuantile(p: number, df: number): number {
  const tail = Math.min(p, 1 - p);
  if (tail === 0.5) return 0;
  const x = betaQuantile(2 * tail, df / 2, 0.5);
  const t = Math.sqrt((df * (1 - x)) / x);
  return p < 0.5 ? -t : t;
}

/** Up to so large a t the finite sums for whole degrees of freedom lose no digits that matter. */
const SUMMED_TO = 3;

/** P(T > |t|) for few whole degrees of freedom, by the finite sums that the integral comes down to. */
function summedTail(square: number, df: number): number {
  const cosine = df / (df + square);
  const isOdd = df % 2 === 1;
  let term = isOdd ? Math.sqrt(cosine) : 1;
  let sum = df === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < df; k += 2) {
    term *= (cosine * (k - 1)) / k;
    sum += term;
  }
  const sine = Math.sqrt(1 - cosine);
  if (!isOdd) return 0.5 * (1 - sine * sum);
  return 0.5 - (Math.atan(Math.sqrt(square / df)) + sine * sum) / Math.PI;
}

/** From so many degrees of freedom on, and up to so large a t, Hill's expansion is exact to 1e-9. */
const EXPANDED_FROM = 20;
const EXPANDED_TO = 4;

/**
 * The normal deviate that lies as far out as t does: qnorm(pt(t, df)). With many degrees of freedom by the expansion of
 * Hill (1970, algorithm 395), which is several times as fast.
 */
export function studentDeviate(t: number, df: number): number {
  const square = t * t;
  if (df < EXPANDED_FROM || square > EXPANDED_TO * EXPANDED_TO) {
    const isSummed = df < EXPANDED_FROM && square < SUMMED_TO * SUMMED_TO && Number.isInteger(df);
    const z = tailQuantile(isSummed ? summedTail(square, df) : studentTail(t, df));
    return t < 0 ? -z : z;
  }
  const a = df - 0.5;
  const b = 48 * a * a;
  const y = a * Math.log1p(square / df);
  const series = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
  const z = ((series + y + 3) / b + 1) * Math.sqrt(y);
  return t < 0 ? -z : z;
}
