/** Every chart that can be drawn by name: `--chart` of the command line takes these. */
export const CHART_KINDS = [
  'xmr',
  'mr',
  'run',
  'xbar',
  's',
  'r',
  'p',
  'np',
  'u',
  'c',
  'laney-p',
  'laney-u',
  'i-prime',
  'g',
  't',
  'ewma',
  'cusum',
] as const;

export type ChartKind = (typeof CHART_KINDS)[number];

/**
 * What a chart is drawn from, as columns of equal length. NaN is missing and never zero. Charts of counts take
 * `numerators` where there are any, `values` otherwise; a denominator of 0 makes its point missing.
 */
export type ChartColumns = {
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** What charts of samples rest on beside their means, which are the `values`; absent where a period is one value. */
  readonly samples?: SampleColumns;
};

/** How many values a sample has, how far they lie apart, and their standard deviation (n - 1); NaN where unknown. */
export type SampleColumns = {
  readonly sizes: Float64Array;
  readonly ranges: Float64Array;
  readonly deviations: Float64Array;
};

/** The points of one process, and the ones among them that its limits rest on. Both ends `to` are excluded. */
export type ChartPhase = {
  readonly from: number;
  readonly to: number;
  readonly baseline: { readonly from: number; readonly to: number };
};

/** Where the values of a metric end by nature; null is open. Limits are drawn no further, and judged unclipped. */
export type NaturalBounds = readonly [lower: number | null, upper: number | null];

/** A chart as columns, one entry for each point. NaN where nothing is plotted or no limit exists. */
export type ControlChart = {
  readonly kind: ChartKind;
  readonly plotted: Float64Array;
  readonly centre: Float64Array;
  /** Standard deviation of the plotted statistic at this point, on the scale on which the limits are computed. */
  readonly sigma: Float64Array;
  /** As drawn, never beyond the natural bounds. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly unclippedLower: Float64Array;
  readonly unclippedUpper: Float64Array;
  /** Distance from the centre with the limits at -3 and 3, each point by its own sigma. What rules are judged by. */
  readonly z: Float64Array;
  /** The sum that a CUSUM keeps for falling values, 0 or negative; null for every other chart. */
  readonly lowerSum: Float64Array | null;
};

/** Limits stand three standard deviations from the centre, as Shewhart set them. */
export const LIMIT_SIGMAS = 3;

function missing(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN);
}

/** A chart of `length` points on which nothing is drawn yet. */
export function blankChart(kind: ChartKind, length: number): ControlChart {
  return {
    kind,
    plotted: missing(length),
    centre: missing(length),
    sigma: missing(length),
    lower: missing(length),
    upper: missing(length),
    unclippedLower: missing(length),
    unclippedUpper: missing(length),
    z: missing(length),
    lowerSum: null,
  };
}

/** Column entry, NaN where the column is absent or too short. */
export function at(column: Float64Array | null, index: number): number {
  return column?.[index] ?? Number.NaN;
}

/** Sums of equal numbers may miss their mean by a bit or two: differences this small are none. */
const ROUNDING = 1e-9;

/**
 * (value - centre) / sigma. Where sigma is 0 a value on the centre is 0 and any other infinitely far: the first change
 * from a constant.
 */
export function standardized(value: number, centre: number, sigma: number): number {
  const away = value - centre;
  if (sigma > 0) return away / sigma;
  if (Number.isNaN(away) || Number.isNaN(sigma)) return Number.NaN;
  if (Math.abs(away) <= ROUNDING * Math.abs(centre)) return 0;
  return away > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

export type PointLimits = {
  readonly plotted: number;
  readonly centre: number;
  readonly sigma: number;
  readonly bounds: NaturalBounds;
};

/** Sets a point whose limits are the centre plus and minus three sigma, drawn within the natural bounds. */
export function setPoint(chart: ControlChart, index: number, point: PointLimits): void {
  const { plotted, centre, sigma, bounds } = point;
  const lower = centre - LIMIT_SIGMAS * sigma;
  const upper = centre + LIMIT_SIGMAS * sigma;
  chart.plotted[index] = plotted;
  chart.centre[index] = centre;
  chart.sigma[index] = sigma;
  chart.unclippedLower[index] = lower;
  chart.unclippedUpper[index] = upper;
  chart.lower[index] = bounds[0] === null ? lower : Math.max(bounds[0], lower);
  chart.upper[index] = bounds[1] === null ? upper : Math.min(bounds[1], upper);
  chart.z[index] = standardized(plotted, centre, sigma);
}

export type SidedLimits = {
  readonly plotted: number;
  readonly centre: number;
  readonly sigma: number;
  readonly lower: number;
  readonly upper: number;
};

/**
 * Sets a point whose limits lie differently far from the centre on either side: `z` is measured on the side of the
 * point, so that the limit stands at 3 there.
 */
export function setSidedPoint(chart: ControlChart, index: number, point: SidedLimits): void {
  const { plotted, centre, sigma, lower, upper } = point;
  const side = plotted >= centre ? upper - centre : centre - lower;
  chart.plotted[index] = plotted;
  chart.centre[index] = centre;
  chart.sigma[index] = sigma;
  chart.lower[index] = lower;
  chart.upper[index] = upper;
  chart.unclippedLower[index] = lower;
  chart.unclippedUpper[index] = upper;
  chart.z[index] = standardized(plotted, centre, side / LIMIT_SIGMAS);
}

/** `probability` leaves 0.135 % beyond either limit, as three sigma of a normal distribution do. */
export type LimitKind = 'sigma' | 'probability';

/** What lies beyond one limit at three sigma of a normal distribution, to five digits as R qcc 0.9973 has it. */
export const BEYOND_LIMIT = 0.00135;
