import { nameOfRule } from '#shared/charts/point-marks.ts';
import { drawSketch, type Sketch } from '#shared/charts/sketch.ts';
import type { Alarm, RuleId } from '#shared/signals/reading.ts';

/** A rule explained: its name, what it looks for, why a process in its routine seldom does that, and a picture. */
export type Help = {
  readonly name: string;
  readonly looksFor: string;
  readonly means: string;
  readonly picture: string;
};

type Explained = { readonly looksFor: string; readonly means: string; readonly sketch: Sketch };

const RULES: Readonly<Record<RuleId, Explained>> = {
  'outside-limits': {
    looksFor: 'One point lies beyond a natural limit.',
    means: 'Routine variation reaches that far about once in 370 points, so something else was at work.',
    sketch: {
      label: 'Twelve points; the last one lies above the upper limit and is a diamond.',
      heights: [0.4, -0.7, 1.1, -0.3, 0.3, -1.3, 0.8, -0.2, 0.6, -0.9, 0.3, 3.9],
      picked: { 11: 'diamond' },
      limits: 3,
    },
  },
  'run-of-8': {
    looksFor: 'Eight points in a row lie on one side of the mean.',
    means: 'Each of them may be routine; that all eight fall on one side says that the level has moved.',
    sketch: {
      label: 'Twelve points; the last eight lie above the mean and are squares.',
      heights: [0.3, -0.9, 0.5, -0.5, 0.9, 0.5, 1.5, 0.7, 1.8, 0.8, 1.3, 1],
      picked: Object.fromEntries([4, 5, 6, 7, 8, 9, 10, 11].map((index) => [index, 'square'])),
      limits: 3,
    },
  },
  'three-of-four': {
    looksFor: 'Three of four points in a row lie nearer to the same limit than to the mean.',
    means: 'One such point is common, three so close together are not: the level has probably moved.',
    sketch: {
      label: 'Twelve points; three of the last four lie near the upper limit and are triangles.',
      heights: [0.4, -0.7, 0.9, -0.4, 0.2, -1.2, 0.8, -0.3, 2.1, 1.9, 0.5, 2.4],
      picked: { 8: 'triangle', 9: 'triangle', 11: 'triangle' },
      limits: 3,
    },
  },
  'two-of-three': {
    looksFor: 'Two of three points in a row lie in the outer third on the same side.',
    means: 'The outer third is rarely visited; twice in three periods points to a change.',
    sketch: {
      label: 'Twelve points; two of the last three lie just under the upper limit and are triangles.',
      heights: [0.4, -0.7, 0.9, -0.4, 0.2, -1.2, 0.8, -0.3, 0.4, 2.4, 0.5, 2.6],
      picked: { 9: 'triangle', 11: 'triangle' },
      limits: 3,
    },
  },
  'four-of-five': {
    looksFor: 'Four of five points in a row lie beyond the inner third on the same side.',
    means:
      'A third of all routine points lie out there, on both sides together; four of five on one side do not.',
    sketch: {
      label: 'Twelve points; four of the last five lie well above the mean and are triangles.',
      heights: [0.4, -0.7, 0.9, -0.4, 0.2, -1.2, 0.8, 1.4, 1.7, 0.3, 1.3, 1.9],
      picked: { 7: 'triangle', 8: 'triangle', 10: 'triangle', 11: 'triangle' },
      limits: 3,
    },
  },
  threshold: {
    looksFor: 'The newest point lies past the target, the dotted line.',
    means:
      'A target is a promise, not a description: a process can break it in its routine, and then only a change of the process helps.',
    sketch: {
      label: 'Twelve points around their mean; the last one lies above a dotted target line.',
      heights: [0.2, -0.9, 0.6, -0.4, 0.5, -1.4, 0.4, -0.6, 0.3, -0.9, 0.6, 2.2],
      picked: { 11: 'triangle-down' },
      limits: 3,
      target: 1.5,
    },
  },
};

/** The rule in its name, two sentences and a picture. */
export function ruleHelp(rule: RuleId): Help {
  const { looksFor, means, sketch } = RULES[rule];
  return { name: nameOfRule(rule), looksFor, means, picture: drawSketch(sketch) };
}

/** Every rule that a chart of the review can show. */
export const RULES_SHOWN: readonly RuleId[] = ['outside-limits', 'run-of-8', 'three-of-four', 'threshold'];

const ALARMS: Readonly<Record<Alarm, Explained & { readonly name: string }>> = {
  spike: {
    name: 'a single point far out',
    looksFor: 'One point is so far from those before it that chance hardly explains it.',
    means:
      'How far is far enough follows from how long and how restless the history is, not from the drawn limits.',
    sketch: {
      label: 'Eleven points close together; the twelfth lies far above them.',
      heights: [0.3, -0.4, 0.5, -0.2, 0.2, -0.6, 0.4, -0.1, 0.3, -0.5, 0.2, 4],
      picked: { 11: 'diamond' },
      limits: null,
    },
  },
  shift: {
    name: 'a level that moved',
    looksFor: 'Small differences on one side are added up as they come, less what chance brings.',
    means:
      'Chance cancels out in the sum; a change that lasts fills it, even where no single point is out of the ordinary.',
    sketch: {
      label: 'Points around a level, then points around a higher level, none of them far out.',
      heights: [-0.9, 0.2, -1.4, -0.3, -1.1, -0.4, 1.1, 0.4, 1.6, 0.8, 1.3, 0.9],
      picked: Object.fromEntries([6, 7, 8, 9, 10, 11].map((index) => [index, 'square'])),
      limits: null,
      shift: { from: 6, by: 1 },
    },
  },
};

/** What decides a signal, in its name, two sentences and a picture. */
export function alarmHelp(alarm: Alarm): Help {
  const { name, looksFor, means, sketch } = ALARMS[alarm];
  return { name, looksFor, means, picture: drawSketch(sketch) };
}
