/** How far the values of a stretch lie from their own mean, squared and summed. O(1) after one pass over the values. */
export type StretchCost = (from: number, to: number) => number;

/** The cost of every stretch of the values, from sums over values that are taken from their mean first. */
export function costOf(values: Float64Array): StretchCost {
  const n = values.length;
  let mean = 0;
  for (const value of values) mean += value / n;
  const sums = new Float64Array(n + 1);
  const squares = new Float64Array(n + 1);
  for (let index = 0; index < n; index++) {
    const away = (values[index] ?? 0) - mean;
    sums[index + 1] = (sums[index] ?? 0) + away;
    squares[index + 1] = (squares[index] ?? 0) + away * away;
  }
  return (from, to) => {
    const sum = (sums[to] ?? 0) - (sums[from] ?? 0);
    return (squares[to] ?? 0) - (squares[from] ?? 0) - (sum * sum) / (to - from);
  };
}

export type SegmentOptions = {
  /** What one more change of level must save in squared distance. */
  readonly penalty: number;
  /** Points that a level has at least. */
  readonly shortest: number;
};

/**
 * The first points of the levels after the first, such that the squared distances from the mean of each level, and the
 * penalty for each change, are least in sum: PELT with the l2 cost (Killick 2012). Values must all be there.
 */
export function changesOfLevel(
  values: Float64Array,
  { penalty, shortest }: SegmentOptions,
): readonly number[] {
  const n = values.length;
  const cost = costOf(values);
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  best[0] = -penalty;
  const before = new Int32Array(n + 1);
  let candidates: number[] = [0];
  for (let end = shortest; end <= n; end++) {
    let least = Number.POSITIVE_INFINITY;
    for (const start of candidates) {
      const total = (best[start] ?? 0) + cost(start, end) + penalty;
      if (total < least) {
        least = total;
        before[end] = start;
      }
    }
    best[end] = least;
    // A start that is dearer than the best by more than the penalty is never the better one again.
    candidates = candidates.filter((start) => (best[start] ?? 0) + cost(start, end) <= least);
    const next = end + 1 - shortest;
    if (next >= shortest) candidates.push(next);
  }
  const changes: number[] = [];
  for (let at = before[n] ?? 0; at > 0; at = before[at] ?? 0) changes.unshift(at);
  return changes;
}

/** The one change of level that leaves the least squared distance; null where the values are too few. */
export function bestChange(values: Float64Array, shortest: number): number | null {
  const cost = costOf(values);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let at = shortest; at <= values.length - shortest; at++) {
    const total = cost(0, at) + cost(at, values.length);
    if (total < least) {
      least = total;
      best = at;
    }
  }
  return best;
}
