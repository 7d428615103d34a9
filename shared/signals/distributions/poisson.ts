import { chiSquareQuantile, gammaTail } from './gamma.ts';

/** P(X <= x) of a Poisson count with this mean. */
export function poissonCdf(x: number, mean: number): number {
  const whole = Math.floor(x);
  if (whole < 0) return 0;
  return gammaTail(whole + 1, mean);
}

/** The smallest x with P(X <= x) >= probability. */
export function poissonQuantile(probability: number, mean: number): number {
  const wanted = probability * (1 - 64 * Number.EPSILON);
  let low = -1;
  let high = Math.ceil(mean) + 1;
  while (poissonCdf(high, mean) < wanted) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (poissonCdf(middle, mean) >= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** Exact two-sided interval of a Poisson mean after `count` events (Garwood 1936), at this confidence. */
export function poissonInterval(count: number, confidence: number): readonly [number, number] {
  const outside = (1 - confidence) / 2;
  return [
    count === 0 ? 0 : chiSquareQuantile(outside, 2 * count) / 2,
    chiSquareQuantile(1 - outside, 2 * count + 2) / 2,
  ];
}
