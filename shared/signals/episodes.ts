import { ALARM } from './engine/engine-state.ts';
import type { EngineResult } from './engine/run-engine.ts';
import type { Stretch } from './phases.ts';

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
  /** The largest of what the engine made of its points: |Q|, or the fullest sum on the same measure. */
  readonly strength: number;
};

/** A shift has ended when its last eight points average less than half a standard deviation away from what was before. */
const STILL_AWAY = 0.5;
/** A change to the other side that stays so near to the level before the last shift is the way back, and no news. */
const BACK = 1;
/** A change smaller than this, in deviations of the level before, does not swallow one that is so much larger. */
const SMALL_STEP = 1.25;
const LARGE_STEP = 1;
const RECENT = 8;
/** Two places that part a phase as well as each other but for rounding: the earlier one counts. */
const ROUNDING = 1e-9;
/** Fewer points before tell no level that an episode could be held against for longer than this. */
const LEAST_BEFORE = 8;

/** One phase as it was judged: values on their scale, what the engine says of them, patterns of the chart. */
type Judged = {
  readonly values: Float64Array;
  readonly result: EngineResult;
  readonly mark: Uint8Array;
  readonly stretch: Stretch;
};

/** Level and standard deviation of the points before a shift. */
type Level = { readonly mean: number; readonly sd: number };

/** The level of the values of a phase before a point, or null where too few points tell it. */
function levelBefore({ values, stretch }: Judged, to: number): Level | null {
  let n = 0;
  let sum = 0;
  for (let index = stretch.from; index < to; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  if (n < LEAST_BEFORE) return null;
  const mean = sum / n;
  let squares = 0;
  for (let index = stretch.from; index < to; index++) {
    const value = values[index] ?? Number.NaN;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return { mean, sd: Math.sqrt(squares / (n - 1)) };
}

/** How far the newest values up to `to`, eight at most and none before `from`, are from a level in its deviations. */
function distance(values: Float64Array, from: number, to: number, level: Level): number {
  let n = 0;
  let sum = 0;
  for (let index = to; index >= from && n < RECENT; index--) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    n++;
    sum += value;
  }
  const away = sum / n - level.mean;
  return away === 0 ? 0 : away / level.sd;
}

/**
 * Where the level changed: of the points since the sum that fired left zero, the one that parts the phase up to the
 * alarm into the two levels that differ most for their numbers. A sum leaves zero at the first point that is a little
 * off, and that may be a point of the routine.
 */
function onsetOf({ values, stretch }: Judged, zero: number, index: number): number {
  let before = 0;
  let sumBefore = 0;
  let after = 0;
  let sumAfter = 0;
  for (let at = stretch.from; at <= index; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    if (at < zero) {
      before++;
      sumBefore += value;
    } else {
      after++;
      sumAfter += value;
    }
  }
  let onset = zero;
  let best = Number.NEGATIVE_INFINITY;
  for (let at = zero; at <= index && before > 0; at++) {
    const value = values[at] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const apart = sumAfter / after - sumBefore / before;
    const evidence = ((before * after) / (before + after)) * apart * apart;
    if (evidence > best * (1 + ROUNDING)) {
      best = evidence;
      onset = at;
    }
    before++;
    sumBefore += value;
    after--;
    sumAfter -= value;
  }
  return onset;
}

function alarmAt(judged: Judged, index: number): Episode {
  const { result, mark } = judged;
  const side = (result.side[index] ?? 1) < 0 ? -1 : 1;
  return {
    onset: onsetOf(judged, result.onset[index] ?? index, index),
    at: index,
    side,
    mark: mark[index] ?? 0,
    sustained: result.alarm[index] === ALARM.shift,
    open: true,
    strength: result.strength[index] ?? 0,
  };
}

/** An episode and the level that it left. */
type Lasting = { readonly episode: Episode; readonly before: Level | null };

function holds(values: Float64Array, { episode, before }: Lasting, index: number): boolean {
  if (!episode.sustained) return false;
  if (before === null) return index - episode.onset < LEAST_BEFORE;
  return distance(values, episode.onset, index, before) * episode.side >= STILL_AWAY;
}

/** Whether an alarm to the other side is only the return from an earlier shift. */
function isReturn(values: Float64Array, last: Lasting | null, next: Episode): boolean {
  if (last === null || last.before === null || last.episode.side === next.side) return false;
  return Math.abs(distance(values, next.onset, next.at, last.before)) < BACK;
}

/** Whether a small change is followed by one so much larger that the room has to hear of it as of its own. */
function isNewStep(judged: Judged, { episode, before }: Lasting, next: Episode): boolean {
  if (before === null || before.sd === 0 || next.onset <= episode.onset) return false;
  const first = distance(judged.values, episode.onset, next.onset - 1, before) * episode.side;
  const second = distance(judged.values, next.onset, next.at, before) * episode.side;
  return first < SMALL_STEP && second - first > LARGE_STEP;
}

/** The same episode with one more alarm: its onset never moves, because the anomaly is known by it. */
function joined(episode: Episode, next: Episode): Episode {
  return {
    ...episode,
    at: next.at,
    mark: episode.mark | next.mark,
    sustained: true,
    open: true,
    strength: Math.max(episode.strength, next.strength),
  };
}

/**
 * When a series was out of its routine within one phase, in order: from the onset that an alarm dates, as long as the
 * level stays away from where it was before. Alarms that follow on the same side belong to it, and the way back is its
 * end.
 */
export function findEpisodes(judged: Judged): readonly Episode[] {
  const { values, result, mark, stretch } = judged;
  const episodes: Episode[] = [];
  let current = null as Lasting | null;
  let last = null as Lasting | null;
  const close = (): void => {
    if (current === null) return;
    episodes.push({ ...current.episode, open: false });
    if (current.episode.sustained) last = current;
    current = null;
  };
  const alarmed = (next: Episode): void => {
    const same = current !== null && current.episode.side === next.side;
    if (current !== null && same && !isNewStep(judged, current, next)) {
      current = { ...current, episode: joined(current.episode, next) };
      return;
    }
    const back = isReturn(values, current?.episode.sustained === true ? current : last, next);
    close();
    if (back) return;
    const resumed = episodes.at(-1);
    const isSame = !same && resumed !== undefined && resumed.side === next.side && next.onset <= resumed.at;
    if (isSame) episodes.pop();
    const episode = isSame ? joined(resumed, next) : next;
    current = { episode, before: levelBefore(judged, episode.onset) };
  };
  for (let index = stretch.from; index < stretch.to; index++) {
    if (Number.isNaN(values[index] ?? Number.NaN)) continue;
    if (result.alarm[index] !== ALARM.none) alarmed(alarmAt(judged, index));
    else if (current !== null && holds(values, current, index)) {
      const { episode } = current;
      current = { ...current, episode: { ...episode, at: index, mark: episode.mark | (mark[index] ?? 0) } };
    } else close();
  }
  return current === null ? episodes : [...episodes, current.episode];
}
