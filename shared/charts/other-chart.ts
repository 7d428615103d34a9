import { nameOfChart } from '#shared/charts/chart-help.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import {
  at,
  type ChartColumns,
  type ChartKind,
  type ChartPhase,
  type ControlChart,
  type NaturalBounds,
} from '#shared/signals/control-charts/control-chart.ts';
import {
  drawChart,
  needsDenominator,
  needsSamples,
  plottedUnit,
  whyOfChart,
} from '#shared/signals/control-charts/draw.ts';
import { markPatterns } from '#shared/signals/control-charts/pattern-rules.ts';
import { RANGE_FACTOR } from '#shared/signals/limits.ts';
import type { ChartPoint, Phase, RuleId, SeriesReading } from '#shared/signals/reading.ts';

/** A series as another kind of chart shows it. It is a way to look at the series and decides nothing. */
export type OtherChart = {
  readonly reading: SeriesReading;
  /** The sum that a CUSUM keeps for falling values; empty for every other chart. */
  readonly second: readonly (number | null)[];
  readonly centreName: 'mean' | 'median';
};

/** Rules of Wheeler: the three that charts of the review are marked by. */
const SHOWN: readonly RuleId[] = ['outside-limits', 'run-of-8', 'three-of-four'];
/** What is plotted is the value itself. */
const OF_VALUES: ReadonlySet<ChartKind> = new Set(['xmr', 'run', 'i-prime']);
const OF_SHARES: ReadonlySet<ChartKind> = new Set(['p', 'laney-p']);
const OF_RATES: ReadonlySet<ChartKind> = new Set(['u', 'laney-u']);
const AROUND_MEDIAN: ReadonlySet<ChartKind> = new Set(['run', 'g']);

/** A value as this chart plots it, so that a point that is not final yet can be drawn too; null where it sums or smooths. */
function plottedValue(kind: ChartKind, value: number | null, unit: string | null): number | null {
  if (value === null) return null;
  if (OF_SHARES.has(kind)) return unit === '%' ? value / 100 : value;
  return OF_VALUES.has(kind) || OF_RATES.has(kind) ? value : null;
}

function columnsOf(points: readonly ChartPoint[]): ChartColumns {
  const column = (pick: (point: ChartPoint) => number | null): Float64Array =>
    Float64Array.from(points, (point) => (point.mature ? (pick(point) ?? Number.NaN) : Number.NaN));
  const counted = points.some((point) => point.denominator !== null);
  return {
    values: column((point) => point.value),
    numerators: points.some((point) => point.numerator !== null) ? column((point) => point.numerator) : null,
    denominators: counted ? column((point) => point.denominator) : null,
  };
}

function phasesOf({ points, phases }: SeriesReading): readonly ChartPhase[] {
  const starts = phases.slice(1).flatMap((phase) => {
    const index = points.findIndex((point) => point.period >= phase.from);
    return index > 0 ? [index] : [];
  });
  return [0, ...starts].map((from, position) => {
    const to = starts[position] ?? points.length;
    return { from, to, baseline: { from, to } };
  });
}

/** Kinds of chart that this series has the numbers for. */
export function chartsFor(reading: SeriesReading, kinds: readonly ChartKind[]): readonly ChartKind[] {
  const counted = reading.points.some((point) => point.denominator !== null);
  const values = reading.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const wholes = values.every((value) => Number.isInteger(value) && value >= 0);
  const hasCounts = counted && reading.points.some((point) => point.numerator !== null);
  return kinds.filter((kind) => {
    // Moving ranges stand under every chart; charts of samples need what lies within a period.
    if (kind === 'mr' || needsSamples(kind)) return false;
    if (kind === 'i-prime') return counted;
    if (needsDenominator(kind)) return hasCounts;
    if (kind === 'c') return hasCounts || wholes;
    // Periods are not events: what lies between two of them is charted only where the metric measures just that.
    return (kind !== 'g' && kind !== 't') || metricById(reading.metric)?.chart === kind;
  });
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function boundsOf(kind: ChartKind, bounds: NaturalBounds): NaturalBounds {
  if (kind === 'p' || kind === 'laney-p') return [0, 1];
  if (OF_VALUES.has(kind) || kind === 'ewma') return bounds;
  return kind === 'cusum' ? [null, null] : [0, null];
}

type Drawn = {
  readonly chart: ControlChart;
  readonly marked: ReturnType<typeof markPatterns>;
  readonly isUp: boolean | null;
  readonly unit: string | null;
};

function toPoint(point: ChartPoint, index: number, { chart, marked, isUp, unit }: Drawn): ChartPoint {
  const plotted = known(at(chart.plotted, index));
  const value = plotted ?? plottedValue(chart.kind, point.value, unit);
  const hit: readonly string[] = marked[index] ?? [];
  const rules = SHOWN.filter((rule) => hit.includes(rule));
  const isHigh = at(chart.z, index) > 0;
  const side = isUp === null ? 'neither' : isHigh === isUp ? 'better' : 'worse';
  return {
    ...point,
    value,
    centre: known(at(chart.centre, index)),
    lower: known(at(chart.lower, index)),
    upper: known(at(chart.upper, index)),
    rules,
    direction: rules.length === 0 ? null : side,
  };
}

function toPhase(
  points: readonly ChartPoint[],
  { from, to }: ChartPhase,
  before: Phase | undefined,
): Phase | null {
  const own = points.slice(from, to);
  const newest =
    own.findLast((point) => point.upper !== null) ?? own.findLast((point) => point.centre !== null);
  const first = own[0];
  const last = own.at(-1);
  if (newest?.centre == null || first === undefined || last === undefined) return null;
  const ranges = own.flatMap((point) => (point.movingRange === null ? [] : [point.movingRange]));
  const centre = ranges.reduce((sum, range) => sum + range, 0) / Math.max(1, ranges.length);
  return {
    from: first.period,
    to: last.period,
    n: own.filter((point) => point.value !== null).length,
    centre: newest.centre,
    lower: newest.lower ?? newest.centre,
    upper: newest.upper ?? newest.centre,
    movingRange: { centre, upper: centre * RANGE_FACTOR },
    cause: before?.cause ?? null,
  };
}

/** The series drawn as the textbook has this kind of chart: every phase is its own baseline. */
export function asChart(reading: SeriesReading, kind: ChartKind): OtherChart {
  const columns = columnsOf(reading.points);
  const stretches = phasesOf(reading);
  const chart = drawChart(kind, columns, stretches, { bounds: reading.bounds });
  const marked = markPatterns(chart, stretches, 'wheeler');
  const drawn: Drawn = {
    chart,
    marked,
    isUp: reading.good === 'neutral' ? null : reading.good === 'up',
    unit: reading.unit,
  };
  const points = reading.points.map((point, index) => toPoint(point, index, drawn));
  const phases = stretches.flatMap((stretch) => {
    const before = reading.phases.find((phase) => phase.from === points[stretch.from]?.period);
    return toPhase(points, stretch, before) ?? [];
  });
  return {
    reading: {
      ...reading,
      metricName: `${reading.metricName} as ${nameOfChart(kind)}`,
      unit: plottedUnit(kind, reading.unit),
      why: whyOfChart(kind),
      phases,
      points,
      target: OF_VALUES.has(kind) ? reading.target : null,
      bounds: boundsOf(kind, reading.bounds),
    },
    centreName: AROUND_MEDIAN.has(kind) ? 'median' : 'mean',
    second: chart.lowerSum === null ? [] : Array.from(chart.lowerSum, known),
  };
}
