import type { EngineInput } from '#shared/signals/engine/run-engine.ts';
import { findSeason, type Periods, type Season } from './find-season.ts';

/** A season with what is made of it: taken out before values are judged, or only said to be there. */
export type JudgedSeason = Season & { readonly isTakenOut: boolean };

/** Shares of few items are judged as they are, and a season is only said to be there; everything else without it. */
export function judgedSeason(
  seen: Float64Array,
  periods: Periods,
  { kind, events }: EngineInput,
): JudgedSeason | null {
  const season = findSeason(seen, periods);
  return season === null ? null : { ...season, isTakenOut: kind !== 'binomial' || events === null };
}

/** Values without what the season adds. Trend and changes of level stay; missing values stay missing. */
export function without(values: Float64Array, { effect }: Season): Float64Array {
  return values.map((value, at) => value - (effect[at] ?? 0));
}

/** A season never makes a period count for less than this share of an average one. */
const LEAST_SHARE = 0.05;

/**
 * What the engine is given where a season is taken out: counts stay whole, and a period in which more is usual counts
 * for more exposure. `seen` are the values on the root scale with the season in them.
 */
export function withSeason(input: EngineInput, { effect }: Season, seen: Float64Array): EngineInput {
  const { events, exposures } = input;
  if (events === null) return input;
  const known = seen.filter((value) => !Number.isNaN(value));
  const level = known.reduce((sum, value) => sum + value, 0) / known.length;
  const usual = Float64Array.from(effect, (added, at) => {
    const share = Math.max(LEAST_SHARE, (level + added) / level);
    return share * share * (exposures?.[at] ?? 1);
  });
  return { ...input, exposures: usual };
}

/** What the season is and what is made of it: "the time of year explains 43 % of the ups and downs and is taken out". */
export function seasonWords({ kind, explains, isTakenOut }: JudgedSeason): string {
  const what = kind === 'weekday' ? 'the day of the week' : 'the time of year';
  const share = `${Math.round(explains * 100)}\u00a0%`;
  const made = isTakenOut
    ? 'and is taken out before a value is judged'
    : 'and is left in, because shares of few items are judged as they are';
  return `${what} explains ${share} of the ups and downs, ${made}`;
}
