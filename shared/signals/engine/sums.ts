import { ALARM, type EngineState } from './engine-state.ts';
import type { Preset } from './presets.ts';

/** Under so many points only a spike is an alarm. */
export const TRIAL = 8;
const SMALL_ALLOWANCE = 0.5;
const LARGE_ALLOWANCE = 1.25;
/** Q counts for no more than this in the sums, so that heavy tails are spikes and no shifts. */
const CLIP = 3;
/** Strength of a sum that is just an alarm: what a single point needs at the default preset. */
const JUST_A_SIGNAL = 3.5;
/** Sums must rise so much further per unit of resemblance, which is itself estimated. */
const RESEMBLANCE_PRICE = 0.75;

/** Discrete Q is less often far out than normal Q: its sums need not go as far. The mean count a point decides. */
export function discreteShare(state: EngineState, exposure: number): number {
  const { kind, all } = state;
  if ((kind !== 'poisson' && kind !== 'binomial') || state.dispersed) return 1;
  const rate = all.events / all.exposure;
  const mean = (kind === 'binomial' ? Math.min(rate, 1 - rate) : rate) * exposure;
  if (mean < 0.5) return 0.69;
  if (mean < 1.5) return 0.79;
  return mean < 4 ? 0.92 : 1;
}

/** Adds the newest Q to the four sums. */
export function addToSums(state: EngineState, q: number): void {
  const clipped = q > CLIP ? CLIP : q < -CLIP ? -CLIP : q;
  const { seen } = state;
  if (state.smallUp === 0) state.smallUpFrom = seen;
  if (state.smallDown === 0) state.smallDownFrom = seen;
  if (state.largeUp === 0) state.largeUpFrom = seen;
  if (state.largeDown === 0) state.largeDownFrom = seen;
  state.smallUp = Math.max(0, state.smallUp + clipped - SMALL_ALLOWANCE);
  state.smallDown = Math.max(0, state.smallDown - clipped - SMALL_ALLOWANCE);
  state.largeUp = Math.max(0, state.largeUp + clipped - LARGE_ALLOWANCE);
  state.largeDown = Math.max(0, state.largeDown - clipped - LARGE_ALLOWANCE);
}

/** How full each sum is, 1 at its alarm; the alarm, its onset and its strength go into the state. */
export function decide(state: EngineState, preset: Preset, q: number, share: number): void {
  const ranked = state.kind === 'rank';
  const price = share * (1 + RESEMBLANCE_PRICE * state.alike);
  const small = (ranked ? preset.rankedSmall : preset.small) * price;
  const large = (ranked ? preset.rankedLarge : preset.large) * (1 + RESEMBLANCE_PRICE * state.alike);
  let fullest = state.smallUp / small;
  let onset = state.smallUpFrom;
  let side = 1;
  if (state.smallDown / small > fullest) {
    fullest = state.smallDown / small;
    onset = state.smallDownFrom;
    side = -1;
  }
  if (state.largeUp / large > fullest) {
    fullest = state.largeUp / large;
    onset = state.largeUpFrom;
    side = 1;
  }
  if (state.largeDown / large > fullest) {
    fullest = state.largeDown / large;
    onset = state.largeDownFrom;
    side = -1;
  }
  const far = Math.abs(q);
  const isSpike = far > preset.spike && !ranked;
  const isShift = fullest > 1 && state.valued + 1 >= TRIAL;
  state.strength = Math.max(far, fullest * JUST_A_SIGNAL);
  state.alarm = isShift ? ALARM.shift : isSpike ? ALARM.spike : ALARM.none;
  state.onset = isShift ? onset : isSpike ? state.seen : -1;
  state.side = isShift ? side : isSpike ? Math.sign(q) : 0;
  if (!isShift) return;
  state.smallUp = 0;
  state.smallDown = 0;
  state.largeUp = 0;
  state.largeDown = 0;
}
