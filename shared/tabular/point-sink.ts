import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import {
  type GrowingColumn,
  growingColumn,
  scatter,
  setAt,
  valueAt,
} from '#shared/tabular/growing-columns.ts';
import { foldEqualStarts } from '#shared/tabular/point-groups.ts';
import type { SeriesSummary } from '#shared/tabular/reading.ts';
import {
  type CollectedSeries,
  type Ratio,
  type Sorted,
  settleSeries,
  type Target,
} from '#shared/tabular/settle-points.ts';

/** One value on its way into a series in the unit in which it is stored. */
export type Observation = {
  readonly start: number;
  readonly value: number;
  readonly line: number;
  /** What a rate was made of; absent for anything else. */
  readonly ratio?: Ratio;
};

/** A series that values come to, in the file's own unit: stored values are those as read times `factor`. */
export type SeriesTarget = {
  readonly header: SeriesHeader;
  readonly unit: string | null;
  readonly factor: number;
};

export type PointSink = {
  /** Number of a target, under which values are put. */
  readonly target: (target: SeriesTarget) => number;
  /** Puts a value as read, from a line of the file, into the series of a target. */
  readonly put: (target: number, start: number, asRead: number, line: number) => void;
  /** Puts a value as stored. */
  readonly add: (header: SeriesHeader, asReadUnit: string | null, observation: Observation) => void;
  readonly finish: () => { readonly points: PointTable; readonly series: readonly SeriesSummary[] };
};

const floats = (size: number): Float64Array => new Float64Array(size);
const whole = (size: number): Uint32Array => new Uint32Array(size);

/** The values so far, in the order in which they came, as columns of equal length. */
type Collected = {
  readonly targetOf: GrowingColumn<Uint32Array>;
  readonly starts: GrowingColumn<Float64Array>;
  readonly values: GrowingColumn<Float64Array>;
  readonly lines: GrowingColumn<Uint32Array>;
  readonly numerators: GrowingColumn<Float64Array>;
  readonly denominators: GrowingColumn<Float64Array>;
  count: number;
  /** Values up to this one have numerators and denominators, NaN where they are no rates. */
  rated: number;
};

function noRatesUntil(collected: Collected, until: number): void {
  for (; collected.rated < until; collected.rated += 1) {
    setAt(collected.numerators, collected.rated, Number.NaN);
    setAt(collected.denominators, collected.rated, Number.NaN);
  }
}

/** What the rate that came last was made of. */
function addRatio(collected: Collected, { numerator, denominator }: Ratio): void {
  const last = collected.count - 1;
  noRatesUntil(collected, last);
  setAt(collected.numerators, last, numerator);
  setAt(collected.denominators, last, denominator);
  collected.rated = last + 1;
}

/** Where each value goes so that those of one series stand together, in the order in which they came. */
function placesBySeries(
  { targetOf, count }: Collected,
  all: readonly CollectedSeries[],
  targets: readonly Target[],
): Uint32Array {
  const next = new Uint32Array(all.length);
  const seriesOf = Uint32Array.from(targets, (target) => target.series);
  let from = 0;
  all.forEach((series, index) => {
    next[index] = from;
    from += series.count;
  });
  const places = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) {
    const series = seriesOf[valueAt(targetOf, at)] as number;
    const place = next[series] as number;
    next[series] = place + 1;
    places[at] = place;
  }
  return places;
}

function sortBySeries(
  collected: Collected,
  all: readonly CollectedSeries[],
  targets: readonly Target[],
): Sorted {
  const { count, starts, values, lines, numerators, denominators, targetOf } = collected;
  const places = placesBySeries(collected, all, targets);
  const sorted = <Each extends Float64Array | Uint32Array>(column: GrowingColumn<Each>): Each => {
    const into = column.make(count);
    scatter(column, into, places);
    return into;
  };
  const isRate = all.some((series) => series.rates > 0 && series.rates === series.count);
  if (isRate) noRatesUntil(collected, count);
  return {
    starts: sorted(starts),
    values: sorted(values),
    lines: sorted(lines),
    numerators: isRate ? sorted(numerators) : null,
    denominators: isRate ? sorted(denominators) : null,
    targets: sorted(targetOf),
  };
}

