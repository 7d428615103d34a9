import { WEEK_MS } from '#shared/day.ts';
import { type Model, squared } from './least-squares.ts';

/** Directions of a season, each of length one and apart from each other and from what the season is told apart from. */
type Directions = readonly Float64Array[];

const known = new Map<string, Directions>();
const MOST_KNOWN = 64;

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < left.length; at++) sum += (left[at] as number) * (right[at] as number);
  return sum;
}

function directionsOf(background: Model, season: Model): Directions {
  const apart: Float64Array[] = [];
  for (const column of [...background, ...season]) {
    const own = column.slice();
    for (const one of apart) {
      const along = dot(own, one);
      for (let at = 0; at < own.length; at++) own[at] = (own[at] as number) - along * (one[at] as number);
    }
    const length = Math.sqrt(squared(own));
    apart.push(own.map((value) => value / length));
  }
  return apart.slice(background.length);
}

/** Whether weeks follow each other without a gap: then the directions of one series are those of all like it. */
function areWeeks(starts: Float64Array): boolean {
  for (let at = 1; at < starts.length; at++) {
    if ((starts[at] as number) - (starts[at - 1] as number) !== WEEK_MS) return false;
  }
  return true;
}

/**
 * The share of the variance that the time of year explains in weeks that are all there, in one pass over the values:
 * most series have no season and need no more. Null where weeks are missing. `model` is asked once for each span.
 */
export function quickShare(
  values: Float64Array,
  starts: Float64Array,
  model: () => { readonly background: Model; readonly season: Model },
): number | null {
  if (!areWeeks(starts)) return null;
  const key = `${starts[0]} ${starts.length}`;
  let directions = known.get(key);
  if (directions === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    const { background, season } = model();
    directions = directionsOf(background, season);
    known.set(key, directions);
  }
  let mean = 0;
  for (let at = 0; at < values.length; at++) mean += values[at] as number;
  mean /= values.length;
  let total = 0;
  for (let at = 0; at < values.length; at++) total += ((values[at] as number) - mean) ** 2;
  if (!(total > 0)) return 0;
  let explained = 0;
  // A direction sums to nothing, so that the mean need not be taken off first.
  for (const direction of directions) explained += dot(values, direction) ** 2;
  return explained / total;
}
