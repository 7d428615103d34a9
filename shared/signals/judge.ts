import { DAY_MS, type Day, dayToMs } from '#shared/day.ts';
import type { Grain, Series } from '#shared/series/series.ts';
import { type ChartByKind, chartByKind, describePoints } from './chart-by-kind.ts';
import { drawnLimits } from './count-limits.ts';
import {
  hasNaturalLimits,
  isWithin,
  type MetricDefinition,
  type Threshold,
  thresholdOf,
} from './definition.ts';
import { engineInput } from './engine/engine-input.ts';
import { FROZEN_AT } from './engine/engine-state.ts';
import { DEFAULT_PRESET, type Preset } from './engine/presets.ts';
import { blankResult, type EngineInput, type EngineResult, runEngine } from './engine/run-engine.ts';
import type { EvaluateOptions } from './evaluate-options.ts';
import { periodDay, periodEnd } from './periods.ts';
import { baselineOf, FEWEST, type IndexSpan, type Stretch, splitPhases } from './phases.ts';
import type { Direction, Good } from './reading.ts';
import { marks } from './rules.ts';
import { chooseScale, type Measured, plainScale, type Scale } from './scale.ts';
import { type JudgedSeason, judgedSeason, without, withSeason } from './season/adjust.ts';
import { isStale } from './stale.ts';
import { boundsOf, isSaid, spoken, unitOf } from './units.ts';

/** Everything known of one series before it is put into words; positions are those of the series. */
export type Evaluation = {
  readonly series: Series;
  readonly definition: MetricDefinition | null;
  readonly entityName: string;
  readonly metricName: string;
  readonly unit: string | null;
  /** The unit as figures carry it in a sentence that names the metric: "pages per on-call week: 25". */
  readonly spokenUnit: string | null;
  readonly good: Good;
  readonly grain: Grain;
  readonly dated: boolean;
  readonly scale: Scale;
  readonly bounds: readonly [number | null, number | null];
  readonly stretches: readonly Stretch[];
  readonly limited: boolean;
  readonly final: Uint8Array;
  readonly z: Float64Array;
  readonly marks: Uint8Array;
  /** The chart of counts that the definition asks for; null where single values are drawn on their scale. */
  readonly byKind: ChartByKind | null;
  /** Values on the scale without those that may not be judged, what the engine was given, and what it says. */
  readonly judged: Float64Array;
  readonly input: EngineInput;
  readonly engine: EngineResult;
  readonly preset: Preset;
  /** Ups and downs that come again with the time of the year; null where there are none. */
  readonly season: JudgedSeason | null;
  /** The reference was set by hand. */
  readonly lockedByHand: boolean;
  readonly threshold: Threshold | null;
  /** Newest final point that has a value, -1 when there is none. */
  readonly newest: number;
  /** First point of the breach that lasts to the newest, -1 when there is none. */
  readonly breachedFrom: number;
  readonly stale: boolean;
};

/** 1 for each point whose number is final on the day: its period is over, or it is a state that was measured. */
function finalPoints(series: Series, asOf: Day | null, maturityDays: number): Uint8Array {
  const final = new Uint8Array(series.starts.length).fill(1);
  const now = asOf === null ? null : dayToMs(asOf);
  if (now === null) return final;
  for (let index = series.starts.length - 1; index >= 0; index--) {
    const start = series.starts[index] ?? 0;
    const known = series.aggregation === 'last' ? start : periodEnd(start, series.grain);
    if (known + maturityDays * DAY_MS <= now) break;
    final[index] = 0;
  }
  return final;
}

/** Values on their scale without those that no rule may see. */
function judgedValues(
  series: Series,
  scaled: Float64Array,
  final: Uint8Array,
  options: EvaluateOptions,
): Float64Array {
  const aside = (options.setAside ?? []).map(
    ({ from, to }) => [dayToMs(from) ?? 0, dayToMs(to) ?? 0] as const,
  );
  const judged = scaled.slice();
  for (let index = 0; index < judged.length; index++) {
    if (final[index] === 0) judged[index] = Number.NaN;
  }
  for (const [from, to] of aside) {
    for (const [index, start] of series.starts.entries()) {
      if (start <= to && periodEnd(start, series.grain) > from) judged[index] = Number.NaN;
    }
  }
  return judged;
}

function phaseStarts(series: Series, options: EvaluateOptions): readonly { index: number; cause: string }[] {
  const byIndex = new Map<number, string>();
  for (const index of options.phases ?? []) byIndex.set(index, 'set by hand');
  for (const { at, cause } of options.rebaselines ?? []) {
    const ms = dayToMs(at) ?? Number.NaN;
    const index = series.starts.findIndex((start) => periodEnd(start, series.grain) > ms);
    if (index > 0) byIndex.set(index, cause);
  }
  return [...byIndex].map(([index, cause]) => ({ index, cause })).toSorted((a, b) => a.index - b.index);
}

function breachStart(series: Series, final: Uint8Array, newest: number, threshold: Threshold | null): number {
  if (threshold === null) return -1;
  let from = -1;
  for (let index = newest; index >= 0; index--) {
    const value = series.values[index] ?? Number.NaN;
    if (Number.isNaN(value) || final[index] === 0) continue;
    if (isWithin(value, threshold)) break;
    from = index;
  }
  return from;
}

