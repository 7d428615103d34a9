import { binomialDensity } from './densities.ts';

const TINY = 1e-300;

/** The continued fraction of the incomplete beta function by Lentz's method; converges fast for x under (a + 1) / (a + b + 2). */
function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < TINY ? TINY : d);
  let product = d;
  const most = 200 + 10 * Math.sqrt(Math.max(a, b));
  for (let m = 1; m < most; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    d = 1 / (Math.abs(d) < TINY ? TINY : d);
    if (Math.abs(c) < TINY) c = TINY;
    const step = d * c;
    product *= step;
    if (Math.abs(step - 1) < 2 * Number.EPSILON) break;
  }
  return product;
}

/** x^a y^b / (a B(a, b)), from the binomial density so that no digits are lost for large a and b. */
function front(a: number, b: number, x: number, y: number): number {
  return (binomialDensity(a, a + b, x, y) * b) / (a + b);
}

/** P(B <= x) of a beta variable with shapes a and b, where y is 1 - x. Exact in either tail as far as y is. */
export function betaCdf(a: number, b: number, x: number, y: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 0;
  if (!(y > 0)) return 1;
  if (x < (a + 1) / (a + b + 2)) return front(a, b, x, y) * fraction(a, b, x);
  return 1 - front(b, a, y, x) * fraction(b, a, y);
}

/** P(B > x), the other side of `betaCdf`. */
export function betaTail(a: number, b: number, x: number, y: number): number {
  return betaCdf(b, a, y, x);
}

/** The x with P(B <= x) = probability, by halving: fifty steps are all the digits that there are. */
export function betaQuantile(probability: number, a: number, b: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return 1;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 200; step++) {
    const middle = low === 0 ? high / 16 : (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaCdf(a, b, middle, 1 - middle) < probability) low = middle;
    else high = middle;
    if (high - low <= high * 2 * Number.EPSILON || high < 1e-290) break;
  }
  return (low + high) / 2;
}
