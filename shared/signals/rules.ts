import type { RuleId } from './reading.ts';

/** Which set of rules marks points: ours, or the four of Western Electric as R qcc counts them. */
export type RuleSet = 'wheeler' | 'western-electric';

const OUTSIDE = 1;
const RUN = 2;
const THREE_OF_FOUR = 4;
const TWO_OF_THREE = 8;
const FOUR_OF_FIVE = 16;
const THRESHOLD = 32;

const NAMES: readonly (readonly [mark: number, rule: RuleId])[] = [
  [OUTSIDE, 'outside-limits'],
  [RUN, 'run-of-8'],
  [THREE_OF_FOUR, 'three-of-four'],
  [TWO_OF_THREE, 'two-of-three'],
  [FOUR_OF_FIVE, 'four-of-five'],
  [THRESHOLD, 'threshold'],
];

/** Marks of one point, one bit a rule; a point keeps all the rules that it completes. */
export const marks = {
  outside: OUTSIDE,
  run: RUN,
  threeOfFour: THREE_OF_FOUR,
  threshold: THRESHOLD,
} as const;

const NO_RULES: readonly RuleId[] = [];

export function ruleNames(mark: number): readonly RuleId[] {
  return mark === 0 ? NO_RULES : NAMES.filter(([bit]) => (mark & bit) !== 0).map(([, rule]) => rule);
}

/** Rounding alone never puts a point on one side of its centre or beyond its limit. */
const ROUNDING = 1e-9;

/** -1, 0 or 1: below, on or above the centre. */
export function sideOf(z: number): -1 | 0 | 1 {
  if (z > ROUNDING) return 1;
  return z < -ROUNDING ? -1 : 0;
}

function isBeyond(z: number, distance: number): boolean {
  return Math.abs(z) > distance * (1 + ROUNDING);
}

/** The last points seen, newest last, without a new array for each point. */
type Window = { readonly points: Float64Array; filled: number };

function aWindow(): Window {
  return { points: new Float64Array(5), filled: 0 };
}

function slide(window: Window, z: number): void {
  window.points.copyWithin(0, 1);
  window.points[4] = z;
  window.filled = Math.min(5, window.filled + 1);
}

/** How many of the newest `size` points lie beyond `distance` on one side; 0 unless the newest is one of them. */
function beyondWithNewest(window: Window, size: number, distance: number): number {
  const newest = window.points[4] ?? 0;
  if (window.filled < size || !isBeyond(newest, distance)) return 0;
  let count = 0;
  for (let index = 5 - size; index < 5; index++) {
    const z = window.points[index] ?? 0;
    if (z * newest > 0 && isBeyond(z, distance)) count++;
  }
  return count;
}

/**
 * Our rules. A point on the centre line is on neither side: a run skips it. A run and a window reach over one missing
 * point, never over two in a row. `z` is scaled so that the limits stand at 3 and -3.
 */
function markOurs(z: Float64Array, from: number, to: number, into: Uint8Array): void {
  let side = 0;
  let run = 0;
  let missing = 0;
  const window = aWindow();
  for (let index = from; index < to; index++) {
    const value = z[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      missing++;
      if (missing > 1) {
        run = 0;
        window.filled = 0;
      }
      continue;
    }
    missing = 0;
    const here = sideOf(value);
    if (here !== 0) {
      run = here === side ? run + 1 : 1;
      side = here;
    }
    slide(window, value);
    let mark = isBeyond(value, 3) ? OUTSIDE : 0;
    if (here !== 0 && run >= 8) mark |= RUN;
    if (beyondWithNewest(window, 4, 1.5) >= 3) mark |= THREE_OF_FOUR;
    into[index] = (into[index] ?? 0) | mark;
  }
}

/** Western Electric 1 to 4 as R qcc marks them: the point that completes the pattern, the centre breaks a run. */
function markWesternElectric(z: Float64Array, from: number, to: number, into: Uint8Array): void {
  let side = 0;
  let run = 0;
  const window = aWindow();
  for (let index = from; index < to; index++) {
    const value = z[index] ?? Number.NaN;
    if (Number.isNaN(value)) {
      run = 0;
      window.filled = 0;
      continue;
    }
    const here = sideOf(value);
    run = here !== 0 && here === side ? run + 1 : Math.abs(here);
    side = here;
    slide(window, value);
    let mark = isBeyond(value, 3) ? OUTSIDE : 0;
    if (run >= 8) mark |= RUN;
    if (beyondWithNewest(window, 3, 2) >= 2) mark |= TWO_OF_THREE;
    if (beyondWithNewest(window, 5, 1) >= 4) mark |= FOUR_OF_FIVE;
    into[index] = (into[index] ?? 0) | mark;
  }
}

/** Marks the points from `from` to before `to`, one stretch of one process. Where nothing varies nothing is marked. */
export function markRules(
  rules: RuleSet,
  z: Float64Array,
  stretch: readonly [from: number, to: number],
  into: Uint8Array,
): void {
  const [from, to] = stretch;
  if (rules === 'western-electric') markWesternElectric(z, from, to, into);
  else markOurs(z, from, to, into);
}
