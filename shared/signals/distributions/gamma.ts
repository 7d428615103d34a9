import { poissonDensity } from './densities.ts';

/** P(G <= x) of a gamma variable with this shape and scale 1. */
export function gammaCdf(shape: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 0;
  return x < shape + 1 ? lowerSeries(shape, x) : 1 - upperFraction(shape, x);
}

/** P(G > x), the other side of `gammaCdf`, exact far out. */
export function gammaTail(shape: number, x: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 1;
  return x < shape + 1 ? 1 - lowerSeries(shape, x) : upperFraction(shape, x);
}

function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 100_000 && term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return poissonDensity(shape, x) * sum;
}

/** The continued fraction of the upper incomplete gamma function by Lentz's method. */
function upperFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 100_000; n++) {
    const a = -n * (n - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const step = d * c;
    product *= step;
    if (Math.abs(step - 1) < 2 * Number.EPSILON) break;
  }
  return poissonDensity(shape, x) * shape * product;
}

/** The x with P(G <= x) = probability of a gamma variable with this shape and scale 1. */
export function gammaQuantile(probability: number, shape: number): number {
  if (probability <= 0) return 0;
  if (probability >= 1) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = shape + 1;
  while (gammaCdf(shape, high) < probability) {
    low = high;
    high *= 2;
  }
  for (let step = 0; step < 200 && high - low > high * 2 * Number.EPSILON; step++) {
    const middle = (low + high) / 2;
    if (gammaCdf(shape, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(C > x) of chi squared with `df` degrees of freedom. */
export function chiSquareTail(x: number, df: number): number {
  return gammaTail(df / 2, x / 2);
}

/** The x with P(C <= x) = probability of chi squared with `df` degrees of freedom. */
export function chiSquareQuantile(probability: number, df: number): number {
  return 2 * gammaQuantile(probability, df / 2);
}
