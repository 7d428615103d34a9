import { type Day, dayToMs } from '#shared/day.ts';
import { formatFigure } from '#shared/figures.ts';
import type { Series } from '#shared/series/series.ts';
import { periodEnd } from '#shared/signals/periods.ts';
import { statusOf } from '#shared/signals/phases.ts';
import type { SeriesState, SeriesStatus } from '#shared/signals/reading.ts';
import { phasesFrom } from './chart-phases.ts';
import {
  alarmOf,
  type ChartChoice,
  type ChartSignal,
  type Drawn,
  known,
  limitWords,
  markLongRuns,
  nameAt,
  subjectOf,
  toSignals,
} from './chart-signals.ts';
import { at, type ChartColumns, type ChartKind, type ChartPhase } from './control-chart.ts';
import { drawChart, needsDenominator, plottedUnit, whyOfChart } from './draw.ts';
import { D4, meanRange, rangesWithin } from './moving-range.ts';
import { type ChartRule, markPatterns, type RuleSetName } from './pattern-rules.ts';
import { type RunsTest, runsTest } from './runs-test.ts';

export type ChartReadingPhase = {
  readonly from: string;
  readonly to: string;
  readonly n: number;
  readonly centre: number | null;
  /** null where they differ from point to point. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly movingRange: { readonly centre: number; readonly upper: number } | null;
  readonly baseline: { readonly n: number; readonly locked: boolean };
  /** Longest run and crossings of the centre beside what chance explains; null on averages, sums and moving ranges. */
  readonly runs: Omit<RunsTest, 'longest'> | null;
};

export type ChartReadingPoint = {
  readonly period: string;
  /** What is plotted: a rate for p and u, an average for EWMA, the upper sum for CUSUM. null is missing. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly sigma: number | null;
  readonly rules: readonly ChartRule[];
  readonly alarm: 'spike' | 'shift' | null;
  /** The lower sum of a CUSUM. */
  readonly lowerSum?: number | null;
};

/** One series as a chart of a chosen kind shows it, with the marks of a chosen set of rules. */
export type ChartReading = {
  readonly metric: string;
  readonly metricName: string;
  readonly entity: string;
  readonly unit: string | null;
  readonly chart: ChartKind;
  readonly rules: RuleSetName;
  readonly why: string;
  readonly phases: readonly ChartReadingPhase[];
  readonly points: readonly ChartReadingPoint[];
  readonly signals: readonly ChartSignal[];
  readonly status: SeriesStatus;
  readonly state: SeriesState;
  readonly sentence: string;
};

/** The value that a column has on all points of the phase where it has one; null where it differs. */
function constantOf(column: Float64Array, { from, to }: ChartPhase): number | null {
  const there = column.subarray(from, to).filter((value) => Number.isFinite(value));
  const [first] = there;
  return first !== undefined && there.every((value) => value === first) ? first : null;
}

function count(column: Float64Array, from: number, to: number): number {
  return column.subarray(from, to).filter((value) => !Number.isNaN(value)).length;
}

function toPhase(drawn: Drawn, phase: ChartPhase): ChartReadingPhase {
  const { chart, choice } = drawn;
  const { from, to, baseline } = phase;
  const follow = chart.kind === 'ewma' || chart.kind === 'cusum' || chart.kind === 'mr';
  const test = follow ? null : runsTest(chart.plotted, chart.centre, phase);
  const range = chart.kind === 'xmr' ? meanRange(rangesWithin(chart.plotted, baseline), false) : Number.NaN;
  const n = count(chart.plotted, baseline.from, baseline.to);
  return {
    from: nameAt(drawn, from),
    to: nameAt(drawn, to - 1),
    n: count(chart.plotted, from, to),
    centre: constantOf(chart.centre, phase),
    lower: constantOf(chart.lower, phase),
    upper: constantOf(chart.upper, phase),
    movingRange: Number.isNaN(range) ? null : { centre: range, upper: D4 * range },
    baseline: { n, locked: choice.baseline !== null && (baseline.from !== from || baseline.to !== to) },
    runs: test === null ? null : withoutPlace(test),
  };
}

function withoutPlace({ longest: _, ...test }: RunsTest): Omit<RunsTest, 'longest'> {
  return test;
}

function toPoint(drawn: Drawn, index: number): ChartReadingPoint {
  const { series, chart, marked } = drawn;
  const counts = series.numerators ?? (needsDenominator(chart.kind) ? series.values : null);
  const rules = marked[index] ?? [];
  return {
    period: nameAt(drawn, index),
    value: known(at(chart.plotted, index)),
    numerator: known(at(counts, index)),
    denominator: known(at(series.denominators, index)),
    centre: known(at(chart.centre, index)),
    lower: known(at(chart.lower, index)),
    upper: known(at(chart.upper, index)),
    sigma: known(at(chart.sigma, index)),
    rules,
    alarm: rules.length === 0 ? null : alarmOf(rules),
    ...(chart.lowerSum === null ? {} : { lowerSum: known(at(chart.lowerSum, index)) }),
  };
}

const STATES = { worse: 'worse', better: 'better', neither: 'changed' } as const;

/** The columns with every period missing that is not over on the day; a state is known when it is measured. */
function overBy({ starts, grain, aggregation, ...series }: Series, asOf: Day | null): ChartColumns {
  const now = asOf === null ? null : dayToMs(asOf);
  if (now === null) return series;
  const isOver = (index: number): boolean => {
    const start = at(starts, index);
    return (aggregation === 'last' ? start : periodEnd(start, grain)) <= now;
  };
  const over = (column: Float64Array | null): Float64Array | null =>
    column?.map((value, index) => (isOver(index) ? value : Number.NaN)) ?? null;
  return {
    values: over(series.values) ?? series.values,
    numerators: over(series.numerators),
    denominators: over(series.denominators),
  };
}

/** One series on a chart of the chosen kind: textbook limits and every mark of the chosen rules, for description. */
export function readChart(series: Series, choice: ChartChoice): ChartReading {
  const phases = phasesFrom(series.values.length, choice.phases, choice.baseline);
  const columns = { ...overBy(series, choice.asOf), ...(choice.samples && { samples: choice.samples }) };
  const chart = drawChart(choice.chart, columns, phases, { bounds: choice.bounds, ...choice.options });
  const marked =
    choice.chart === 'run' ? markLongRuns(chart, phases) : markPatterns(chart, phases, choice.rules);
  const drawn = { series, choice, chart, phases, marked };
  const newest = chart.plotted.findLastIndex((value) => !Number.isNaN(value));
  const signals = toSignals(drawn, newest);
  const open = signals.find(({ ended }) => ended === undefined);
  const last = phases.at(-1) ?? { from: 0, to: 0 };
  const unit = plottedUnit(choice.chart, series.unit);
  const value = newest < 0 ? '' : formatFigure(at(chart.plotted, newest), unit);
  return {
    metric: series.metric,
    metricName: series.metricName,
    entity: series.entity,
    unit,
    chart: choice.chart,
    rules: choice.rules,
    why: whyOfChart(choice.chart),
    phases: phases.map((phase) => toPhase(drawn, phase)),
    points: Array.from(chart.plotted, (_, index) => toPoint(drawn, index)),
    signals,
    status: statusOf(count(chart.plotted, last.from, last.to)),
    state: newest < 0 ? 'missing' : open === undefined ? 'routine' : STATES[open.direction],
    sentence:
      newest < 0
        ? `${subjectOf(series)}: no values.`
        : (open?.text ??
          `${subjectOf(series)} ${value} with ${limitWords(drawn, newest)}: nothing out of routine.`),
  };
}