function newestFinal(series: Series, final: Uint8Array): number {
  for (let index = series.values.length - 1; index >= 0; index--) {
    if (final[index] === 1 && !Number.isNaN(series.values[index])) return index;
  }
  return -1;
}

/** Baselines set by hand, as positions; a span that holds no point of the series is none. */
function baselinesOf(series: Series, { baseline, baselines = [] }: EvaluateOptions): readonly IndexSpan[] {
  const spans = baselines.flatMap(({ from, to }): readonly IndexSpan[] => {
    const [first, last] = [dayToMs(from) ?? Number.NaN, dayToMs(to) ?? Number.NaN];
    const start = series.starts.findIndex((at) => periodEnd(at, series.grain) > first);
    const end = series.starts.findLastIndex((at) => at <= last);
    return start === -1 || end < start ? [] : [{ from: start, to: end }];
  });
  return baseline === undefined ? spans : [...spans, baseline];
}

/** The points that the engine judges, and how many of them its reference holds when it is set by hand. */
function enginePhase(
  { from, to }: Stretch,
  baselines: readonly IndexSpan[],
): { readonly from: number; readonly to: number; readonly frozenAt: number } {
  const own = baselineOf(baselines, { from, to });
  if (own === undefined) return { from, to, frozenAt: FROZEN_AT };
  return { from: own.from, to, frozenAt: Math.max(FEWEST, own.to - own.from + 1) };
}

/** Judges one series in numbers: limits and patterns for the chart, and what the engine decides. O(n). */
export function judge(
  series: Series,
  definition: MetricDefinition | null,
  options: EvaluateOptions,
): Evaluation {
  const unit = unitOf(series, definition);
  const whole = unit === '%' && definition?.unit === '%' ? 100 : 1;
  const measured: Measured = { ...series, whole };
  const limited = options.forced !== undefined || hasNaturalLimits(definition, series.values);
  const plain = options.forced !== undefined || !limited;
  const scale = plain ? plainScale(series.values) : chooseScale(definition, measured);
  const final = finalPoints(series, options.asOf, definition?.maturityDays ?? 0);
  const seen = judgedValues(series, scale.values, final, options);
  const isTold = limited && options.forced === undefined && options.undated !== true;
  const season = isTold ? judgedSeason(seen, series, engineInput(definition, scale, measured, seen)) : null;
  const judged = season?.isTakenOut === true ? without(seen, season) : seen;
  const baselines = baselinesOf(series, options);
  const split = splitPhases(judged, scale.leastSigma, {
    starts: phaseStarts(series, options),
    baselines,
    textbook: options.forced !== undefined,
    factor: options.factor ?? 'table',
  });
  const preset = options.preset ?? DEFAULT_PRESET;
  const plainInput = engineInput(definition, scale, measured, judged);
  const input = season?.isTakenOut === true ? withSeason(plainInput, season, seen) : plainInput;
  const engine = blankResult(judged.length);
  const z = new Float64Array(judged.length).fill(Number.NaN);
  const mark = new Uint8Array(judged.length);
  if (limited) {
    for (const stretch of split) runEngine(input, enginePhase(stretch, baselines), preset, engine);
  }
  const stretches = limited ? split.map((stretch) => drawnLimits(stretch, input, engine, scale)) : split;
  const counted = { definition, values: series.values, input, engine, judged, stretches };
  const byKind = limited && options.forced === undefined ? chartByKind(counted) : null;
  if (limited) describePoints(counted, byKind, { z, mark, rules: options.rules ?? 'wheeler' });
  const catalogued = thresholdOf(definition);
  const threshold =
    options.target !== undefined
      ? options.target
      : catalogued === null
        ? null
        : { ...catalogued, value: catalogued.value * whole };
  const last = stretches.at(-1);
  const newest = newestFinal(series, final);
  const breachedFrom = breachStart(series, final, newest, threshold);
  if (breachedFrom >= 0) mark[newest] = (mark[newest] ?? 0) | marks.threshold;
  return {
    series,
    definition,
    entityName: options.entityName ?? (series.entity === 'organization' ? 'Organization' : series.entity),
    metricName: definition?.name ?? series.metricName,
    unit,
    spokenUnit: isSaid(unit, definition?.name ?? series.metricName) ? null : spoken(unit, definition),
    good: definition?.good ?? 'neutral',
    grain: series.grain,
    dated: options.undated !== true,
    scale,
    bounds: options.forced === undefined ? boundsOf(definition, series.values, whole) : [null, null],
    stretches,
    limited,
    final,
    z,
    marks: mark,
    byKind,
    judged,
    season,
    input,
    engine,
    preset,
    lockedByHand: last !== undefined && baselineOf(baselines, last) !== undefined,
    threshold,
    newest,
    breachedFrom,
    // A launch is read at 30, 60 and 90 days and then no more: what has come to an end is not late.
    stale: definition?.entity !== 'launch' && isStale(series, options.asOf),
  };
}

export function directionOf(side: 1 | -1, good: Good): Direction {
  if (good === 'neutral') return 'neither';
  return (side === 1) === (good === 'up') ? 'better' : 'worse';
}

export function periodName(evaluation: Evaluation, index: number): Day {
  const start = evaluation.series.starts[index] ?? 0;
  return evaluation.dated ? periodDay(start) : String(start);
}
