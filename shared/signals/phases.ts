import {
  correctedFactor,
  type LimitFactor,
  limitFactor,
  type ProcessLimits,
  processLimits,
  resemblance,
} from './limits.ts';
import type { SeriesStatus } from './reading.ts';

/** Baselines never grow past half a year of weeks: later points are judged by the level that was agreed. */
export const LOCKED_AT = 26;
const ESTABLISHED = 12;
/** Fewer points give no limits. */
export const FEWEST = 4;
/** The newest points stay out of a growing baseline for so long, so that a shift does not judge itself. */
const HELD_OUT = 8;

export type Stretch = {
  /** Points of one process: from index, up to before `to`. */
  readonly from: number;
  readonly to: number;
  /** Values among them that are final and not set aside. */
  readonly n: number;
  readonly cause: string | null;
  readonly status: SeriesStatus;
  /** Limits on the scale, null while there are too few values. */
  readonly limits: ProcessLimits | null;
  /** What `limits` multiplied the mean moving range with, over the factor of a long baseline: 1 or more. */
  readonly widening: number;
  /** How much neighbouring points of the baseline resemble each other, 0 to 0.9. */
  readonly resemblance: number;
  /** Points that the limits rest on: from index, up to before `to`. */
  readonly baseline: IndexSpan;
  /** First index that the baseline does not hold: from here on points are judged. */
  readonly judgedFrom: number;
  readonly locked: boolean;
  /** The limits are those of the distribution of counts, and are widened by nothing. */
  readonly isExact?: boolean;
};

/** First and last index of a stretch; whoever holds one says whether `to` is included. */
export type IndexSpan = { readonly from: number; readonly to: number };

/** The baseline that was set by hand for the phase from `from` to before `to`, undefined where none was. */
export function baselineOf(
  baselines: readonly IndexSpan[],
  phase: { readonly from: number; readonly to: number },
): IndexSpan | undefined {
  return baselines.findLast((one) => one.from >= phase.from && one.from < phase.to);
}

export type PhaseOptions = {
  /** First index and cause of each phase after the first, ascending. */
  readonly starts: readonly { readonly index: number; readonly cause: string }[];
  /** Indices of baselines that were set by hand, `to` included; each belongs to the phase that holds its `from`. */
  readonly baselines: readonly IndexSpan[];
  /** The textbook chart: uncorrected limits, and without a baseline set by hand the whole phase is its own. */
  readonly textbook: boolean;
  readonly factor: LimitFactor;
};

/** By length of history: 0-3 values only, 4-7 provisional, 8-11 trial, 12 and more established. */
export function statusOf(n: number): SeriesStatus {
  if (n < FEWEST) return 'values-only';
  if (n < 8) return 'provisional';
  return n < ESTABLISHED ? 'trial' : 'established';
}

/**
 * How many of the first points of a phase with `n` points are its baseline: four at least, all but the newest up to
 * twelve, then all but the newest eight, and from 34 points on the first 26 for good.
 */
export function baselineLength(n: number): number {
  return Math.min(LOCKED_AT, Math.max(n - HELD_OUT, Math.min(n - 1, ESTABLISHED), Math.min(n, FEWEST)));
}

/** Index after the `count`-th value from `from` on. */
function indexAfter(values: Float64Array, from: number, to: number, count: number): number {
  let seen = 0;
  for (let index = from; index < to; index++) {
    if (Number.isNaN(values[index])) continue;
    seen++;
    if (seen === count) return index + 1;
  }
  return to;
}

function countValues(values: Float64Array, from: number, to: number): number {
  let n = 0;
  for (let index = from; index < to; index++) if (!Number.isNaN(values[index])) n++;
  return n;
}

type Bounds = { readonly from: number; readonly to: number; readonly cause: string | null };

function stretchOf(values: Float64Array, bounds: Bounds, leastSigma: number, options: PhaseOptions): Stretch {
  const { from, to } = bounds;
  const n = countValues(values, from, to);
  const own = baselineOf(options.baselines, bounds) ?? null;
  const start = own?.from ?? from;
  const end =
    own !== null
      ? Math.min(own.to + 1, to)
      : options.textbook
        ? to
        : indexAfter(values, from, to, baselineLength(n));
  const m = countValues(values, start, end);
  const ideal = limitFactor(options.factor);
  const factor = options.textbook ? ideal : correctedFactor(m, options.factor);
  const tooFew = !options.textbook && statusOf(own === null ? n : m) === 'values-only';
  const raw = tooFew ? null : processLimits(values, start, end, factor);
  const alike = raw === null || options.textbook ? 0 : resemblance(values, start, end, raw.centre);
  return {
    ...bounds,
    n,
    status: statusOf(n),
    limits: raw === null ? null : spread(raw, { factor, ideal, alike, leastSigma }),
    widening: factor / ideal,
    resemblance: alike,
    judgedFrom: options.textbook || own !== null ? from : end,
    baseline: { from: start, to: end },
    locked: own !== null || options.textbook || m === LOCKED_AT,
  };
}

/**
 * Limits as far apart as the process really varies: where neighbours resemble each other the moving range sees only
 * the square root of 1 - r of it, and counted events vary by counting alone, however still the baseline was.
 */
function spread(
  limits: ProcessLimits,
  by: {
    readonly factor: number;
    readonly ideal: number;
    readonly alike: number;
    readonly leastSigma: number;
  },
): ProcessLimits {
  const averageRange = Math.max(
    limits.averageRange / Math.sqrt(1 - by.alike),
    (by.leastSigma * 3) / by.ideal,
  );
  const distance = by.factor * averageRange;
  return { ...limits, lower: limits.centre - distance, upper: limits.centre + distance };
}

/** Splits values on their scale into phases, each with the limits of its baseline. */
export function splitPhases(
  values: Float64Array,
  leastSigma: number,
  options: PhaseOptions,
): readonly Stretch[] {
  const starts = options.starts.filter(({ index }) => index > 0 && index < values.length);
  const edges: readonly { readonly index: number; readonly cause: string | null }[] = [
    { index: 0, cause: null },
    ...starts,
  ];
  return edges.map(({ index, cause }, position) =>
    stretchOf(
      values,
      { from: index, to: edges[position + 1]?.index ?? values.length, cause },
      leastSigma,
      options,
    ),
  );
}

/**
 * Distance of each point from its centre in sigma of the chart (limits stand at 3), into `into`. On a baseline without
 * any variation only the first points that leave it are far away; what comes after has no routine to be held against.
 */
export function standardise(values: Float64Array, stretch: Stretch, into: Float64Array): void {
  const { limits, from, to } = stretch;
  if (limits === null) return;
  const sigma = (limits.upper - limits.centre) / 3;
  const sigmaBelow = (limits.centre - limits.lower) / 3;
  let leaving = 0;
  for (let index = from; index < to; index++) {
    const value = values[index] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const away = value - limits.centre;
    if (sigma > 0) {
      into[index] = away / (away < 0 ? sigmaBelow : sigma);
    } else {
      if (away !== 0 && leaving === 0) leaving = 1;
      else if (away === 0 && leaving === 1) leaving = 2;
      into[index] = leaving === 1 && away !== 0 ? Math.sign(away) * FIRST_CHANGE : 0;
    }
  }
}

/** Stands for "further than any sigma tells": the first change from a constant. */
export const FIRST_CHANGE = 10;
