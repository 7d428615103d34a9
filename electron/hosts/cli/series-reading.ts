import type { Forced } from '#electron/hosts/cli/chart-arguments.ts';
import { Misuse } from '#electron/hosts/cli/command.ts';
import type { PlainSeries } from '#electron/hosts/cli/plain-series.ts';
import { type Day, dayToMs } from '#shared/day.ts';
import { type Metric, metricById } from '#shared/drive/catalogue.ts';
import type { Series } from '#shared/series/series.ts';
import { type ChartReading, readChart } from '#shared/signals/control-charts/chart-reading.ts';
import type { NaturalBounds } from '#shared/signals/control-charts/control-chart.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { periodEnd } from '#shared/signals/periods.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';
import { type StlOptions, stl } from '#shared/signals/season/stl.ts';

/** Position of a period that was named by its day or its position. */
export function positionOf(series: Series, at: string): number {
  if (/^\d{1,6}$/.test(at)) return Number(at);
  const ms = dayToMs(at);
  if (ms === null) throw new Misuse(`“${at}” is neither a day (2026-01-05) nor a position`);
  const index = series.starts.findIndex((start) => periodEnd(start, series.grain) > ms);
  return index === -1 ? series.starts.length : index;
}

type Splits = {
  readonly phases: readonly number[];
  readonly baseline: { readonly from: number; readonly to: number } | null;
};

function splitsOf(series: Series, forced: Forced): Splits {
  const baseline = forced.baseline?.map((at) => positionOf(series, at));
  return {
    phases: forced.phases.map((at) => positionOf(series, at)),
    baseline: baseline === undefined ? null : { from: baseline[0] ?? 0, to: baseline[1] ?? 0 },
  };
}

/** What is printed of a series: our reading of it, or a textbook chart that was asked for. */
export type Printed = SeriesReading | (ChartReading & { readonly season?: Parts });

/** A season that was taken out, what is left of the series, and what it was; each as long as the series. */
type Parts = {
  readonly period: number;
  readonly seasonal: readonly number[];
  readonly trend: readonly number[];
  readonly remainder: readonly number[];
};

function partsOf({ metricName, values }: Series, season: StlOptions): Parts {
  if (values.some(Number.isNaN)) throw new Misuse(`${metricName}: --season needs every value to be there`);
  if (values.length < 2 * season.period) throw new Misuse(`${metricName}: --season needs two whole seasons`);
  const { seasonal, trend, remainder } = stl(values, season);
  return { period: season.period, seasonal: [...seasonal], trend: [...trend], remainder: [...remainder] };
}

function without(values: Float64Array, { seasonal }: Parts): Float64Array {
  return values.map((value, at) => value - (seasonal[at] ?? 0));
}

/** The series as it is read or drawn; `asOf` is null where periods are positions. */
export function readingOf({ series, samples }: PlainSeries, forced: Forced, asOf: Day | null): Printed {
  const { phases, baseline } = splitsOf(series, forced);
  const metric = asOf === null ? null : (metricById(series.metric) ?? null);
  const { chart, rules } = forced;
  if (chart === null) {
    return evaluateSeries(series, metric, {
      preset: forced.preset,
      asOf,
      rules: rules === 'western-electric' ? rules : 'wheeler',
      phases,
      ...(asOf === null ? { undated: true } : {}),
      ...(baseline === null ? {} : { baseline }),
    });
  }
  const good = metric?.good ?? 'neutral';
  const season = forced.season === null ? null : partsOf(series, forced.season);
  const drawn = season === null ? series : { ...series, values: without(series.values, season) };
  const reading = readChart(drawn, {
    ...{ chart, rules, phases, baseline, asOf, good },
    bounds: boundsOf(series, metric),
    options: forced.options,
    ...(samples && { samples }),
  });
  return season === null ? reading : { ...reading, season };
}

/** Where the metric's values end, in the unit of the series; a metric of one's own has no known bounds. */
function boundsOf(series: Series, metric: Metric | null): NaturalBounds {
  const [low = null, high = null] = metric?.bounds ?? [];
  const whole = series.unit === '%' && metric?.unit === '%' ? 100 : 1;
  return [low === null ? null : low * whole, high === null ? null : high * whole];
}
