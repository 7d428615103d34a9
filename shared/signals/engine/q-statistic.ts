import { binomialDeviate, hypergeometricDeviate } from '#shared/signals/distributions/discrete.ts';
import { waitingDeviate } from '#shared/signals/distributions/fisher.ts';
import { normalQuantile } from '#shared/signals/distributions/normal.ts';
import { studentDeviate } from '#shared/signals/distributions/student.ts';
import type { Running } from './running.ts';

/** No Q is further out than this: the deviate of 1e-14. */
export const FURTHEST = 7.650628;
/** Variation smaller than this share of the level is rounding. */
const ROUNDING = 1e-12;

export function clampQ(q: number): number {
  if (q > FURTHEST) return FURTHEST;
  return q < -FURTHEST ? -FURTHEST : q;
}

/** Whether the values are all the same, but for rounding; `origin` is the level that they are counted from. */
export function isConstant({ n, sum, squares }: Running, origin: number): boolean {
  const least = ROUNDING * origin;
  return squares - (sum * sum) / n <= n * least * least;
}

/**
 * Q of the next value of a normal process (Quesenberry 1991): the deviate of Student's t of its distance `away` from
 * the mean of what was before, in standard deviations of both.
 */
export function normalQ({ n, sum, squares }: Running, away: number): number {
  const mean = sum / n;
  const sd = Math.sqrt((squares - sum * mean) / (n - 1));
  return clampQ(studentDeviate((away - mean) / (sd * Math.sqrt(1 + 1 / n)), n - 1));
}

/**
 * Q of the next value where neighbours resemble each other by `alike`: of its distance from where the value `before`
 * it pointed, in standard deviations of such distances.
 */
export function resemblingQ(running: Running, away: number, before: number, alike: number): number {
  const { n, sum, pairs, pairSum, pairBefore, pairSquares, pairBeforeSquares } = running;
  const mean = sum / n;
  const own = pairSquares - 2 * mean * pairSum + pairs * mean * mean;
  const earlier = pairBeforeSquares - 2 * mean * pairBefore + pairs * mean * mean;
  const total = pairSum - alike * pairBefore - pairs * mean * (1 - alike);
  const rest = own - 2 * alike * products(running) + alike * alike * earlier - (total * total) / pairs;
  const sd = Math.sqrt(rest / (pairs - 1));
  const surprise = away - mean - alike * (before - mean);
  return clampQ(studentDeviate(surprise / (sd * Math.sqrt(1 + 1 / n)), pairs - 1));
}

/** Sum of the products of neighbours, each less the mean of all. */
export function products({ n, sum, pairs, pairSum, pairBefore, pairProducts }: Running): number {
  const mean = sum / n;
  return pairProducts - mean * (pairSum + pairBefore) + pairs * mean * mean;
}

/** Q of a count in its exposure, given what was counted before: binomial, with half of its own probability. */
export function poissonQ(running: Running, events: number, exposure: number): number {
  const share = exposure / (running.exposure + exposure);
  return clampQ(binomialDeviate(events, running.events + events, share));
}

/** Q of `events` of `exposure` items, given how many there were before: hypergeometric, with half of its own probability. */
export function binomialQ(running: Running, events: number, exposure: number): number {
  return clampQ(
    hypergeometricDeviate(events, running.events + events, running.exposure + exposure, exposure),
  );
}

/** Q of a waiting time, given the mean of those before: F with two degrees of freedom over twice their number. */
export function waitingQ({ events, exposure }: Running, waited: number): number {
  return clampQ(waitingDeviate((waited * events) / exposure, events));
}

/** Q of a rank among `n` values, itself included; ties share the middle of their ranks. */
export function rankQ(rank: number, n: number): number {
  return normalQuantile((rank - 0.5) / n);
}
