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
