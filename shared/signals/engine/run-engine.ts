import { type EngineKind, newEngine } from './engine-state.ts';
import type { Preset } from './presets.ts';
import { step } from './step.ts';

/** What the engine reads of a series: columns of equal length, NaN where nothing may be judged. */
export type EngineInput = {
  readonly kind: EngineKind;
  /** Values on their scale. */
  readonly values: Float64Array;
  /** What was counted, and in how much; null where single values are judged. */
  readonly events: Float64Array | null;
  readonly exposures: Float64Array | null;
};

/** What the engine says of each point, in columns. */
export type EngineResult = {
  /** Standard normal while nothing changes; NaN where nothing can be told. */
  readonly q: Float64Array;
  /** 0 none, 1 spike, 2 shift. */
  readonly alarm: Uint8Array;
  /** 1 for an alarm upwards, -1 downwards, 0 for none. */
  readonly side: Int8Array;
  /** For an alarm, the position from which on it dates; -1 elsewhere. */
  readonly onset: Int32Array;
  /** |Q|, or how full the fullest sum is scaled to the same: 3.5 is an alarm of the default preset. */
  readonly strength: Float64Array;
  /** How much neighbours resemble each other, 0 to 0.9, and whether counts vary by more than counting explains. */
  readonly alike: Float64Array;
  readonly dispersed: Uint8Array;
};

export function blankResult(length: number): EngineResult {
  return {
    q: new Float64Array(length).fill(Number.NaN),
    alarm: new Uint8Array(length),
    side: new Int8Array(length),
    onset: new Int32Array(length).fill(-1),
    strength: new Float64Array(length),
    alike: new Float64Array(length),
    dispersed: new Uint8Array(length),
  };
}

/** Judges the points from `from` to before `to`, one phase of one process, into `result`. */
export function runEngine(
  input: EngineInput,
  phase: { readonly from: number; readonly to: number; readonly frozenAt: number },
  preset: Preset,
  result: EngineResult,
): void {
  const { values, events, exposures } = input;
  const state = newEngine(input.kind, phase.frozenAt);
  for (let index = phase.from; index < phase.to; index++) {
    step(state, preset, values[index] ?? Number.NaN, events?.[index], exposures?.[index]);
    result.q[index] = state.q;
    result.alarm[index] = state.alarm;
    result.side[index] = state.side;
    result.onset[index] = state.onset < 0 ? -1 : state.onset + phase.from;
    result.strength[index] = state.strength;
    result.alike[index] = state.alike;
    result.dispersed[index] = state.dispersed ? 1 : 0;
  }
}
