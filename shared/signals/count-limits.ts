import { binomialCdf } from './distributions/binomial.ts';
import type { EngineInput, EngineResult } from './engine/run-engine.ts';
import type { Stretch } from './phases.ts';
import { onRootScale, type Scale } from './scale.ts';

/** Share of points of a stable process beyond either limit. */
const BEYOND = 0.00135;
/** No count is looked for further than this many times what is expected. */
const FURTHEST = 1e5;

/**
 * The largest count of one more period that `counted` in `periods` equal ones do not make surprising: P(more) is at
 * most 0.00135, given the counts before. For a long baseline it is the limit of the Poisson distribution: 2 at 0.1 a
 * period, 5 at one, 21 at ten.
 */
export function highestCount(counted: number, periods: number): number {
  const p = 1 / (periods + 1);
  const isSurprising = (count: number): boolean => 1 - binomialCdf(count, counted + count + 1, p) <= BEYOND;
  let high = Math.ceil(counted / periods) + 1;
  while (!isSurprising(high) && high < FURTHEST) high *= 2;
  let low = -1;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isSurprising(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The smallest count that is not surprising either; 0 where even none is not. */
function lowestCount(counted: number, periods: number): number {
  const p = 1 / (periods + 1);
  let low = 0;
  while (binomialCdf(low, counted + low, p) <= BEYOND) low++;
  return low;
}

/**
 * The same stretch with limits that are exact for counts of equal periods, on the scale of the counts. Where even no
 * count at all is no surprise there is no limit below.
 */
function withCountLimits(stretch: Stretch, counts: Float64Array, judged: Float64Array): Stretch {
  const { limits, baseline } = stretch;
  if (limits === null) return stretch;
  let periods = 0;
  let counted = 0;
  for (let index = baseline.from; index < baseline.to; index++) {
    if (Number.isNaN(judged[index] ?? Number.NaN)) continue;
    periods++;
    counted += counts[index] ?? 0;
  }
  if (periods === 0) return stretch;
  const centre = onRootScale(counted / periods);
  const upper = onRootScale(highestCount(counted, periods));
  const lowest = lowestCount(counted, periods);
  const lower = lowest === 0 ? centre - (upper - centre) : onRootScale(lowest);
  return { ...stretch, limits: { ...limits, centre, lower, upper }, isExact: true };
}

/** Counts of equal periods that vary as counts do have exact limits; everything else those of the moving range. */
export function drawnLimits(
  stretch: Stretch,
  input: EngineInput,
  engine: EngineResult,
  scale: Scale,
): Stretch {
  const { kind, events, exposures, values } = input;
  const isCounted = kind === 'poisson' && events !== null && exposures === null && scale.kind === 'root';
  if (!isCounted || engine.dispersed.subarray(stretch.from, stretch.to).includes(1)) return stretch;
  return withCountLimits(stretch, events, values);
}
