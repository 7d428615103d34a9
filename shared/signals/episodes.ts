import type { Stretch } from './phases.ts';
import { marks, sideOf } from './rules.ts';

/** Points during which a series is out of its routine on one side. Indices into the series. */
export type Episode = {
  readonly onset: number;
  /** Newest point at which it holds. */
  readonly at: number;
  readonly side: 1 | -1;
  readonly mark: number;
  /** A level that lasts, not single points. */
  readonly sustained: boolean;
  readonly open: boolean;
};

/** A lasting shift differs from its baseline by more than this many standard errors, those of both together. */
const SHIFT_ERRORS = 3;
/** A shift has ended when its last eight points average less than half a sigma away from the centre. */
const STILL_AWAY = 0.5;
const LONGEST_ONSET = 26;
/** Allowance of the running sums that date the onset: half of a shift of one sigma. */
const ALLOWANCE = 0.5;

type Progress = {
  /** Running sums on either side, and where each left zero. */
  up: number;
  down: number;
  upFrom: number;
  downFrom: number;
  /** The unbroken stretch on one side of the centre. */
  side: number;
  length: number;
  sum: number;
  missing: number;
  /** Distances of the last eight points, newest last. */
  recent: Float64Array;
  filled: number;
};

function advance(progress: Progress, index: number, z: number): void {
  const before = { up: progress.up, down: progress.down };
  progress.up = Math.max(0, progress.up + z - ALLOWANCE);
  progress.down = Math.max(0, progress.down - z - ALLOWANCE);
  if (before.up === 0 && progress.up > 0) progress.upFrom = index;
  if (before.down === 0 && progress.down > 0) progress.downFrom = index;
  const side = sideOf(z);
  if (side !== 0 && (side !== progress.side || progress.missing > 1)) {
    progress.side = side;
    progress.length = 0;
    progress.sum = 0;
  }
  if (side !== 0) {
    progress.length++;
    progress.sum += z;
  }
  progress.missing = 0;
  progress.recent.copyWithin(0, 1);
  progress.recent[7] = z;
  progress.filled = Math.min(8, progress.filled + 1);
}

/** Mean distance of the newest `count` points. */
function recentMean({ recent, filled }: Progress, count: number): number {
  const n = Math.min(count, filled);
  let sum = 0;
  for (let index = 8 - n; index < 8; index++) sum += recent[index] ?? 0;
  return n === 0 ? 0 : sum / n;
}

/**
 * Whether the mean of `n` points is further from the centre than both their noise and the baseline's explain. Points
 * that resemble their neighbours count for fewer.
 */
function isShift(mean: number, n: number, stretch: Stretch): boolean {
  const baseline = stretch.limits?.n ?? 0;
  const inflation = (1 + stretch.resemblance) / (1 - stretch.resemblance);
  return Math.abs(mean) / Math.sqrt(inflation * (1 / n + 1 / baseline)) > SHIFT_ERRORS;
}

function alarms(progress: Progress, mark: number, stretch: Stretch): { shift: boolean; spike: boolean } {
  const spike = (mark & marks.outside) !== 0;
  if (stretch.status === 'provisional' || stretch.limits === null) return { shift: false, spike };
  const run = (mark & marks.run) !== 0 && isShift(progress.sum / progress.length, progress.length, stretch);
  const window = (mark & marks.threeOfFour) !== 0 && isShift(recentMean(progress, 4), 4, stretch);
  return { shift: run || window, spike };
}

/**
 * Where the level changed: of the points since the running sum last stood at zero, the one from which on the mean is
 * furthest from the centre for its number of points. Only points up to the alarm count, so an onset never moves.
 */
function onsetOf(progress: Progress, z: Float64Array, side: 1 | -1, index: number): number {
  const zero = side === 1 ? progress.upFrom : progress.downFrom;
  let best = 0;
  let onset = index;
  let sum = 0;
  let n = 0;
  for (let back = index; back >= Math.max(zero, index - LONGEST_ONSET); back--) {
    const value = z[back] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    sum += value * side;
    n++;
    if (sum / Math.sqrt(n) > best) {
      best = sum / Math.sqrt(n);
      onset = back;
    }
  }
  return onset;
}

/**
 * When a series was out of its routine within one phase, in order. `z` is in sigma of the chart, `mark` the rules of
 * each point. Rules describe; a run or three of four becomes a signal only when its mean is away from the baseline by
 * more than chance, because a run alone comes up by chance in every third stable series a year.
 */
export function findEpisodes(z: Float64Array, mark: Uint8Array, stretch: Stretch): readonly Episode[] {
  const episodes: Episode[] = [];
  const progress: Progress = {
    up: 0,
    down: 0,
    upFrom: -1,
    downFrom: -1,
    side: 0,
    length: 0,
    sum: 0,
    missing: 0,
    recent: new Float64Array(8),
    filled: 0,
  };
  let current = null as Episode | null;
  for (let index = stretch.from; index < stretch.to; index++) {
    const scaled = z[index] ?? Number.NaN;
    if (Number.isNaN(scaled)) {
      progress.missing++;
      continue;
    }
    advance(progress, index, scaled * stretch.widening);
    const here = mark[index] ?? 0;
    if (index < stretch.judgedFrom) continue;
    const { shift, spike } = here === 0 ? QUIET : alarms(progress, here, stretch);
    const side = scaled > 0 ? 1 : -1;
    if ((shift || spike) && current?.side === side) {
      current = { ...current, at: index, mark: current.mark | here, sustained: true };
    } else if (shift || spike) {
      if (current !== null) episodes.push({ ...current, open: false });
      const onset = onsetOf(progress, z, side, index);
      current = joined(episodes, { onset, at: index, side, mark: here, sustained: shift, open: true });
    } else if (current !== null && holds(progress, current, index)) {
      current = { ...current, at: index, mark: current.mark | here };
    } else if (current !== null) {
      episodes.push({ ...current, open: false });
      current = null;
    }
  }
  return current === null ? episodes : [...episodes, current];
}

function holds(progress: Progress, episode: Episode, index: number): boolean {
  if (!episode.sustained) return false;
  return recentMean(progress, index - episode.onset + 1) * episode.side >= STILL_AWAY;
}

/** An alarm that dates back into the last episode on its side is that episode, come back. */
function joined(episodes: Episode[], next: Episode): Episode {
  const last = episodes.at(-1);
  if (last === undefined || last.side !== next.side || next.onset > last.at) return next;
  episodes.pop();
  return { ...next, onset: Math.min(last.onset, next.onset), mark: last.mark | next.mark, sustained: true };
}

const QUIET = { shift: false, spike: false } as const;
