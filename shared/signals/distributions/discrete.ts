import { binomialDensity, hypergeometricDensity, poissonDensity } from './densities.ts';
import { tailQuantile } from './normal.ts';

/** log n! of small n, by adding up. */
const LOG_FACTORIALS = logFactorials(4096);

function logFactorials(count: number): Float64Array {
  const logs = new Float64Array(count);
  for (let n = 2; n < count; n++) logs[n] = (logs[n - 1] ?? 0) + Math.log(n);
  return logs;
}

/** The binomial density to eleven digits, by looking up the factorials where they are small whole numbers. */
function quickDensity(x: number, n: number, p: number): number {
  if (n >= LOG_FACTORIALS.length || !Number.isInteger(n) || !Number.isInteger(x) || !(p > 0 && p < 1)) {
    return binomialDensity(x, n, p, 1 - p);
  }
  return Math.exp(logWays(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
}

function logWays(n: number, x: number): number {
  return (LOG_FACTORIALS[n] ?? 0) - (LOG_FACTORIALS[x] ?? 0) - (LOG_FACTORIALS[n - x] ?? 0);
}

/** The hypergeometric density, likewise. */
function quickDraw(x: number, marked: number, all: number, draws: number): number {
  const areWhole =
    Number.isInteger(x) && Number.isInteger(marked) && Number.isInteger(all) && Number.isInteger(draws);
  const rest = all - marked;
  const isPossible = x <= marked && x <= draws && draws - x <= rest;
  if (all >= LOG_FACTORIALS.length || !areWhole || !isPossible) {
    return hypergeometricDensity(x, marked, all, draws);
  }
  return Math.exp(logWays(marked, x) + logWays(rest, draws - x) - logWays(all, draws));
}

/** What is left to add is less than the last digit of the sum. */
const NEGLIGIBLE = 1e-17;

/** The normal deviate of a point with `half` the probability of itself and `beyond` it in the direction `side`. */
function deviate(half: number, beyond: number, side: 1 | -1): number {
  const tail = half + beyond;
  return tail <= 0.5 ? side * tailQuantile(tail) : -side * tailQuantile(Math.max(0, 1 - tail));
}

/**
 * Q of a count: `x` of `total` events fell where a share `p` was expected. The normal deviate of
 * P(X < x) + P(X = x) / 2, X binomial, summed on the side of x that is the rarer.
 */
export function binomialDeviate(x: number, total: number, p: number): number {
  const q = 1 - p;
  const at = quickDensity(x, total, p);
  let term = at;
  let sum = 0;
  if (x > total * p) {
    for (let k = x; k < total; k++) {
      term *= ((total - k) * p) / ((k + 1) * q);
      sum += term;
      if (term <= sum * NEGLIGIBLE) break;
    }
    return deviate(at / 2, sum, 1);
  }
  for (let k = x; k > 0; k--) {
    term *= (k * q) / ((total - k + 1) * p);
    sum += term;
    if (term <= sum * NEGLIGIBLE) break;
  }
  return deviate(at / 2, sum, -1);
}

/** Q of a count with a known mean: the normal deviate of P(X < x) + P(X = x) / 2, X Poisson. */
export function poissonDeviate(x: number, mean: number): number {
  const at = poissonDensity(x, mean);
  let term = at;
  let sum = 0;
  if (x > mean) {
    for (let k = x + 1; ; k++) {
      term *= mean / k;
      sum += term;
      if (term <= sum * NEGLIGIBLE) break;
    }
    return deviate(at / 2, sum, 1);
  }
  for (let k = x; k > 0; k--) {
    term *= k / mean;
    sum += term;
    if (term <= sum * NEGLIGIBLE) break;
  }
  return deviate(at / 2, sum, -1);
}

/**
 * Q of a share: `x` of `draws` were marked, `marked` of `all` are. The normal deviate of P(X < x) + P(X = x) / 2,
 * X hypergeometric.
 */
export function hypergeometricDeviate(x: number, marked: number, all: number, draws: number): number {
  const at = quickDraw(x, marked, all, draws);
  const rest = all - marked - draws;
  let term = at;
  let sum = 0;
  if (x * all > draws * marked) {
    for (let k = x; k < Math.min(marked, draws); k++) {
      term *= ((marked - k) * (draws - k)) / ((k + 1) * (rest + k + 1));
      sum += term;
      if (term <= sum * NEGLIGIBLE) break;
    }
    return deviate(at / 2, sum, 1);
  }
  for (let k = x; k > 0 && rest + k > 0; k--) {
    term *= (k * (rest + k)) / ((marked - k + 1) * (draws - k + 1));
    sum += term;
    if (term <= sum * NEGLIGIBLE) break;
  }
  return deviate(at / 2, sum, -1);
}
