import { ALARM, type EngineState } from './engine-state.ts';
import { isOverdispersed, resemblance } from './nuisance.ts';
import type { Preset } from './presets.ts';
import {
  binomialQ,
  clampQ,
  FURTHEST,
  isConstant,
  normalQ,
  poissonQ,
  rankQ,
  resemblingQ,
  waitingQ,
} from './q-statistic.ts';
import { addCount, addValue, copyRunning, noPoints, type Running, takeAway } from './running.ts';
import { addToSums, decide, discreteShare, TRIAL } from './sums.ts';

/** Earlier points that a Q needs. */
const LEAST = 3;
/** From here on a small sum puts the points since it left zero in doubt. */
const DOUBTFUL = 2.2;
/** Points in doubt judge no others for so long, where so many others are left. */
const LONGEST_DOUBT = 6;
const LEAST_HELD = 20;

/** Scratch of one step: the points before those in doubt. */
const REST = noPoints();

function rankOf(sorted: Float64Array, value: number): number {
  let below = 0;
  let equal = 0;
  for (let index = 0; index < sorted.length; index++) {
    const other = sorted[index] ?? 0;
    if (other < value) below++;
    else if (other === value) equal++;
  }
  return below + 1 + equal / 2;
}

/**
 * The points since the fuller of the small sums left zero, where it is full enough for doubt: they are held against
 * their own mean when resemblance and dispersion are told. Null where there is no doubt. What was before goes into
 * `REST`.
 */
function doubted(state: EngineState): Running | null {
  const isUp = state.smallUp >= state.smallDown;
  if ((isUp ? state.smallUp : state.smallDown) <= DOUBTFUL) return null;
  const since = isUp ? state.up : state.down;
  if (since.n === 0 || state.all.n - since.n < LEAST) return null;
  takeAway(state.all, since, REST);
  return since;
}

/** Whether the points under doubt stay out of the reference that the next one is held against. */
function isHeld(state: EngineState): boolean {
  const from = state.smallUp >= state.smallDown ? state.smallUpFrom : state.smallDownFrom;
  return REST.n >= LEAST_HELD && state.seen - from <= LONGEST_DOUBT;
}

/** Q of the next point by what is known of those before. */
function judge(state: EngineState, value: number, events: number, exposure: number): number {
  const { all, kind } = state;
  if (kind === 'rank') return rankQ(rankOf(state.sorted, value), state.sorted.length + 1);
  const since = doubted(state);
  const before = since === null ? all : REST;
  const reference = since !== null && isHeld(state) ? REST : all;
  if (kind === 'waiting') return waitingQ(reference, exposure);
  state.dispersed = kind !== 'normal' && isOverdispersed(before, since, kind === 'binomial');
  if (!state.dispersed) {
    if (kind === 'poisson') return poissonQ(reference, events, exposure);
    if (kind === 'binomial') return binomialQ(reference, events, exposure);
  }
  return valueQ(state, reference, value - state.origin, resemblance(before, since));
}

function valueQ(state: EngineState, reference: Running, away: number, alike: number): number {
  const { all, origin, before } = state;
  if (isConstant(all, origin)) return leavingQ(state, away);
  const held = isConstant(reference, origin) ? all : reference;
  state.alike = Number.isNaN(before) ? 0 : alike;
  return state.alike === 0 ? normalQ(held, away) : resemblingQ(held, away, before, alike);
}

/** The first change from a constant is as far out as it gets; there is no variation that could tell how far. */
function leavingQ(state: EngineState, away: number): number {
  const mean = state.all.sum / state.all.n;
  if (Math.abs(away - mean) <= 1e-12 * Math.abs(state.origin)) return 0;
  if (state.valued < TRIAL) return 0;
  state.left = true;
  return away > mean ? FURTHEST : -FURTHEST;
}

function remember(state: EngineState, value: number, events: number, exposure: number): void {
  const { all, up, down, kind } = state;
  const away = value - state.origin;
  if (state.smallUp === 0 && up.n > 0) copyRunning(EMPTY, up);
  if (state.smallDown === 0 && down.n > 0) copyRunning(EMPTY, down);
  if (all.n < state.frozenAt || kind === 'rank') {
    const counted = kind !== 'normal' && kind !== 'rank';
    addValue(all, away, state.before);
    if (counted) addCount(all, events, exposure);
    if (state.smallUp > 0) {
      addValue(up, away, state.before);
      if (counted) addCount(up, events, exposure);
    }
    if (state.smallDown > 0) {
      addValue(down, away, state.before);
      if (counted) addCount(down, events, exposure);
    }
    if (kind === 'rank') state.sorted = inserted(state.sorted, value);
  }
  state.before = away;
}

const EMPTY = noPoints();

function inserted(sorted: Float64Array, value: number): Float64Array {
  const longer = new Float64Array(sorted.length + 1);
  let index = 0;
  while (index < sorted.length && (sorted[index] ?? 0) <= value) index++;
  longer.set(sorted.subarray(0, index));
  longer[index] = value;
  longer.set(sorted.subarray(index), index + 1);
  return longer;
}

/**
 * One more point: a value on its scale, for counts also what was counted and in how much. NaN is a gap. The state holds
 * the results; a new point costs the same whatever came before.
 */
export function step(
  state: EngineState,
  preset: Preset,
  value: number,
  events = Number.NaN,
  exposure = 1,
): void {
  state.q = Number.NaN;
  state.alike = 0;
  state.alarm = ALARM.none;
  state.side = 0;
  state.onset = -1;
  state.strength = 0;
  const isCounted = state.kind !== 'normal' && state.kind !== 'rank';
  if (Number.isNaN(value) || !(exposure > 0) || (isCounted && !(events >= 0))) {
    state.before = Number.NaN;
    state.seen++;
    return;
  }
  if (state.valued === 0) state.origin = value;
  if (state.all.n >= LEAST) {
    const q = clampQ(judge(state, value, events, exposure));
    state.q = q;
    addToSums(state, q);
    decide(state, preset, q, discreteShare(state, exposure));
  }
  remember(state, value, events, exposure);
  state.valued++;
  state.seen++;
}
