import type { Day } from '#shared/day.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Series } from '#shared/series/series.ts';
import { directionOf } from '#shared/signals/judge.ts';
import { periodDay, periodWords } from '#shared/signals/periods.ts';
import type { Direction, Good } from '#shared/signals/reading.ts';
import { inSentence } from '#shared/signals/sentence.ts';
import {
  at,
  type ChartKind,
  type ChartPhase,
  type ControlChart,
  type NaturalBounds,
  type SampleColumns,
} from './control-chart.ts';
import { type ChartOptions, plottedUnit } from './draw.ts';
import type { ChartRule, RuleSetName } from './pattern-rules.ts';
import { runsTest } from './runs-test.ts';

export type ChartChoice = {
  readonly chart: ChartKind;
  readonly rules: RuleSetName;
  /** Positions at which a new phase starts. */
  readonly phases: readonly number[];
  /** First and last position of a baseline set by hand; it belongs to the phase that holds its first. */
  readonly baseline: { readonly from: number; readonly to: number } | null;
  /** Day of the look: periods that are not over on it are missing. null where periods are positions, not days. */
  readonly asOf: Day | null;
  readonly good: Good;
  /** Where the values end by nature; charts of shares and counts know their own. */
  readonly bounds: NaturalBounds;
  /** What is drawn otherwise than R draws it. */
  readonly options?: ChartOptions;
  /** What lies within each period, for charts of samples. */
  readonly samples?: SampleColumns;
};

export type ChartSignal = {
  readonly onset: string;
  readonly at: string;
  readonly direction: Direction;
  readonly rules: readonly ChartRule[];
  readonly alarm: 'spike' | 'shift';
  /** Distance of the newest marked point from the centre, in sigma; null where that is beyond measure. */
  readonly strength: number | null;
  readonly text: string;
  /** Present when later points are not marked any more. */
  readonly ended?: string;
};

export type Drawn = {
  readonly series: Series;
  readonly choice: ChartChoice;
  readonly chart: ControlChart;
  readonly phases: readonly ChartPhase[];
  readonly marked: readonly (readonly ChartRule[])[];
};

export function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export function nameAt({ series, choice }: Drawn, index: number): string {
  const start = at(series.starts, index);
  return choice.asOf === null ? String(start) : periodDay(start);
}

export function alarmOf(rules: readonly ChartRule[]): 'spike' | 'shift' {
  return rules.length === 1 && rules[0] === 'outside-limits' ? 'spike' : 'shift';
}

/** "checkout, change lead time"; the metric alone where the file names nothing. */
export function subjectOf({ entity, metricName }: Series): string {
  return entity === 'organization' ? metricName : `${entity}, ${inSentence(metricName)}`;
}

/** The limits of a point in words; a limit that lies beyond what the metric can reach is none. */
export function limitWords({ series, chart }: Drawn, index: number): string {
  const figure = (column: Float64Array): string =>
    formatFigure(at(column, index), plottedUnit(chart.kind, series.unit));
  if (Number.isNaN(at(chart.upper, index))) return `a centre of ${figure(chart.centre)}`;
  const noLower = at(chart.unclippedLower, index) < at(chart.lower, index);
  const noUpper = at(chart.unclippedUpper, index) > at(chart.upper, index);
  if (noLower && noUpper) return 'no limit that it could pass';
  if (noLower) return `an upper limit of ${figure(chart.upper)} and no lower one`;
  if (noUpper) return `a lower limit of ${figure(chart.lower)} and no upper one`;
  return `limits ${figure(chart.lower)} to ${figure(chart.upper)}`;
}

const RULE_WORDS: Readonly<Record<ChartRule, string>> = {
  'outside-limits': 'outside the limits',
  'two-of-three': 'two of three near the limit',
  'three-of-four': 'three of four nearer to the limit than to the centre',
  'four-of-five': 'four of five beyond one sigma',
  'run-of-7': 'seven in a row on one side of the centre',
  'run-of-8': 'eight in a row on one side of the centre',
  'run-of-9': 'nine in a row on one side of the centre',
  'trend-of-6': 'six in a row rising or falling',
  'trend-of-7': 'seven in a row rising or falling',
  'alternating-14': 'fourteen up and down in turn',
  'within-one-sigma-15': 'fifteen in a row within one sigma',
  'beyond-one-sigma-8': 'eight in a row beyond one sigma',
  'long-run': 'a run longer than chance explains',
  'few-crossings': 'the centre crossed less often than chance explains',
};

