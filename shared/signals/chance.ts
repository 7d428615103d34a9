import type { Grain } from '#shared/series/series.ts';
import { normalTail } from './distributions/normal.ts';
import type { Preset } from './engine/presets.ts';
import { FURTHEST } from './engine/q-statistic.ts';
import type { Episode } from './episodes.ts';
import { spanWords } from './periods.ts';

const PERIODS_A_YEAR: Readonly<Record<Grain, number>> = {
  instant: 365,
  day: 365,
  week: 52,
  month: 12,
  quarter: 4,
  half: 2,
  year: 1,
};
/** Strength of a sum that is just a shift, and how the time between chance shifts grows beyond it (exp of 2 k h). */
const JUST_A_SHIFT = 3.5;
const GROWTH = 5.5;
const CERTAIN_YEARS = 100;

/**
 * Points between two such signals of one stable series: for a spike from the tails of the normal distribution, for a
 * shift from the measured rate of the preset, longer by how far the sum went past its limit.
 */
function pointsBetween({ sustained, strength }: Episode, preset: Preset): number {
  if (!sustained) return strength >= FURTHEST ? Number.POSITIVE_INFINITY : 1 / (2 * normalTail(strength));
  return Math.exp(GROWTH * Math.max(0, strength / JUST_A_SHIFT - 1)) / preset.falsePerWeek;
}

/** How sure a signal is: "Chance alone does this to a stable series about once in seven years." */
export function chanceWords(episode: Episode, preset: Preset, grain: Grain, dated: boolean): string {
  const between = pointsBetween(episode, preset);
  const years = between / PERIODS_A_YEAR[grain];
  const often =
    years > CERTAIN_YEARS
      ? 'less than once in a hundred years'
      : !dated || years < 1
        ? `about once in ${spanWords(Math.round(between), grain, dated)}`
        : `about once in ${spanWords(Math.round(years), 'year', true)}`;
  return `Chance alone does this to a stable series ${often}.`;
}
