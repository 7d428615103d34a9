/**
 * What points have in common, as sums: a point is added or a stretch taken away in a few operations, without memory.
 * Values are those on their scale less the first of the series, so that no digits are lost far from zero.
 */
export type Running = {
  n: number;
  sum: number;
  squares: number;
  /** Neighbours: of each the value and the one before. */
  pairs: number;
  pairSum: number;
  pairBefore: number;
  pairSquares: number;
  pairBeforeSquares: number;
  pairProducts: number;
  /** Counts: what was counted, in how much, and squared counts over that. */
  events: number;
  exposure: number;
  spread: number;
  /** The first value, and the one before it that belongs to other points; NaN where there is none. */
  first: number;
  edge: number;
};

export function noPoints(): Running {
  return {
    n: 0,
    sum: 0,
    squares: 0,
    pairs: 0,
    pairSum: 0,
    pairBefore: 0,
    pairSquares: 0,
    pairBeforeSquares: 0,
    pairProducts: 0,
    events: 0,
    exposure: 0,
    spread: 0,
    first: Number.NaN,
    edge: Number.NaN,
  };
}

/** Adds a value and, where it has one among the same points, its neighbour before it (NaN after a gap). */
export function addValue(running: Running, away: number, before: number): void {
  if (running.n === 0) {
    running.first = away;
    running.edge = before;
    start(running, away);
    return;
  }
  running.n++;
  running.sum += away;
  running.squares += away * away;
  if (Number.isNaN(before)) return;
  running.pairs++;
  running.pairSum += away;
  running.pairBefore += before;
  running.pairSquares += away * away;
  running.pairBeforeSquares += before * before;
  running.pairProducts += away * before;
}

function start(running: Running, away: number): void {
  running.n = 1;
  running.sum = away;
  running.squares = away * away;
}

/** Adds a count and what it was counted in. */
export function addCount(running: Running, events: number, exposure: number): void {
  running.events += events;
  running.exposure += exposure;
  running.spread += (events * events) / exposure;
}

export function copyRunning(from: Running, into: Running): void {
  into.n = from.n;
  into.sum = from.sum;
  into.squares = from.squares;
  into.pairs = from.pairs;
  into.pairSum = from.pairSum;
  into.pairBefore = from.pairBefore;
  into.pairSquares = from.pairSquares;
  into.pairBeforeSquares = from.pairBeforeSquares;
  into.pairProducts = from.pairProducts;
  into.events = from.events;
  into.exposure = from.exposure;
  into.spread = from.spread;
  into.first = from.first;
  into.edge = from.edge;
}

/** The points of `all` before the stretch `part` at its end, into `rest`. */
export function takeAway(all: Running, part: Running, rest: Running): void {
  rest.n = all.n - part.n;
  rest.sum = all.sum - part.sum;
  rest.squares = all.squares - part.squares;
  rest.pairs = all.pairs - part.pairs;
  rest.pairSum = all.pairSum - part.pairSum;
  rest.pairBefore = all.pairBefore - part.pairBefore;
  rest.pairSquares = all.pairSquares - part.pairSquares;
  rest.pairBeforeSquares = all.pairBeforeSquares - part.pairBeforeSquares;
  rest.pairProducts = all.pairProducts - part.pairProducts;
  rest.events = all.events - part.events;
  rest.exposure = all.exposure - part.exposure;
  rest.spread = all.spread - part.spread;
  if (Number.isNaN(part.edge)) return;
  rest.pairs--;
  rest.pairSum -= part.first;
  rest.pairBefore -= part.edge;
  rest.pairSquares -= part.first * part.first;
  rest.pairBeforeSquares -= part.edge * part.edge;
  rest.pairProducts -= part.first * part.edge;
}
