function rawStirlingError(n: number): number {
  const square = n * n;
  const inverse =
    1 / 1260 - (1 / 1680 - (1 / 1188 - (691 / 360_360 - 1 / 156 / square) / square) / square) / square;
  return (1 / 12 - (1 / 360 - inverse / square) / square) / n;
}

function exactStirlingErrors(): Float64Array {
  const errors = new Float64Array(32);
  // From n! itself: log n! - (n + 1/2) log n + n - log sqrt(2 pi), by the recurrence down from where the series is exact.
  errors[31] = rawStirlingError(31);
  for (let n = 30; n >= 1; n--) {
    errors[n] = (errors[n + 1] ?? 0) + (n + 0.5) * Math.log1p(1 / n) - 1;
  }
  return errors;
}

const SMALL = exactStirlingErrors();

/** log n! less Stirling's formula: what is left of it (Loader 2000), for n > 0. */
export function stirlingError(n: number): number {
  if (n < 32) {
    if (Number.isInteger(n)) return SMALL[n] ?? 0;
    let up = n;
    let error = 0;
    for (; up < 16; up++) error += (up + 0.5) * Math.log1p(1 / up) - 1;
    return error + rawStirlingError(up);
  }
  return rawStirlingError(n);
}

/** x log(x / m) + m - x, without the loss of digits where x is near m (Loader 2000). */
export function deviance(x: number, m: number): number {
  const away = x - m;
  if (Math.abs(away) < 0.1 * (x + m)) {
    const ratio = away / (x + m);
    let sum = away * ratio;
    let term = 2 * x * ratio;
    const square = ratio * ratio;
    for (let odd = 3; odd < 200; odd += 2) {
      term *= square;
      const next = sum + term / odd;
      if (next === sum) return next;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / m) - away;
}

const TWO_PI = 2 * Math.PI;

/** P(X = x) of n trials at p, with q = 1 - p; x and n need not be whole (Loader 2000). */
export function binomialDensity(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return x === n ? 1 : 0;
  if (x === 0) return p < 0.1 ? Math.exp(n * Math.log1p(-p)) : Math.exp(n * Math.log(q));
  if (x === n) return q < 0.1 ? Math.exp(n * Math.log1p(-q)) : Math.exp(n * Math.log(p));
  const log =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return Math.exp(log) * Math.sqrt(n / (TWO_PI * x * (n - x)));
}

/** P(X = x) of a Poisson count with this mean; x need not be whole. */
export function poissonDensity(x: number, mean: number): number {
  if (x < 0) return 0;
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(TWO_PI * x);
}

/** P(X = x) marked ones among `draws` out of `all`, of which `marked` are marked. */
export function hypergeometricDensity(x: number, marked: number, all: number, draws: number): number {
  const rest = all - marked;
  if (x < 0 || x > marked || draws - x < 0 || draws - x > rest) return 0;
  if (draws === 0) return 1;
  const p = draws / all;
  const q = (all - draws) / all;
  return (
    (binomialDensity(x, marked, p, q) * binomialDensity(draws - x, rest, p, q)) /
    binomialDensity(draws, all, p, q)
  );
}
