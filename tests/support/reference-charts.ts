import type { ChartPhase, ControlChart } from '#shared/signals/control-charts/control-chart.ts';
import { markPatterns, type RuleSetName } from '#shared/signals/control-charts/pattern-rules.ts';
import { runsTest } from '#shared/signals/control-charts/runs-test.ts';
import type { Answer, Reference } from '#tests/support/reference-answers.ts';

/** A chart of an answer as it was drawn, and the rules whose lists of points are to agree. */
export type Comparison = {
  readonly reference: Reference;
  readonly chart: ControlChart;
  readonly phases: readonly ChartPhase[];
  /** Numbers of the rules, as the answers name them, in this order in `RULES`. */
  readonly westernElectric: readonly string[];
  readonly nelson: readonly string[];
};

export const WESTERN_ELECTRIC = ['outside-limits', 'two-of-three', 'four-of-five', 'run-of-8'] as const;
export const NELSON = [
  'outside-limits',
  'run-of-9',
  'trend-of-6',
  'alternating-14',
  'two-of-three',
  'four-of-five',
  'within-one-sigma-15',
  'beyond-one-sigma-8',
] as const;

function isClose(actual: number, expected: unknown): boolean {
  if (typeof expected !== 'number') return Number.isNaN(actual);
  return Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

/** A number for all points, a list with one for each, or such of each part (`{ "1": ..., "2": ... }`). */
function perPoint(answer: unknown, { chart, phases }: Comparison): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  if (typeof answer !== 'object' || answer === null) return Array.from(chart.plotted, () => answer);
  return phases.flatMap(({ from, to }, part) => {
    const own = (answer as Answer)[String(part + 1)];
    return Array.isArray(own) ? own : Array.from({ length: to - from }, () => own);
  });
}

type Column = (chart: ControlChart, index: number) => number;

function entry(column: Float64Array, index: number): number {
  return column[index] ?? Number.NaN;
}

const AT_LEAST_ZERO = new Set(['p', 'np', 'u', 'c', 'laney-p', 'laney-u', 'g', 't']);

/** Where the two-sigma lines of qicharts2 and PowerBI-SPC stand: one sigma inside the limits. */
function twoSigma(side: 1 | -1): Column {
  return (chart, index) => {
    const sigma = entry(chart.sigma, index);
    const limit = entry(side === 1 ? chart.unclippedUpper : chart.unclippedLower, index);
    const inside = chart.kind === 't' ? (limit ** (1 / 3.6) - sigma) ** 3.6 : limit - side * sigma;
    const above = AT_LEAST_ZERO.has(chart.kind) ? Math.max(0, inside) : inside;
    return chart.kind === 'p' || chart.kind === 'laney-p' ? Math.min(1, above) : above;
  };
}

const centre: Column = (chart, index) => entry(chart.centre, index);
const lower: Column = (chart, index) => entry(chart.lower, index);
const upper: Column = (chart, index) => entry(chart.upper, index);

const COLUMNS: Readonly<Record<string, Column>> = {
  center: centre,
  cl: centre,
  mean: centre,
  lcl: lower,
  lpl: lower,
  ll99: lower,
  ucl: upper,
  upl: upper,
  ul99: upper,
  lcl95: twoSigma(-1),
  ll95: twoSigma(-1),
  ucl95: twoSigma(1),
  ul95: twoSigma(1),
  pos: (chart, index) => entry(chart.plotted, index),
  statistics: (chart, index) => entry(chart.plotted, index),
  neg: (chart, index) => entry(chart.lowerSum ?? new Float64Array(), index),
};

const TESTED = {
  runs_signal: 'isShifted',
  n_useful: 'useful',
  longest_run: 'longestRun',
  longest_run_max: 'longestRunMax',
  crossings: 'crossings',
  crossings_min: 'crossingsMin',
} as const;

function marked(comparison: Comparison, rules: RuleSetName, rule?: string): readonly number[] {
  const { chart, phases } = comparison;
  return markPatterns(chart, phases, rules).flatMap((names, index) =>
    (rule === undefined ? names.length > 0 : names.some((name) => name === rule)) ? [index] : [],
  );
}

function faultsOfColumns(comparison: Comparison): readonly string[] {
  const { chart, reference } = comparison;
  return Object.entries(reference.expected).flatMap(([key, answer]) => {
    const column = COLUMNS[key];
    // The lower two-sigma line of a t chart has no answer where its root is negative.
    if (column === undefined || (chart.kind === 't' && key.startsWith('l') && key.endsWith('95'))) return [];
    // R names the level of the process here, and for g the mean of cases with the event.
    if (['cusum', 'ewma', 'g'].includes(chart.kind) && key === 'center') return [];
    return perPoint(answer, comparison).flatMap((expected, index) =>
      isClose(column(chart, index), expected)
        ? []
        : [`${key} of point ${index}: ${column(chart, index)}, expected ${String(expected)}`],
    );
  });
}

function faultsOfRuns({ reference, chart, phases }: Comparison): readonly string[] {
  return Object.entries(TESTED).flatMap(([key, name]) => {
    const answer = reference.expected[key];
    if (answer === undefined) return [];
    return phases.flatMap((phase, part) => {
      const expected = typeof answer === 'object' ? (answer as Answer)[String(part + 1)] : answer;
      const found = runsTest(chart.plotted, chart.centre, phase)?.[name];
      return found === expected ? [] : [`${key}: ${String(found)}, expected ${String(expected)}`];
    });
  });
}

function faultOfList(name: string, found: readonly number[], expected: unknown): readonly string[] {
  return JSON.stringify(found) === JSON.stringify(expected)
    ? []
    : [`${name}: ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}`];
}

function faultsOfRules(comparison: Comparison): readonly string[] {
  const { reference, chart } = comparison;
  const { expected } = reference;
  const faults: string[] = [];
  const lists = (key: string) => (expected[key] ?? {}) as Answer;
  for (const number of comparison.westernElectric) {
    const found = marked(comparison, 'western-electric', WESTERN_ELECTRIC[Number(number) - 1]);
    faults.push(...faultOfList(`Western Electric ${number}`, found, lists('western_electric')[number]));
  }
  for (const number of comparison.nelson) {
    const found = marked(comparison, 'nelson', NELSON[Number(number) - 1]);
    faults.push(...faultOfList(`Nelson ${number}`, found, lists('nelson')[number]));
  }
  if (Array.isArray(expected['pos'])) {
    const beyond = (column: Float64Array | null) =>
      [...(column ?? [])].flatMap((sum, index) => (Math.abs(sum) > 5 ? [index] : []));
    faults.push(...faultOfList('above h', beyond(chart.plotted), expected['upper']));
    faults.push(...faultOfList('below -h', beyond(chart.lowerSum), expected['lower']));
  }
  if (Array.isArray(expected['outside']) && chart.kind !== 'ewma') {
    faults.push(
      ...faultOfList('outside', marked(comparison, 'nelson', 'outside-limits'), expected['outside']),
    );
  }
  if (Array.isArray(expected['flags'])) {
    faults.push(...faultOfList('NHS flags', marked(comparison, 'nhs'), expected['flags']));
  }
  return faults;
}

/** What differs from the answer: limits to 1e-9, runs and lists of points exactly. */
export function faultsOf(comparison: Comparison): readonly string[] {
  return [...faultsOfColumns(comparison), ...faultsOfRuns(comparison), ...faultsOfRules(comparison)];
}