/** Side of the newest point that a signal rests on: above the centre unless it lies below. */
function sideAt({ chart }: Drawn, index: number): 1 | -1 {
  const away = chart.kind === 'run' ? at(chart.plotted, index) - at(chart.centre, index) : at(chart.z, index);
  return away < 0 ? -1 : 1;
}

type Found = { readonly from: number; readonly to: number; readonly rules: readonly ChartRule[] };

function toSignal(drawn: Drawn, { from, to, rules }: Found, isOpen: boolean): ChartSignal {
  const { series, choice, chart } = drawn;
  const when = periodWords(at(series.starts, to), series.grain, choice.asOf !== null);
  const value = formatFigure(at(chart.plotted, to), plottedUnit(chart.kind, series.unit));
  const words = rules.map((rule) => RULE_WORDS[rule]).join(', ');
  return {
    onset: nameAt(drawn, from),
    at: nameAt(drawn, to),
    direction: directionOf(sideAt(drawn, to), choice.good),
    rules,
    alarm: alarmOf(rules),
    strength: known(Math.abs(at(chart.z, to))),
    text: `${subjectOf(series)} ${value} ${when} with ${limitWords(drawn, to)}: ${words}.`,
    ...(isOpen ? {} : { ended: nameAt(drawn, to) }),
  };
}

/** Marked points that follow each other in one phase are one finding; missing points between them do not end it. */
function findMarked({ chart, phases, marked }: Drawn): readonly Found[] {
  const found: Found[] = [];
  for (const { from, to } of phases) {
    let current: Found | null = null;
    for (let index = from; index < to; index++) {
      if (Number.isNaN(at(chart.plotted, index))) continue;
      const rules = marked[index] ?? [];
      if (rules.length > 0) {
        const before: Found = current ?? { from: index, to: index, rules: [] };
        current = { from: before.from, to: index, rules: [...new Set([...before.rules, ...rules])] };
      } else if (current !== null) {
        found.push(current);
        current = null;
      }
    }
    if (current !== null) found.push(current);
  }
  return found;
}

/** The runs test speaks of a whole phase: from its longest run on where that is too long, from its start otherwise. */
function findRuns({ chart, phases }: Drawn): readonly Found[] {
  return phases.flatMap((phase) => {
    const test = runsTest(chart.plotted, chart.centre, phase);
    if (test === null || !test.isShifted) return [];
    const isLong = test.longestRun > test.longestRunMax;
    const rules: ChartRule[] = isLong ? ['long-run'] : [];
    if (test.crossings < test.crossingsMin) rules.push('few-crossings');
    const plotted = chart.plotted.subarray(phase.from, phase.to);
    const to = phase.from + plotted.findLastIndex((value) => !Number.isNaN(value));
    return [{ from: isLong ? test.longest.from : phase.from, to, rules }];
  });
}

/** What a chart shows out of routine, oldest first; what holds to the newest point that has a value is open. */
export function toSignals(drawn: Drawn, newest: number): readonly ChartSignal[] {
  const found = drawn.chart.kind === 'run' ? findRuns(drawn) : findMarked(drawn);
  return found.map((one) => toSignal(drawn, one, one.to === newest));
}

/** On a run chart the points of a run that is too long carry its name. */
export function markLongRuns(
  chart: ControlChart,
  phases: readonly ChartPhase[],
): readonly (readonly ChartRule[])[] {
  const marked = Array.from(chart.plotted, (): readonly ChartRule[] => []);
  for (const phase of phases) {
    const test = runsTest(chart.plotted, chart.centre, phase);
    if (test === null || test.longestRun <= test.longestRunMax) continue;
    for (let index = test.longest.from; index < test.longest.to; index++) {
      if (at(chart.plotted, index) !== at(chart.centre, index)) marked[index] = ['long-run'];
    }
  }
  return marked;
}
