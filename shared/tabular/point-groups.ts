import type { Aggregation } from '#shared/series/series.ts';

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** One value of several within a period. Missing ones take no part; all missing gives missing. */
export function aggregate(values: readonly number[], aggregation: Aggregation): number {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length <= 1) return known[0] ?? Number.NaN;
  switch (aggregation) {
    case 'sum':
      return known.reduce((sum, value) => sum + value, 0);
    case 'median':
      return middle(known);
    case 'max':
      return known.reduce((most, value) => Math.max(most, value));
    case 'min':
      return known.reduce((least, value) => Math.min(least, value));
    case 'last':
    case 'none':
      return known[known.length - 1] ?? Number.NaN;
    default:
      return known.reduce((sum, value) => sum + value, 0) / known.length;
  }
}

/** Positions of values with an equal start, in the order in which each start first appears; null where all ascend. */
export function byStart(starts: Float64Array): readonly (readonly number[])[] | null {
  let ascending = true;
  for (let at = 1; at < starts.length && ascending; at += 1)
    ascending = (starts[at] as number) > (starts[at - 1] as number);
  if (ascending) return null;
  const groups = new Map<number, number[]>();
  starts.forEach((start, at) => {
    const group = groups.get(start);
    if (group === undefined) groups.set(start, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

export function pick(values: Float64Array, group: readonly number[]): readonly number[] {
  return group.map((at) => values[at] ?? Number.NaN);
}

export function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** What of two values within a period one value becomes, where that is the same in steps as at once; else null. */
function folding(aggregation: Aggregation): ((before: number, next: number) => number) | null {
  switch (aggregation) {
    case 'sum':
      return (before, next) => before + next;
    case 'max':
      return Math.max;
    case 'min':
      return Math.min;
    case 'last':
    case 'none':
      return (_, next) => next;
    default:
      return null;
  }
}

/**
 * Brings values with equal starts together between two positions of columns, in place; their number afterwards. Those
 * of an aggregation that needs all of its values at once stay.
 */
export function foldEqualStarts(
  columns: {
    readonly starts: Float64Array;
    readonly values: Float64Array;
    readonly lines: Uint32Array;
    readonly targets: Uint32Array;
  },
  from: number,
  to: number,
  aggregation: Aggregation,
): number {
  const { starts, values, lines, targets } = columns;
  const fold = folding(aggregation);
  if (fold === null) return to - from;
  const places = new Map<number, number>();
  let next = from;
  for (let at = from; at < to; at += 1) {
    const start = starts[at] as number;
    const value = values[at] as number;
    const place = places.get(start);
    if (place === undefined) {
      places.set(start, next);
      starts[next] = start;
      values[next] = value;
      lines[next] = lines[at] as number;
      targets[next] = targets[at] as number;
      next += 1;
      continue;
    }
    const before = values[place] as number;
    if (!Number.isNaN(value)) values[place] = Number.isNaN(before) ? value : fold(before, value);
  }
  return next - from;
}
