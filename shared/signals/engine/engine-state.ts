import { noPoints, type Running } from './running.ts';

/** What a series is made of: single values, counts in an exposure, shares of items, waiting times, or ranks of values of unknown shape. */
export type EngineKind = 'normal' | 'poisson' | 'binomial' | 'waiting' | 'rank';

export const ALARM = { none: 0, spike: 1, shift: 2 } as const;

/** One series as far as it was seen; `step` changes it. */
export type EngineState = {
  readonly kind: EngineKind;
  /** Points seen, missing ones included, and those that have a value. */
  seen: number;
  valued: number;
  /** Level that values are counted from, and the value before, less it; NaN after a gap. */
  origin: number;
  before: number;
  /** The reference, and its points since the small sums last stood at zero. */
  readonly all: Running;
  readonly up: Running;
  readonly down: Running;
  /** Sorted values of the reference where ranks are judged. */
  sorted: Float64Array;
  /** Points of the reference that later ones no longer change. */
  readonly frozenAt: number;
  /** Sums of Q with allowance 0.5 and 1.25 on either side, and where each left zero. */
  smallUp: number;
  smallDown: number;
  largeUp: number;
  largeDown: number;
  smallUpFrom: number;
  smallDownFrom: number;
  largeUpFrom: number;
  largeDownFrom: number;
  /** A constant was left for the first time. */
  left: boolean;
  /** Results for the last point: NaN where nothing can be told. */
  q: number;
  alarm: number;
  /** 1 where the alarm is upwards, -1 downwards. */
  side: number;
  onset: number;
  /** The larger of |Q| and the fullest sum on the same measure: 3.5 where it is just an alarm. */
  strength: number;
  alike: number;
  dispersed: boolean;
};

/** Points of a reference that is frozen for good. */
export const FROZEN_AT = 104;

export function newEngine(kind: EngineKind, frozenAt: number = FROZEN_AT): EngineState {
  return {
    kind,
    seen: 0,
    valued: 0,
    origin: Number.NaN,
    before: Number.NaN,
    all: noPoints(),
    up: noPoints(),
    down: noPoints(),
    sorted: new Float64Array(0),
    frozenAt,
    smallUp: 0,
    smallDown: 0,
    largeUp: 0,
    largeDown: 0,
    smallUpFrom: -1,
    smallDownFrom: -1,
    largeUpFrom: -1,
    largeDownFrom: -1,
    left: false,
    q: Number.NaN,
    alarm: ALARM.none,
    side: 0,
    onset: -1,
    strength: 0,
    alike: 0,
    dispersed: false,
  };
}

/** A state of its own, from which the series can be continued in another way. */
export function copyEngine(from: EngineState): EngineState {
  // Not by spreading: an object of another layout would make every later step slower.
  return Object.assign(newEngine(from.kind, from.frozenAt), from, {
    all: { ...from.all },
    up: { ...from.up },
    down: { ...from.down },
    sorted: from.sorted.slice(),
  });
}
