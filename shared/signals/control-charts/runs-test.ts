import { binomialQuantile } from '#shared/signals/distributions/binomial.ts';
import { at } from './control-chart.ts';
import type { Span } from './moving-range.ts';

export type RunsTest = {
  /** Points that are not on the centre. */
  readonly useful: number;
  readonly longestRun: number;
  readonly longestRunMax: number;
  readonly crossings: number;
  readonly crossingsMin: number;
  /** Position of the first and after the last point of the longest run. */
  readonly longest: Span;
  /** A run longer, or crossings fewer, than chance explains. */
  readonly isShifted: boolean;
};

/** A centre that was summed up may miss equal values by a bit: so close is on it. */
const ROUNDING = 1e-12;

function sideOfCentre(value: number, centre: number): number {
  const away = value - centre;
  return Math.abs(away) <= ROUNDING * Math.abs(centre) ? 0 : Math.sign(away);
}

/**
 * Anhoej's rules for a chart with a centre: the longest run may have round(log2 n) + 3 points, and the line crosses the
 * centre at least as often as the lower 5 % of n - 1 tosses of a coin (Anhoej and Wentzel-Larsen 2018; qicharts2).
 * A point on the centre counts for neither rule: a run goes on over it.
 */
export function runsTest(values: Float64Array, centre: Float64Array, { from, to }: Span): RunsTest | null {
  let useful = 0;
  let crossings = 0;
  let side = 0;
  let start = from;
  let run = 0;
  let longestRun = 0;
  let longest: Span = { from, to: from };
  for (let index = from; index < to; index++) {
    const here = sideOfCentre(at(values, index), at(centre, index));
    if (Number.isNaN(here) || here === 0) continue;
    useful++;
    if (here !== side) {
      if (side !== 0) crossings++;
      start = index;
      run = 0;
    }
    side = here;
    run++;
    if (run > longestRun) {
      longestRun = run;
      longest = { from: start, to: index + 1 };
    }
  }
  if (useful === 0) return null;
  const longestRunMax = Math.round(Math.log2(useful)) + 3;
  const crossingsMin = binomialQuantile(0.05, useful - 1, 0.5);
  const isShifted = longestRun > longestRunMax || crossings < crossingsMin;
  return { useful, longestRun, longestRunMax, crossings, crossingsMin, longest, isShifted };
}
