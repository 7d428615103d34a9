import { betaCdf, betaQuantile as quantileOfBeta } from '#shared/signals/distributions/beta.ts';
import { studentCdf } from '#shared/signals/distributions/student.ts';

/** Regularised incomplete beta function: the chance that a Beta(a, b) variable is at most x. */
export function regularisedBeta(x: number, a: number, b: number): number {
  return betaCdf(a, b, x, 1 - x);
}

/** The x below which a Beta(a, b) variable lies with chance p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantileOfBeta(p, a, b);
}

/** Chance that Student's t with `df` degrees of freedom is above `t`. */
export function studentAbove(t: number, df: number): number {
  return studentCdf(-t, df);
}

/** Chance that a standard normal variable is above z, by the series of its odd powers; exact to about 1e-15. */
export function normalAbove(z: number): number {
  if (Math.abs(z) > 8) return z > 0 ? 0 : 1;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** The t that Student's distribution passes with chance `tail`, for 0 < tail < 0.5. */
export function studentQuantile(tail: number, df: number): number {
  const x = betaQuantile(2 * tail, df / 2, 0.5);
  return Math.sqrt((df * (1 - x)) / x);
}
