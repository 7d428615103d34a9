import {
  at,
  BEYOND_LIMIT,
  blankChart,
  type ChartColumns,
  type ChartPhase,
  type ControlChart,
  LIMIT_SIGMAS,
  type LimitKind,
  standardized,
} from './control-chart.ts';
import { D2, meanRange, meanWithin, medianWithin, rangesWithin } from './moving-range.ts';

export type CountsBetweenOptions = {
  /** `probability` leaves 0.135 % beyond either limit, as three sigma of a normal distribution do (R qcc `g`). */
  readonly limits?: LimitKind;
};

/** Smallest number of cases before an event with at least this probability, the mean number being `mean`. */
function geometricQuantile(share: number, mean: number): number {
  return Math.max(0, Math.ceil(Math.log1p(-share) / Math.log1p(-1 / (mean + 1))) - 1);
}

/**
 * g chart of the number of cases between two events, the event itself not counted: limits g plus and minus
 * 3 sqrt(g (g + 1)) of a geometric distribution, none below 0, and the median as drawn centre because half of the
 * points lie on either side of it (Benneyan 2001; qicharts2 `g`). `z` is measured from the median on each side.
 */
export function gChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { limits = 'sigma' }: CountsBetweenOptions = {},
): ControlChart {
  const chart = blankChart('g', values.length);
  for (const { from, to, baseline } of phases) {
    const mean = meanWithin(values, baseline);
    const centre = medianWithin(values, baseline);
    const sigma = Math.sqrt(mean * (mean + 1));
    const [lower, upper] =
      limits === 'sigma'
        ? [mean - LIMIT_SIGMAS * sigma, mean + LIMIT_SIGMAS * sigma]
        : [geometricQuantile(BEYOND_LIMIT, mean), geometricQuantile(1 - BEYOND_LIMIT, mean)];
    for (let index = from; index < to; index++) {
      const value = at(values, index);
      const side = value >= centre ? upper - centre : centre - lower;
      chart.plotted[index] = value;
      chart.centre[index] = centre;
      chart.sigma[index] = sigma;
      chart.unclippedLower[index] = lower;
      chart.unclippedUpper[index] = upper;
      chart.lower[index] = Math.max(0, lower);
      chart.upper[index] = upper;
      chart.z[index] = standardized(value, centre, side / LIMIT_SIGMAS);
    }
  }
  return chart;
}

/** Makes exponential waiting times nearly normal (Nelson 1994). */
const POWER = 3.6;

/** The finest decimal place that any of the times was written with, at most a millionth. */
function resolutionOf(times: Float64Array): number {
  for (let step = 1; step > 1e-6; step /= 10) {
    const isWhole = (time: number): boolean => !(Math.abs(time / step - Math.round(time / step)) > 1e-6);
    if (times.every(isWhole)) return step;
  }
  return 1e-6;
}

export type WaitingOptions = {
  /** Smallest difference that the clock can tell, in units of the times; read off the times unless given. */
  readonly resolution?: number;
  /** Screens moving ranges as qicharts2 and PowerBI-SPC do for this chart; true unless told otherwise. */
  readonly screened?: boolean;
};

/**
 * t chart of the time between two events: an XmR chart of y to the power 1 / 3.6, taken back to the unit of time
 * (Nelson 1994; qicharts2 `t`). A time of zero counts as half the resolution, a negative one is missing.
 */
export function tChart(
  { values }: ChartColumns,
  phases: readonly ChartPhase[],
  { resolution = resolutionOf(values), screened = true }: WaitingOptions = {},
): ControlChart {
  const chart = blankChart('t', values.length);
  const scaled = values.map((time) => (time === 0 ? resolution / 2 : time) ** (1 / POWER));
  const back = (value: number): number => (value < 0 ? 0 : value ** POWER);
  for (const { from, to, baseline } of phases) {
    const centre = meanWithin(scaled, baseline);
    const sigma = meanRange(rangesWithin(scaled, baseline), screened) / D2;
    const lower = centre - LIMIT_SIGMAS * sigma;
    const upper = centre + LIMIT_SIGMAS * sigma;
    for (let index = from; index < to; index++) {
      chart.plotted[index] = at(scaled, index) >= 0 ? at(values, index) : Number.NaN;
      chart.centre[index] = back(centre);
      chart.sigma[index] = sigma;
      chart.lower[index] = back(lower);
      chart.upper[index] = back(upper);
      chart.unclippedLower[index] = back(lower);
      chart.unclippedUpper[index] = back(upper);
      chart.z[index] = standardized(at(scaled, index), centre, sigma);
    }
  }
  return chart;
}
