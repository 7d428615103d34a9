import { type LimitFactor, limitFactor } from '#shared/signals/limits.ts';
import {
  at,
  blankChart,
  type ChartColumns,
  type ChartPhase,
  type ControlChart,
  LIMIT_SIGMAS,
  type NaturalBounds,
  setPoint,
  setSidedPoint,
} from './control-chart.ts';
import { D4, meanRange, meanWithin, medianRange, medianWithin, rangesWithin } from './moving-range.ts';

export type IndividualsOptions = {
  /** How the mean moving range becomes sigma; 1.128 as R has it unless told otherwise. */
  readonly factor?: LimitFactor;
  /** Leave moving ranges out that are themselves outside their limit (Nelson 1982). */
  readonly screened?: boolean;
  readonly bounds?: NaturalBounds;
};

/** Sigma from the mean of the moving ranges, or from their median where a few extreme ones would carry the mean away. */
export type RangeLevel = 'mean' | 'median';

export type XmrOptions = IndividualsOptions & {
  /** The median as centre where a few extreme values would pull the mean; sigma stays that of the mean range. */
  readonly centreLine?: 'mean' | 'median';
  readonly range?: RangeLevel;
};

/** 3 over the expected median range of two values: 0.954 as printed, as computed, and 3.145 as Wheeler prints it. */
const MEDIAN_FACTORS: Readonly<Record<LimitFactor, number>> = {
  table: 3 / 0.954,
  exact: 3 / 0.953872552417,
  wheeler: 3.145,
};

const OPEN: NaturalBounds = [null, null];

/**
 * XmR chart of individual values: mean plus and minus 3 mean moving ranges over d2 (Wheeler; R qcc `xbar.one`,
 * qicharts2 `i`). A missing value breaks the moving range.
 */
export function xmrChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { factor = 'table', screened = false, bounds = OPEN, centreLine = 'mean', range = 'mean' }: XmrOptions = {},
): ControlChart {
  const chart = blankChart('xmr', values.length);
  const centreWithin = centreLine === 'mean' ? meanWithin : medianWithin;
  for (const { from, to, baseline } of phases) {
    const centre = centreWithin(values, baseline);
    const ranges = rangesWithin(values, baseline);
    const distance =
      range === 'mean'
        ? meanRange(ranges, screened) * limitFactor(factor)
        : medianRange(ranges) * MEDIAN_FACTORS[factor];
    const sigma = distance / LIMIT_SIGMAS;
    for (let index = from; index < to; index++) {
      setPoint(chart, index, { plotted: at(values, index), centre, sigma, bounds });
    }
  }
  return chart;
}

/** Upper limit of the ranges as a multiple of their median (Wheeler). */
const MEDIAN_RANGE_LIMIT = 3.865;

/**
 * Chart of the moving ranges |x - x before|: centre their mean, upper limit D4 times it, nothing below 0 (qicharts2
 * `mr`). Neighbouring ranges share a value, so of all rules the limit alone speaks here.
 */
export function movingRangeChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { range = 'mean' }: Pick<XmrOptions, 'range'> = {},
): ControlChart {
  const chart = blankChart('mr', values.length);
  for (const { from, to, baseline } of phases) {
    const ranges = rangesWithin(values, baseline);
    const centre = range === 'mean' ? meanRange(ranges, false) : medianRange(ranges);
    const upper = centre * (range === 'mean' ? D4 : MEDIAN_RANGE_LIMIT);
    for (let index = from; index < to; index++) {
      const plotted = index === from ? Number.NaN : Math.abs(at(values, index) - at(values, index - 1));
      setSidedPoint(chart, index, {
        plotted,
        centre,
        sigma: (upper - centre) / LIMIT_SIGMAS,
        lower: 0,
        upper,
      });
    }
  }
  return chart;
}

/** Run chart: the median of the baseline as centre and no limits; read by the runs test (Anhoej). */
export function runChart({ values }: ChartColumns, phases: readonly ChartPhase[]): ControlChart {
  const chart = blankChart('run', values.length);
  for (const { from, to, baseline } of phases) {
    const centre = medianWithin(values, baseline);
    for (let index = from; index < to; index++) {
      chart.plotted[index] = at(values, index);
      chart.centre[index] = centre;
    }
  }
  return chart;
}

/** Scales |difference| of two neighbours to a standard deviation: sqrt(pi) / 2 times sqrt(2). */
const HALF_NORMAL = Math.sqrt(Math.PI / 2);

/**
 * I' chart of y / n: the centre is sum y / sum n, and a point rests on n as the mean of n values does, so its sigma is
 * mean(s) / sqrt(n) with s = sqrt(pi / 2) |difference| / sqrt(1 / n before + 1 / n) (Taylor; qicharts2 `ip`).
 */
export function iPrimeChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { screened = false, bounds = OPEN }: IndividualsOptions = {},
): ControlChart {
  const counts = columns.numerators ?? columns.values;
  const chart = blankChart('i-prime', counts.length);
  const sizes = (index: number): number => {
    const size = at(columns.denominators, index);
    return size > 0 ? size : Number.NaN;
  };
  for (const { from, to, baseline } of phases) {
    let total = 0;
    let size = 0;
    const spreads: number[] = [];
    for (let index = baseline.from; index < baseline.to; index++) {
      const rate = at(counts, index) / sizes(index);
      if (Number.isNaN(rate)) continue;
      total += at(counts, index);
      size += sizes(index);
      if (index === baseline.from) continue;
      const before = at(counts, index - 1) / sizes(index - 1);
      const scale = Math.sqrt(1 / sizes(index - 1) + 1 / sizes(index));
      const spread = (HALF_NORMAL * Math.abs(rate - before)) / scale;
      if (!Number.isNaN(spread)) spreads.push(spread);
    }
    const centre = total / size;
    const spread = meanRange(spreads, screened);
    for (let index = from; index < to; index++) {
      const plotted = at(counts, index) / sizes(index);
      setPoint(chart, index, { plotted, centre, sigma: spread * Math.sqrt(1 / sizes(index)), bounds });
    }
  }
  return chart;
}
