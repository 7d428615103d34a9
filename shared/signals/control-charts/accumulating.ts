import {
  at,
  blankChart,
  type ChartColumns,
  type ChartPhase,
  type ControlChart,
  LIMIT_SIGMAS,
  standardized,
} from './control-chart.ts';
import { D2, meanRange, meanWithin, rangesWithin } from './moving-range.ts';

export type KnownProcess = {
  /** Level and standard deviation where they are known; estimated from the baseline otherwise. */
  readonly centre?: number;
  readonly sigma?: number;
};

function processOf(values: Float64Array, { baseline }: ChartPhase, known: KnownProcess) {
  return {
    centre: known.centre ?? meanWithin(values, baseline),
    sigma: known.sigma ?? meanRange(rangesWithin(values, baseline), false) / D2,
  };
}

export type EwmaOptions = KnownProcess & {
  /** Weight of the newest value, 0 to 1. */
  readonly weight?: number;
  /** Limits in standard deviations of the average. */
  readonly width?: number;
};

/**
 * EWMA chart: z = w x + (1 - w) z before, from the centre on; limits centre plus and minus
 * L sigma sqrt(w / (2 - w) (1 - (1 - w)^(2 t))) (Roberts 1959; R qcc `ewma`, weight 0.2 and L 3). A missing value
 * leaves the average as it was and counts for no t.
 */
export function ewmaChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { weight = 0.2, width = LIMIT_SIGMAS, ...known }: EwmaOptions = {},
): ControlChart {
  const chart = blankChart('ewma', values.length);
  for (const phase of phases) {
    const { centre, sigma } = processOf(values, phase, known);
    let average = centre;
    let t = 0;
    for (let index = phase.from; index < phase.to; index++) {
      const value = at(values, index);
      if (Number.isNaN(value)) continue;
      t++;
      average = weight * value + (1 - weight) * average;
      const spread = sigma * Math.sqrt((weight / (2 - weight)) * (1 - (1 - weight) ** (2 * t)));
      const distance = width * spread;
      chart.plotted[index] = average;
      chart.centre[index] = centre;
      chart.sigma[index] = spread;
      chart.lower[index] = centre - distance;
      chart.upper[index] = centre + distance;
      chart.unclippedLower[index] = centre - distance;
      chart.unclippedUpper[index] = centre + distance;
      chart.z[index] = standardized(average, centre, distance / LIMIT_SIGMAS);
    }
  }
  return chart;
}

export type CusumOptions = KnownProcess & {
  /** The shift that it is to find fastest, in sigma: half of it is the allowance k. */
  readonly shift?: number;
  /** Decision interval h, in sigma: a sum beyond it is a change. */
  readonly decision?: number;
};

/**
 * CUSUM chart in sigma: what rises above k adds up in `plotted`, what falls below -k in `lowerSum`, which is kept
 * negative; limits at h and -h (Page 1954; R qcc `cusum`, shift 1 and h 5). A missing value leaves both as they were.
 */
export function cusumChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { shift = 1, decision = 5, ...known }: CusumOptions = {},
): ControlChart {
  const lowerSum = new Float64Array(values.length).fill(Number.NaN);
  const chart: ControlChart = { ...blankChart('cusum', values.length), lowerSum };
  for (const phase of phases) {
    const { centre, sigma } = processOf(values, phase, known);
    let above = 0;
    let below = 0;
    for (let index = phase.from; index < phase.to; index++) {
      chart.centre[index] = 0;
      chart.sigma[index] = 1;
      chart.lower[index] = -decision;
      chart.upper[index] = decision;
      chart.unclippedLower[index] = -decision;
      chart.unclippedUpper[index] = decision;
      const z = standardized(at(values, index), centre, sigma);
      if (Number.isNaN(z)) continue;
      above = Math.max(0, above + z - shift / 2);
      below = Math.min(0, below + z + shift / 2);
      chart.plotted[index] = above;
      lowerSum[index] = below;
      chart.z[index] = ((above >= -below ? above : below) / decision) * LIMIT_SIGMAS;
    }
  }
  return chart;
}
