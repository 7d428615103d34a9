import { betaTail } from './beta.ts';

/** P(X <= x) of n trials at p. */
export function binomialCdf(x: number, n: number, p: number): number {
  const whole = Math.floor(x);
  if (whole < 0) return 0;
  if (whole >= n) return 1;
  return betaTail(whole + 1, n - whole, p, 1 - p);
}

/** The smallest x with P(X <= x) >= probability. */
export function binomialQuantile(probability: number, n: number, p: number): number {
  let low = -1;
  let high = n;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= probability * (1 - 64 * Number.EPSILON)) high = middle;
    else low = middle;
  }
  return high;
}
