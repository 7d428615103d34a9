import { binomialQuantile } from '#shared/signals/distributions/binomial.ts';
import { poissonQuantile } from '#shared/signals/distributions/poisson.ts';
import {
  at,
  BEYOND_LIMIT,
  blankChart,
  type ChartColumns,
  type ChartPhase,
  type ControlChart,
  type LimitKind,
  type NaturalBounds,
  setPoint,
  setSidedPoint,
} from './control-chart.ts';
import { D2, meanRange, meanWithin, rangesWithin, type Span } from './moving-range.ts';

const SHARE: NaturalBounds = [0, 1];
const COUNT: NaturalBounds = [0, null];

function countsOf({ numerators, values }: ChartColumns): Float64Array {
  return numerators ?? values;
}

/** The size of a sample, NaN where there was none: nothing of nothing is missing, not 0 %. */
function sizeAt({ denominators }: ChartColumns, index: number): number {
  const size = at(denominators, index);
  return size > 0 ? size : Number.NaN;
}

/** Sum of counts over sum of sizes, of the points where both are known. */
function pooledRate(columns: ChartColumns, { from, to }: Span): number {
  const counts = countsOf(columns);
  let total = 0;
  let size = 0;
  for (let index = from; index < to; index++) {
    const count = at(counts, index);
    const sample = sizeAt(columns, index);
    if (Number.isNaN(count + sample)) continue;
    total += count;
    size += sample;
  }
  return total / size;
}

/** Standard deviation of a rate in a sample of `size`, of a binomial share or of a Poisson rate per unit of size. */
type Spread = (rate: number, size: number) => number;

const binomialSpread: Spread = (rate, size) => Math.sqrt((rate * (1 - rate)) / size);
const poissonSpread: Spread = (rate, size) => Math.sqrt(rate / size);

type RateChart = { readonly kind: 'p' | 'u' | 'laney-p' | 'laney-u'; readonly bounds: NaturalBounds };

function rateChart(
  { kind, bounds }: RateChart,
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  wider: (rate: number, phase: ChartPhase) => number,
): ControlChart {
  const counts = countsOf(columns);
  const spread = bounds === SHARE ? binomialSpread : poissonSpread;
  const chart = blankChart(kind, counts.length);
  for (const phase of phases) {
    const centre = pooledRate(columns, phase.baseline);
    const times = wider(centre, phase);
    for (let index = phase.from; index < phase.to; index++) {
      const size = sizeAt(columns, index);
      setPoint(chart, index, {
        plotted: at(counts, index) / size,
        centre,
        sigma: spread(centre, size) * times,
        bounds,
      });
    }
  }
  return chart;
}

/** Count that leaves `share` below it, of a rate in a sample of `size`. */
type Quantile = (share: number, rate: number, size: number) => number;

const binomialCount: Quantile = (share, rate, size) =>
  Number.isNaN(rate * size) ? Number.NaN : binomialQuantile(share, size, rate);
const poissonCount: Quantile = (share, rate, size) =>
  Number.isNaN(rate * size) ? Number.NaN : poissonQuantile(share, rate * size);

export type AttributesOptions = {
  /** Three sigma unless told otherwise; `probability` takes binomial and Poisson quantiles (R qcc). */
  readonly limits?: LimitKind;
};

type CountedChart = {
  readonly kind: 'p' | 'np' | 'u' | 'c';
  readonly spread: Spread;
  readonly quantile: Quantile;
  /** Whether counts are plotted, or counts over the size of their sample. */
  readonly plots: 'counts' | 'rates';
};

const P_COUNTED: CountedChart = {
  kind: 'p',
  spread: binomialSpread,
  quantile: binomialCount,
  plots: 'rates',
};
const U_COUNTED: CountedChart = {
  kind: 'u',
  spread: poissonSpread,
  quantile: poissonCount,
  plots: 'rates',
};
const NP_COUNTED: CountedChart = {
  kind: 'np',
  spread: binomialSpread,
  quantile: binomialCount,
  plots: 'counts',
};
const C_COUNTED: CountedChart = {
  kind: 'c',
  spread: poissonSpread,
  quantile: poissonCount,
  plots: 'counts',
};