/** Values after which those of one key are brought together before more come: a ledger has many for each. */
const CROWDED = 1 << 21;

/** Brings together the values of one key whose aggregation allows it, so that what is collected does not grow with the rows. */
function compact(collected: Collected, all: readonly CollectedSeries[], targets: readonly Target[]): void {
  const sorted = sortBySeries(collected, all, targets);
  const factors = Float64Array.from(targets, (target) => target.factor);
  let from = 0;
  collected.count = 0;
  for (const series of all) {
    const to = from + series.count;
    const isStored = sorted.targets.subarray(from, to).every((target) => factors[target] === 1);
    const count = isStored ? foldEqualStarts(sorted, from, to, series.header.aggregation) : series.count;
    for (let at = from; at < from + count; at += 1) {
      setAt(collected.targetOf, collected.count, sorted.targets[at] as number);
      setAt(collected.starts, collected.count, sorted.starts[at] as number);
      setAt(collected.values, collected.count, sorted.values[at] as number);
      setAt(collected.lines, collected.count, sorted.lines[at] as number);
      collected.count += 1;
    }
    series.count = count;
    from = to;
  }
}

/**
 * Collects values by series and gives the points of the file: equal keys become one, by the metric's aggregation.
 * `crowded` values are collected before equal keys are first brought together.
 */
export function createPointSink(crowded = CROWDED): PointSink {
  let room = crowded;
  const all: CollectedSeries[] = [];
  const byKey = new Map<string, number>();
  const targets: Target[] = [];
  const collected: Collected = {
    targetOf: growingColumn(whole),
    starts: growingColumn(floats),
    values: growingColumn(floats),
    lines: growingColumn(whole),
    numerators: growingColumn(floats),
    denominators: growingColumn(floats),
    count: 0,
    rated: 0,
  };

  function seriesOf(header: SeriesHeader, asReadUnit: string | null): number {
    const key = `${header.metric}\u001f${header.entity}\u001f${header.unit}\u001f${header.grain}`;
    const before = byKey.get(key);
    if (before !== undefined) return before;
    byKey.set(key, all.length);
    all.push({ header, asReadUnit, count: 0, rates: 0 });
    return all.length - 1;
  }

  const stored = new Map<number, number>();

  /** The target of values that are as stored already. */
  function storedTarget(series: number): number {
    const before = stored.get(series);
    if (before !== undefined) return before;
    targets.push({ series, factor: 1 });
    stored.set(series, targets.length - 1);
    return targets.length - 1;
  }

  function target({ header, unit, factor }: SeriesTarget): number {
    targets.push({ series: seriesOf(header, unit), factor });
    return targets.length - 1;
  }

  function put(target: number, start: number, asRead: number, line: number): void {
    if (collected.count >= room && collected.rated === 0) {
      compact(collected, all, targets);
      // Where keys hardly repeat, bringing them together costs more than it gains.
      room = Math.max(crowded, collected.count * 4);
    }
    const { count } = collected;
    setAt(collected.targetOf, count, target);
    setAt(collected.starts, count, start);
    setAt(collected.values, count, asRead);
    setAt(collected.lines, count, line);
    collected.count = count + 1;
    (all[(targets[target] as Target).series] as CollectedSeries).count += 1;
  }

  return {
    target,
    put,
    add(header, unit, { start, value, line, ratio }) {
      const series = seriesOf(header, unit);
      put(storedTarget(series), start, value, line);
      if (ratio === undefined) return;
      addRatio(collected, ratio);
      (all[series] as CollectedSeries).rates += 1;
    },
    finish: () => settleSeries(sortBySeries(collected, all, targets), all, targets),
  };
}
