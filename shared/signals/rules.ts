import { marks as bits, markWesternElectric, markWheeler, ROUNDING } from './bulk/rule-windows.ts';
import type { RuleId } from './reading.ts';

/** Which set of rules marks points: ours, or the four of Western Electric as R qcc counts them. */
export type RuleSet = 'wheeler' | 'western-electric';

const NAMES: readonly (readonly [mark: number, rule: RuleId])[] = [
  [bits.outside, 'outside-limits'],
  [bits.run, 'run-of-8'],
  [bits.threeOfFour, 'three-of-four'],
  [bits.twoOfThree, 'two-of-three'],
  [bits.fourOfFive, 'four-of-five'],
  [bits.threshold, 'threshold'],
];

/** Marks of one point, one bit a rule. */
export const marks = bits;

const NO_RULES: readonly RuleId[] = [];

export function ruleNames(mark: number): readonly RuleId[] {
  return mark === 0 ? NO_RULES : NAMES.filter(([bit]) => (mark & bit) !== 0).map(([, rule]) => rule);
}

/** -1, 0 or 1: below, on or above the centre. */
export function sideOf(z: number): -1 | 0 | 1 {
  if (z > ROUNDING) return 1;
  return z < -ROUNDING ? -1 : 0;
}

/** Marks the points from `from` to before `to`, one stretch of one process. Where nothing varies nothing is marked. */
export function markRules(
  rules: RuleSet,
  z: Float64Array,
  stretch: readonly [from: number, to: number],
  into: Uint8Array,
): void {
  const [from, to] = stretch;
  const judged = { values: z, centre: 0, sigma: 1 };
  if (rules === 'western-electric') markWesternElectric(judged, from, to, into);
  else markWheeler(judged, from, to, into);
}
