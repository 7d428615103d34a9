import {
  type ChartColumns,
  type ChartKind,
  type ControlChart,
  LIMIT_SIGMAS,
} from './control-charts/control-chart.ts';
import { drawChart } from './control-charts/draw.ts';
import type { MetricDefinition } from './definition.ts';
import type { EngineInput, EngineResult } from './engine/run-engine.ts';
import { type Stretch, standardise } from './phases.ts';
import { markRules, type RuleSet } from './rules.ts';

/** Expected cases in a sample below which three sigma are far from what chance does. */
const FEW = 5;

/** A chart of counts over the baselines of a series. */
export type ChartByKind = {
  readonly chart: ControlChart;
  /** What a rate of the chart is multiplied with to be a value of the series: 100 for per cent, 1000 for per thousand. */
  readonly factor: number;
};

/** What the chart of a counted metric is drawn from. */
export type Counted = {
  readonly definition: MetricDefinition | null;
  /** As the series has them. */
  readonly values: Float64Array;
  readonly input: EngineInput;
  readonly engine: EngineResult;
  /** Values on their scale, NaN where a point may not be judged. */
  readonly judged: Float64Array;
  readonly stretches: readonly Stretch[];
};

function usualOf(definition: MetricDefinition | null): ChartKind | null {
  switch (definition?.chart) {
    case 'p':
    case 'laney-p':
    case 'u':
    case 'laney-u':
      return definition.chart;
    default:
      return null;
  }
}

/** Counts that vary by more than counting explains get limits from what neighbours differ by. */
function kindOf(usual: ChartKind, dispersed: boolean): ChartKind {
  const isShare = usual === 'p' || usual === 'laney-p';
  if (dispersed) return isShare ? 'laney-p' : 'laney-u';
  return isShare ? 'p' : 'u';
}

const ROUNDING = 1e-9;

/** What rates of the chart and values of the series differ by; null where that is not one number. */
function factorOf(values: Float64Array, { plotted }: ControlChart): number | null {
  let factor: number | null = null;
  for (const [at, rate] of plotted.entries()) {
    if (!(rate > 0)) continue;
    const own = (values[at] ?? Number.NaN) / rate;
    factor ??= own;
    if (!(Math.abs(own - factor) <= ROUNDING * factor)) return null;
  }
  return factor;
}

function meanOf(column: Float64Array): number {
  const known = column.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Limits stand further out for so short a baseline, and where neighbours resemble each other, as for single values. */
function widen(chart: ControlChart, { from, to, widening, resemblance }: Stretch): void {
  const times = widening / Math.sqrt(1 - resemblance);
  for (let at = from; at < to; at++) {
    const centre = chart.centre[at] ?? Number.NaN;
    const distance = times * LIMIT_SIGMAS * (chart.sigma[at] ?? Number.NaN);
    chart.unclippedLower[at] = centre - distance;
    chart.unclippedUpper[at] = centre + distance;
    chart.lower[at] = Math.max(0, centre - distance);
    chart.upper[at] = chart.kind === 'laney-p' ? Math.min(1, centre + distance) : centre + distance;
    chart.z[at] = (chart.z[at] ?? Number.NaN) / times;
  }
}

/**
 * The chart that the definition of a metric of counts in samples asks for, over the baselines of its phases: p or u,
 * exact where few cases are expected, Laney's where counts vary by more than counting explains. Null where the metric is
 * none, or where counts and sizes are not there.
 */
export function chartByKind(counted: Counted): ChartByKind | null {
  const { definition, values, input, engine, judged, stretches } = counted;
  const usual = usualOf(definition);
  const { events, exposures } = input;
  if (usual === null || events === null || exposures === null) return null;
  const isSeen = (value: number, at: number): number => (Number.isNaN(judged[at]) ? Number.NaN : value);
  const counts = events.map(isSeen);
  const kind = kindOf(usual, engine.dispersed.includes(1));
  const columns: ChartColumns = { values: counts, numerators: counts, denominators: exposures.map(isSeen) };
  const isExact = (kind === 'p' || kind === 'u') && meanOf(counts) < FEW;
  const chart = drawChart(kind, columns, stretches, isExact ? { limits: 'probability' } : {});
  const factor = factorOf(values, chart);
  if (factor === null) return null;
  const byKind = { chart, factor };
  if (isFromNeighbours(byKind)) for (const stretch of stretches) widen(chart, stretch);
  return byKind;
}

/** Whether the limits come from what neighbours differ by, as those of single values do. */
export function isFromNeighbours({ chart }: ChartByKind): boolean {
  return chart.kind === 'laney-p' || chart.kind === 'laney-u';
}

type Description = { readonly z: Float64Array; readonly mark: Uint8Array; readonly rules: RuleSet };

/** Distances from the centre as the chart has them, and the patterns that they make. */
export function describePoints(
  { judged, stretches }: Counted,
  byKind: ChartByKind | null,
  { z, mark, rules }: Description,
): void {
  for (const stretch of stretches) {
    const { from, to, limits } = stretch;
    if (byKind === null) standardise(judged, stretch, z);
    else if (limits !== null) z.set(byKind.chart.z.subarray(from, to), from);
    markRules(rules, z, [from, to], mark);
  }
}

/** What the chart is of and how its limits come about, in the words of the review. */
export function chartWords({ chart }: ChartByKind): string {
  const exact = chart.sigma.some((sigma, at) => isUneven(chart, sigma, at));
  const how = exact
    ? 'limits that chance alone passes once in 741 periods on either side'
    : 'three-sigma limits';
  switch (chart.kind) {
    case 'p':
      return `a share of counted items, so a p chart with ${how}, closer where there are more items`;
    case 'u':
      return `counts per exposure, so a u chart with ${how}, closer where there is more of it`;
    case 'laney-p':
      return 'a share that varies by more than counting explains, so Laney’s p′ chart';
    case 'laney-u':
      return 'counts per exposure that vary by more than counting explains, so Laney’s u′ chart';
    default:
      return 'single values';
  }
}

/** Whether the upper limit is not three sigma away: then it is a quantile. */
function isUneven({ centre, upper }: ControlChart, sigma: number, at: number): boolean {
  const distance = (upper[at] ?? Number.NaN) - (centre[at] ?? Number.NaN);
  return Math.abs(distance - LIMIT_SIGMAS * sigma) > ROUNDING * Math.abs(distance);
}

export type Centred = { readonly centre: number; readonly lower: number; readonly upper: number };

/** Centre and limits at a point of a chart of counts, in the unit of the series. */
export function countedLevels({ chart, factor }: ChartByKind, index: number): Centred | null {
  const centre = factor * (chart.centre[index] ?? Number.NaN);
  const lower = factor * (chart.lower[index] ?? Number.NaN);
  const upper = factor * (chart.upper[index] ?? Number.NaN);
  return Number.isNaN(centre + lower + upper) ? null : { centre, lower, upper };
}
