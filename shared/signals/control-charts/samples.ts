import { exhaustive } from '#shared/exhaustive.ts';
import {
  at,
  blankChart,
  type ChartColumns,
  type ChartPhase,
  type ControlChart,
  type NaturalBounds,
  type SampleColumns,
  setPoint,
} from './control-chart.ts';
import type { Span } from './moving-range.ts';
import { c4, d2, d3 } from './sample-constants.ts';

/**
 * How the spread within samples becomes one sigma, named as in R qcc. `pooled` is qicharts2's: the mean deviation, or
 * the root of the pooled variance where sizes differ, over the c4 of each point's own size.
 */
export const ESTIMATORS = ['uwave-r', 'uwave-sd', 'mvlue-r', 'mvlue-sd', 'rmsdf', 'pooled'] as const;
export type Estimator = (typeof ESTIMATORS)[number];

export type SamplesOptions = {
  /** Mean range over d2 for means and ranges, mean standard deviation over c4 for deviations, unless told otherwise. */
  readonly estimator?: Estimator;
};

/** What a chart rests on of one sample; a sample of one value tells nothing of the spread within. */
type Sample = { readonly n: number; readonly mean: number; readonly range: number; readonly sd: number };

function samplesOf(values: Float64Array, columns: SampleColumns, span: Span): readonly Sample[] {
  const samples: Sample[] = [];
  for (let index = span.from; index < span.to; index++) {
    const n = at(columns.sizes, index);
    const mean = at(values, index);
    if (n > 1 && !Number.isNaN(mean)) {
      samples.push({ n, mean, range: at(columns.ranges, index), sd: at(columns.deviations, index) });
    }
  }
  return samples;
}

function weighted(
  samples: readonly Sample[],
  value: (one: Sample) => number,
  weight: (one: Sample) => number,
) {
  const total = samples.reduce((sum, one) => sum + weight(one), 0);
  return samples.reduce((sum, one) => sum + weight(one) * value(one), 0) / total;
}

function pooledDeviation(samples: readonly Sample[]): number {
  return Math.sqrt(
    weighted(
      samples,
      ({ sd }) => sd * sd,
      ({ n }) => n - 1,
    ),
  );
}

const evenly = (): number => 1;

function sigmaOf(samples: readonly Sample[], estimator: Estimator): number {
  const byRange = ({ n, range }: Sample): number => range / d2(n);
  const byDeviation = ({ n, sd }: Sample): number => sd / c4(n);
  switch (estimator) {
    case 'uwave-r':
      return weighted(samples, byRange, evenly);
    case 'uwave-sd':
      return weighted(samples, byDeviation, evenly);
    case 'mvlue-r':
      return weighted(samples, byRange, ({ n }) => (d2(n) / d3(n)) ** 2);
    case 'mvlue-sd':
      return weighted(samples, byDeviation, ({ n }) => c4(n) ** 2 / (1 - c4(n) ** 2));
    case 'rmsdf':
      return pooledDeviation(samples) / c4(samples.reduce((sum, { n }) => sum + n - 1, 0) + 1);
    case 'pooled': {
      const first = samples[0]?.n;
      const alike = samples.every(({ n }) => n === first);
      return alike ? weighted(samples, ({ sd }) => sd, evenly) : pooledDeviation(samples);
    }
    default:
      return exhaustive(estimator);
  }
}

const AT_LEAST_ZERO: NaturalBounds = [0, null];

type SamplesChart = {
  readonly kind: 'xbar' | 's' | 'r';
  readonly bounds: NaturalBounds;
  readonly plotted: (values: Float64Array, columns: SampleColumns) => Float64Array;
  readonly level: (one: Sample) => number;
  /** Standard deviation of the plotted statistic of a sample of n, in sigmas of a single value. */
  readonly spread: (n: number) => number;
};

function samplesChart(
  of: SamplesChart,
  { values, samples: columns }: ChartColumns,
  phases: readonly ChartPhase[],
  estimator: Estimator,
): ControlChart {
  const chart = blankChart(of.kind, values.length);
  if (columns === undefined) return chart;
  const plotted = of.plotted(values, columns);
  for (const { from, to, baseline } of phases) {
    const samples = samplesOf(values, columns, baseline);
    const sigma = sigmaOf(samples, estimator);
    const isLevel = estimator === 'pooled' && of.kind === 's';
    const centre = isLevel ? sigma : weighted(samples, of.level, ({ n }) => n);
    for (let index = from; index < to; index++) {
      const n = at(columns.sizes, index);
      setPoint(chart, index, {
        plotted: n > 1 ? at(plotted, index) : Number.NaN,
        centre,
        sigma: n > 1 ? (sigma * of.spread(n)) / (estimator === 'pooled' ? c4(n) : 1) : Number.NaN,
        bounds: of.bounds,
      });
    }
  }
  return chart;
}

/**
 * Chart of the means of samples: grand mean plus and minus 3 sigma / sqrt(n), sigma from within the samples (Shewhart;
 * R qcc `xbar`, mean range over d2). Samples of one value have no place on it.
 */
export function xbarChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { estimator = 'uwave-r' }: SamplesOptions = {},
): ControlChart {
  const means: SamplesChart = {
    kind: 'xbar',
    bounds: [null, null],
    plotted: (values) => values,
    level: ({ mean }) => mean,
    spread: (n) => 1 / Math.sqrt(n),
  };
  return samplesChart(means, columns, phases, estimator);
}

/** Chart of the standard deviations of samples, no limit below 0 (R qcc `S`, mean deviation over c4; qicharts2 `s`). */
export function sChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { estimator = 'uwave-sd' }: SamplesOptions = {},
): ControlChart {
  const deviations: SamplesChart = {
    kind: 's',
    bounds: AT_LEAST_ZERO,
    plotted: (_, { deviations: own }) => own,
    level: ({ sd }) => sd,
    spread: (n) => Math.sqrt(1 - c4(n) ** 2),
  };
  return samplesChart(deviations, columns, phases, estimator);
}

/** Chart of the ranges of samples, no limit below 0 (R qcc `R`, mean range over d2). Samples of at most 25 values. */
export function rChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { estimator = 'uwave-r' }: SamplesOptions = {},
): ControlChart {
  const ranges: SamplesChart = {
    kind: 'r',
    bounds: AT_LEAST_ZERO,
    plotted: (_, { ranges: own }) => own,
    level: ({ range }) => range,
    spread: d3,
  };
  return samplesChart(ranges, columns, phases, estimator);
}
