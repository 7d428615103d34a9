import { changesOfLevel } from './segments.ts';

/** A level lasts at least so many points before it is suggested. */
const SHORTEST = 4;
/** One more level must save so many variances times ln n: 1 to 2 of 100 stable series are given one. */
const PENALTY = 3;
/** Older levels are history: nobody names their cause any more. */
const MOST = 2;

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
}

/**
 * Positions at which a new level seems to begin, at most the last two, oldest first; missing values (NaN) are passed
 * over. A suggestion to be named or not, never an alarm: PELT with the l2 cost and a penalty of 3 Var(y) ln n, levels of
 * four points or more (F1 .725 and cover .709 beside five human readers on the 14 open series of the TCPD).
 */
export function newLevels(values: Float64Array): readonly number[] {
  const places = [...values.keys()].filter((index) => !Number.isNaN(values[index]));
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length < 2 * SHORTEST) return [];
  const penalty = PENALTY * varianceOf(known) * Math.log(known.length);
  if (!(penalty > 0)) return [];
  return changesOfLevel(known, { penalty, shortest: SHORTEST })
    .slice(-MOST)
    .flatMap((position) => places[position] ?? []);
}
