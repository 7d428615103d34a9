import { at, type ChartKind, type ChartPhase, type ControlChart } from './control-chart.ts';
import {
  alternating,
  closeToLimit,
  onBothSides,
  outside,
  type Pattern,
  run,
  runOverCentre,
  type Sequence,
  threeOfFour,
  trend,
  within,
  zone,
} from './patterns.ts';

/** Sets of rules by name: `--rules` of the command line takes these. */
export const RULE_SETS = ['western-electric', 'nelson', 'nhs', 'wheeler'] as const;
export type RuleSetName = (typeof RULE_SETS)[number];

export type ChartRule =
  | 'outside-limits'
  | 'two-of-three'
  | 'three-of-four'
  | 'four-of-five'
  | 'run-of-7'
  | 'run-of-8'
  | 'run-of-9'
  | 'trend-of-6'
  | 'trend-of-7'
  | 'alternating-14'
  | 'within-one-sigma-15'
  | 'beyond-one-sigma-8'
  | 'long-run'
  | 'few-crossings';

/** What a rule needs of the points: `any` also holds where neighbours resemble each other by construction. */
type Needs = 'any' | 'sides' | 'zones';

type NamedPattern = readonly [rule: ChartRule, needs: Needs, pattern: Pattern];

/**
 * Western Electric 1956 and Nelson 1984 mark the point that completes a pattern, as R qcc does; NHS Making Data Count
 * and Wheeler mark all of its points.
 */
const PATTERNS: Readonly<Record<RuleSetName, readonly NamedPattern[]>> = {
  'western-electric': [
    ['outside-limits', 'any', outside],
    ['two-of-three', 'zones', zone(2, 3, 2)],
    ['four-of-five', 'zones', zone(4, 5, 1)],
    ['run-of-8', 'sides', run(8, 'completing')],
  ],
  nelson: [
    ['outside-limits', 'any', outside],
    ['run-of-9', 'sides', run(9, 'completing')],
    ['trend-of-6', 'sides', trend(6, 'completing')],
    ['alternating-14', 'sides', alternating(14)],
    ['two-of-three', 'zones', zone(2, 3, 2)],
    ['four-of-five', 'zones', zone(4, 5, 1)],
    ['within-one-sigma-15', 'zones', within(15)],
    ['beyond-one-sigma-8', 'zones', onBothSides(8)],
  ],
  nhs: [
    ['outside-limits', 'any', outside],
    ['run-of-7', 'sides', run(7, 'all')],
    ['trend-of-7', 'sides', trend(7, 'all')],
    ['two-of-three', 'zones', closeToLimit],
  ],
  wheeler: [
    ['outside-limits', 'any', outside],
    ['run-of-8', 'sides', runOverCentre(8)],
    ['three-of-four', 'zones', threeOfFour],
  ],
};

/** Averages, sums and moving ranges follow each other by construction; zones in sigma say nothing of a distribution as skewed as g. */
function holds(kind: ChartKind, needs: Needs): boolean {
  if (needs === 'any') return true;
  if (kind === 'ewma' || kind === 'cusum' || kind === 'mr') return false;
  return kind !== 'g' || needs === 'sides';
}

/** Missing points that a run and a window still reach over. */
const REACH = 1;

/** Positions of the points of a phase that rules may see together: a gap of more than one point parts them. */
function stretchesOf(chart: ControlChart, { from, to }: ChartPhase): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  let current: number[] = [];
  for (let index = from; index < to; index++) {
    if (Number.isNaN(at(chart.z, index))) continue;
    const last = current.at(-1);
    if (last === undefined || index - last > REACH + 1) {
      current = [];
      stretches.push(current);
    }
    current.push(index);
  }
  return stretches;
}

function varies({ plotted, lowerSum }: ControlChart, { from, to }: ChartPhase): boolean {
  return [plotted, lowerSum].some((column) => {
    const known = column?.subarray(from, to).filter((value) => !Number.isNaN(value));
    return known?.some((value) => value !== known[0]) === true;
  });
}

/**
 * The rules that each point is marked by, judged by its own z: with samples of unlike size each point has its own
 * sigma (R qcc compares the earlier points of a window with the limits of its last one). Where nothing varies nothing
 * is marked; no rule looks across a phase.
 */
export function markPatterns(
  chart: ControlChart,
  phases: readonly ChartPhase[],
  rules: RuleSetName,
): readonly (readonly ChartRule[])[] {
  const marked = Array.from(chart.plotted, (): ChartRule[] => []);
  for (const phase of phases.filter((one) => varies(chart, one))) {
    for (const places of stretchesOf(chart, phase)) {
      const sequence: Sequence = {
        z: places.map((index) => at(chart.z, index)),
        plotted: places.map((index) => at(chart.plotted, index)),
        adjoins: places.map((index, position) => index - 1 === places[position - 1]),
      };
      for (const [rule, needs, pattern] of PATTERNS[rules]) {
        if (!holds(chart.kind, needs)) continue;
        for (const position of pattern(sequence)) marked[places[position] ?? -1]?.push(rule);
      }
    }
  }
  return marked;
}
