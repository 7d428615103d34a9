import { standardized } from '#shared/signals/control-charts/control-chart.ts';
import { limitFactor } from '#shared/signals/limits.ts';
import { markWesternElectric, markWheeler } from './rule-windows.ts';

/** Many series one after another in one column: series k has the values from `starts[k]` to before `starts[k + 1]`. */
export type SeriesBlock = { readonly values: Float64Array; readonly starts: Uint32Array };

/** XmR limits of every series, from all of its points, and the rules of every point as bits of `marks`. */
export type MarkedBlock = {
  readonly centres: Float64Array;
  /** A third of the way from the centre to a limit: 0 where no neighbours differ, NaN where there are none. */
  readonly sigmas: Float64Array;
  readonly marks: Uint8Array;
};

const MARKERS = { 'western-electric': markWesternElectric, wheeler: markWheeler } as const;

const FACTOR = limitFactor('table');

type Level = { readonly centre: number; readonly sigma: number; readonly varies: boolean };

/** Centre and sigma of a stretch with gaps: a missing value breaks the range on both of its sides. */
function levelOverGaps(values: Float64Array, from: number, to: number): Level {
  let n = 0;
  let sum = 0;
  let pairs = 0;
  let ranges = 0;
  let before = Number.NaN;
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (let at = from; at < to; at++) {
    const value = values[at] as number;
    if (!Number.isNaN(value)) {
      n++;
      sum += value;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
      if (!Number.isNaN(before)) {
        pairs++;
        ranges += Math.abs(value - before);
      }
    }
    before = value;
  }
  const centre = least === greatest ? least : sum / n;
  return { centre, sigma: ((ranges / pairs) * FACTOR) / 3, varies: pairs > 0 && least < greatest };
}

/** Centre and sigma of a stretch; without gaps in one pass of additions. */
function levelOf(values: Float64Array, from: number, to: number): Level {
  let before = values[from] as number;
  let sum = before;
  let ranges = 0;
  for (let at = from + 1; at < to; at++) {
    const value = values[at] as number;
    sum += value;
    ranges += Math.abs(value - before);
    before = value;
  }
  if (Number.isNaN(sum) || to - from < 2) return levelOverGaps(values, from, to);
  const sigma = ((ranges / (to - from - 1)) * FACTOR) / 3;
  const varies = sigma > 0;
  return { centre: varies ? sum / (to - from) : before, sigma, varies };
}

/**
 * Limits and marks of a whole block at once, the ones that the XmR chart of each series shows. O(points), and no array
 * is made but the answers.
 */
export function markAll(block: SeriesBlock, rules: keyof typeof MARKERS): MarkedBlock {
  const { values, starts } = block;
  const count = starts.length - 1;
  const marked: MarkedBlock = {
    centres: new Float64Array(count),
    sigmas: new Float64Array(count),
    marks: new Uint8Array(values.length),
  };
  const marker = MARKERS[rules];
  for (let series = 0; series < count; series++) {
    const from = starts[series] as number;
    const to = starts[series + 1] as number;
    const { centre, sigma, varies } = levelOf(values, from, to);
    marked.centres[series] = centre;
    marked.sigmas[series] = sigma;
    if (!varies) continue;
    if (sigma > 0) {
      marker({ values, centre, sigma }, from, to, marked.marks);
      continue;
    }
    // No neighbours differ, but what lies on either side of a gap does: infinitely far away, as far as can be told.
    const own = values.slice(from, to).map((value) => standardized(value, centre, sigma));
    marker({ values: own, centre: 0, sigma: 1 }, 0, to - from, marked.marks.subarray(from, to));
  }
  return marked;
}