/** Limits at the counts that a stable process falls short of or exceeds once in 741 periods. */
function probabilityChart(
  { kind, spread, quantile, plots }: CountedChart,
  columns: ChartColumns,
  phases: readonly ChartPhase[],
): ControlChart {
  const counts = countsOf(columns);
  const chart = blankChart(kind, counts.length);
  for (const { from, to, baseline } of phases) {
    const rate = kind === 'c' ? meanWithin(counts, baseline) : pooledRate(columns, baseline);
    for (let index = from; index < to; index++) {
      const size = kind === 'c' ? 1 : sizeAt(columns, index);
      const per = plots === 'counts' ? 1 : size;
      setSidedPoint(chart, index, {
        plotted: Number.isNaN(size) ? Number.NaN : at(counts, index) / per,
        centre: (rate * size) / per,
        sigma: (spread(rate, size) * size) / per,
        lower: quantile(BEYOND_LIMIT, rate, size) / per,
        upper: quantile(1 - BEYOND_LIMIT, rate, size) / per,
      });
    }
  }
  return chart;
}

/** p chart: share of a sample, sigma sqrt(p (1 - p) / n), limits within 0 and 1 (Shewhart; R qcc `p`). */
export function pChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { limits = 'sigma' }: AttributesOptions = {},
): ControlChart {
  if (limits === 'probability') return probabilityChart(P_COUNTED, columns, phases);
  return rateChart({ kind: 'p', bounds: SHARE }, columns, phases, () => 1);
}

/** u chart: count per unit of exposure, sigma sqrt(u / n), no limit below 0 (Shewhart; R qcc `u`). */
export function uChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { limits = 'sigma' }: AttributesOptions = {},
): ControlChart {
  if (limits === 'probability') return probabilityChart(U_COUNTED, columns, phases);
  return rateChart({ kind: 'u', bounds: COUNT }, columns, phases, () => 1);
}

/** How far neighbours differ in units of the spread that counting alone gives: mean |z - z before| / 1.128. */
function laneyFactor(columns: ChartColumns, spread: Spread, screened: boolean) {
  const counts = countsOf(columns);
  return (rate: number, { baseline }: ChartPhase): number => {
    const z = counts.map((count, index) => {
      const size = sizeAt(columns, index);
      return (count / size - rate) / spread(rate, size);
    });
    // A share that is always 0 or always 1 has no spread to compare with, and nothing that varies.
    if (spread(rate, 1) === 0) return 1;
    return meanRange(rangesWithin(z, baseline), screened) / D2;
  };
}

export type LaneyOptions = { readonly screened?: boolean };

/**
 * Laney's p' chart: a p chart whose sigma is multiplied by the variation between neighbours, for shares of samples so
 * large that counting alone explains nothing (Laney 2002; qicharts2 `pp`).
 */
export function laneyPChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { screened = false }: LaneyOptions = {},
): ControlChart {
  const wider = laneyFactor(columns, binomialSpread, screened);
  return rateChart({ kind: 'laney-p', bounds: SHARE }, columns, phases, wider);
}

/** Laney's u' chart: the same for counts per unit of exposure (Laney 2002; qicharts2 `up`). */
export function laneyUChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { screened = false }: LaneyOptions = {},
): ControlChart {
  const wider = laneyFactor(columns, poissonSpread, screened);
  return rateChart({ kind: 'laney-u', bounds: COUNT }, columns, phases, wider);
}

/** np chart: count in a sample, centre n p, sigma sqrt(n p (1 - p)), limits within 0 and n (R qcc `np`). */
export function npChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { limits = 'sigma' }: AttributesOptions = {},
): ControlChart {
  if (limits === 'probability') return probabilityChart(NP_COUNTED, columns, phases);
  const counts = countsOf(columns);
  const chart = blankChart('np', counts.length);
  for (const { from, to, baseline } of phases) {
    const share = pooledRate(columns, baseline);
    for (let index = from; index < to; index++) {
      const size = sizeAt(columns, index);
      setPoint(chart, index, {
        plotted: Number.isNaN(size) ? Number.NaN : at(counts, index),
        centre: size * share,
        sigma: Math.sqrt(size * share * (1 - share)),
        bounds: [0, Number.isNaN(size) ? null : size],
      });
    }
  }
  return chart;
}

/** c chart: count with equal exposure, sigma sqrt(c), no limit below 0 (Shewhart; R qcc `c`). */
export function cChart(
  columns: ChartColumns,
  phases: readonly ChartPhase[],
  { limits = 'sigma' }: AttributesOptions = {},
): ControlChart {
  if (limits === 'probability') return probabilityChart(C_COUNTED, columns, phases);
  const counts = countsOf(columns);
  const chart = blankChart('c', counts.length);
  for (const { from, to, baseline } of phases) {
    const centre = meanWithin(counts, baseline);
    for (let index = from; index < to; index++) {
      setPoint(chart, index, { plotted: at(counts, index), centre, sigma: Math.sqrt(centre), bounds: COUNT });
    }
  }
  return chart;
}
