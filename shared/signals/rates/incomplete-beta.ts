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
