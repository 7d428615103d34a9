import { hypergeometricDensity } from './densities.ts';

/** P(X <= x) marked ones among `draws` out of `all`, of which `marked` are marked; summed on the side of x that is the rarer. */
export function hypergeometricCdf(x: number, marked: number, all: number, draws: number): number {
  const whole = Math.floor(x);
  const least = Math.max(0, draws - (all - marked));
  const most = Math.min(marked, draws);
  if (whole < least) return 0;
  if (whole >= most) return 1;
  const rest = all - marked - draws;
  const upper = whole * all > draws * marked;
  let term = hypergeometricDensity(upper ? whole + 1 : whole, marked, all, draws);
  let sum = term;
  if (upper) {
    for (let k = whole + 1; k < most && term > sum * 1e-17; k++) {
      term *= ((marked - k) * (draws - k)) / ((k + 1) * (rest + k + 1));
      sum += term;
    }
    return 1 - sum;
  }
  for (let k = whole; k > least && term > sum * 1e-17; k--) {
    term *= (k * (rest + k)) / ((marked - k + 1) * (draws - k + 1));
    sum += term;
  }
  return sum;
}

/** The smallest x with P(X <= x) >= probability. */
export function hypergeometricQuantile(
  probability: number,
  marked: number,
  all: number,
  draws: number,
): number {
  let low = Math.max(0, draws - (all - marked)) - 1;
  let high = Math.min(marked, draws);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (hypergeometricCdf(middle, marked, all, draws) >= probability * (1 - 64 * Number.EPSILON))
      high = middle;
    else low = middle;
  }
  return high;
}
