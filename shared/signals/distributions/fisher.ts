import { betaCdf, betaQuantile, betaTail } from './beta.ts';
import { tailQuantile } from './normal.ts';

/** P(F <= x) of an F ratio with these degrees of freedom. */
export function fisherCdf(x: number, over: number, under: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 0;
  const all = over * x + under;
  return betaCdf(over / 2, under / 2, (over * x) / all, under / all);
}

/** P(F > x), the other side of `fisherCdf`, exact far out. */
export function fisherTail(x: number, over: number, under: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 1;
  const all = over * x + under;
  return betaTail(over / 2, under / 2, (over * x) / all, under / all);
}

/** The x with P(F <= x) = probability. */
export function fisherQuantile(probability: number, over: number, under: number): number {
  const share = betaQuantile(probability, over / 2, under / 2);
  return (under * share) / (over * (1 - share));
}

/**
 * Q of a waiting time that is `ratio` times the mean of `n` earlier ones: the normal deviate of F with 2 and 2 n
 * degrees of freedom, which is (1 + ratio / n)^-n above the ratio.
 */
export function waitingDeviate(ratio: number, n: number): number {
  const log = -n * Math.log1p(ratio / n);
  const tail = Math.exp(log);
  return tail <= 0.5 ? tailQuantile(tail) : -tailQuantile(-Math.expm1(log));
}
