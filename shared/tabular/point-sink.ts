import type { Aggregation, PointTable, SeriesHeader } from '#shared/series/series.ts';
import { growingNumbers, type Numbers } from '#shared/tabular/growing-numbers.ts';
import type { SeriesSummary } from '#shared/tabular/reading.ts';

/** One value on its way into a series: as stored, and as read in the file's own unit. */
export type Observation = {
  readonly start: number;
  readonly value: number;
  readonly asRead: number;
  readonly line: number;
  /** What a rate was made of; absent for anything else. */
  readonly ratio?: { readonly numerator: number; readonly denominator: number };
};

/** The observations of one series as columns: an object for each would fill the memory with a large export. */
type Collected = {
  readonly header: SeriesHeader;
  readonly asReadUnit: string | null;
  readonly starts: Numbers;
  readonly values: Numbers;
  readonly lines: Numbers;
  /** Null as long as every value is stored as it was read. */
  asRead: Numbers | null;
  numerators: Numbers | null;
  denominators: Numbers | null;
  /** Whether some of the observations are rates and others are not: then none is taken as one. */
  mixed: boolean;
};

type Point = { readonly value: number; readonly numerator: number; readonly denominator: number };

export type PointSink = {
  readonly add: (header: SeriesHeader, asReadUnit: string | null, observation: Observation) => void;
  readonly finish: () => { readonly points: PointTable; readonly series: readonly SeriesSummary[] };
};

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? Number.NaN) + upper) / 2;
}

/** One value of several within a period. Missing ones take no part; all missing gives missing. */
export function aggregate(values: readonly number[], aggregation: Aggregation): number {
  const known = values.filter((value) => !Number.isNaN(value));
  if (known.length <= 1) return known[0] ?? Number.NaN;
  switch (aggregation) {
    case 'sum':
      return known.reduce((sum, value) => sum + value, 0);
    case 'median':
      return middle(known);
    case 'max':
      return known.reduce((most, value) => Math.max(most, value));
    case 'min':
      return known.reduce((least, value) => Math.min(least, value));
    case 'last':
    case 'none':
      return known[known.length - 1] ?? Number.NaN;
    default:
      return known.reduce((sum, value) => sum + value, 0) / known.length;
  }
}

/** Positions of values with an equal start, in the order in which each start first appears. */
function byStart(starts: Float64Array): readonly (readonly number[])[] | null {
  let ascending = true;
  for (let at = 1; at < starts.length && ascending; at += 1)
    ascending = (starts[at] ?? 0) > (starts[at - 1] ?? 0);
  if (ascending) return null;
  const groups = new Map<number, number[]>();
  starts.forEach((start, at) => {
    const group = groups.get(start);
    if (group === undefined) groups.set(start, [at]);
    else group.push(at);
  });
  return [...groups.values()];
}

function periodText(ms: number, header: SeriesHeader): string {
  const iso = new Date(ms).toISOString();
  return header.grain === 'instant' ? iso.replace('.000Z', 'Z') : iso.slice(0, 10);
}

function pick(values: Float64Array, group: readonly number[]): readonly number[] {
  return group.map((at) => values[at] ?? Number.NaN);
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** One point of several observations; rates are added up as numerators and denominators. */
function pointOf(collected: Collected, group: readonly number[]): Point {
  const { numerators, denominators, header, values } = collected;
  const below = denominators === null ? [] : pick(denominators.taken(), group);
  if (numerators === null || below.length === 0 || collected.mixed) {
    const value = aggregate(pick(values.taken(), group), header.aggregation);
    return { value, numerator: Number.NaN, denominator: Number.NaN };
  }
  const numerator = total(pick(numerators.taken(), group));
  const denominator = total(below);
  return { value: denominator > 0 ? numerator / denominator : Number.NaN, numerator, denominator };
}

function summaryOf(collected: Collected, groups: readonly (readonly number[])[] | null): SeriesSummary {
  const { header, asReadUnit, starts, values, asRead } = collected;
  const { metric, metricName, entity, grain, aggregation } = header;
  const points = groups?.length ?? starts.length();
  const end = (at: number): SeriesSummary['first'] => {
    const group = groups === null ? [at] : groups[at];
    const start = group === undefined ? undefined : starts.taken()[group[0] ?? -1];
    if (group === undefined || start === undefined) return null;
    const rate = pointOf(collected, group);
    const read = aggregate(pick((asRead ?? values).taken(), group), aggregation);
    const value = Number.isNaN(rate.denominator) ? read : rate.value;
    return { period: periodText(start, header), value: finite(value) };
  };
  const ends = { first: end(0), last: end(points - 1) };
  return { metric, metricName, entity, unit: asReadUnit, grain, points, ...ends };
}

function collect(collected: Collected, { start, value, asRead, line, ratio }: Observation): void {
  const before = collected.values.length();
  collected.starts.add(start);
  collected.lines.add(line);
  if (collected.asRead === null && !Object.is(value, asRead)) {
    collected.asRead = growingNumbers();
    collected.values.taken().forEach(collected.asRead.add);
  }
  collected.values.add(value);
  collected.asRead?.add(asRead);
  if (ratio === undefined) {
    collected.mixed ||= collected.numerators !== null;
    return;
  }
  collected.mixed ||= collected.numerators === null && before > 0;
  collected.numerators ??= growingNumbers();
  collected.denominators ??= growingNumbers();
  collected.numerators.add(ratio.numerator);
  collected.denominators.add(ratio.denominator);
}

/** Puts the points of one series into the file's table; the place behind the last of them. */
function fill(
  table: PointTable,
  at: number,
  series: number,
  collected: Collected,
): { readonly next: number; readonly summary: SeriesSummary } {
  const { starts, values, lines } = collected;
  const groups = byStart(starts.taken());
  const count = groups?.length ?? starts.length();
  const summary = summaryOf(collected, groups);
  table.seriesIndex.fill(series, at, at + count);
  if (groups === null && table.denominators === null) {
    table.starts.set(starts.taken(), at);
    table.values.set(values.taken(), at);
    table.lines.set(lines.taken(), at);
    return { next: at + count, summary };
  }
  for (let each = 0; each < count; each += 1) {
    const group = groups === null ? [each] : (groups[each] ?? []);
    const first = group[0] ?? 0;
    const point = pointOf(collected, group);
    const place = at + each;
    table.starts[place] = starts.taken()[first] ?? 0;
    table.values[place] = point.value;
    if (table.numerators !== null) table.numerators[place] = point.numerator;
    if (table.denominators !== null) table.denominators[place] = point.denominator;
    table.lines[place] = lines.taken()[first] ?? 0;
  }
  return { next: at + count, summary };
}

function emptyTable(headers: readonly SeriesHeader[], size: number, isRate: boolean): PointTable {
  return {
    series: headers,
    seriesIndex: new Uint32Array(size),
    starts: new Float64Array(size),
    values: new Float64Array(size),
    numerators: isRate ? new Float64Array(size) : null,
    denominators: isRate ? new Float64Array(size) : null,
    lines: new Uint32Array(size),
  };
}

/** The table without the room that grouped observations left. Its buffers are handed to other threads, so they are exact. */
function cut(table: PointTable, size: number): PointTable {
  if (table.starts.length === size) return table;
  return {
    series: table.series,
    seriesIndex: table.seriesIndex.slice(0, size),
    starts: table.starts.slice(0, size),
    values: table.values.slice(0, size),
    numerators: table.numerators?.slice(0, size) ?? null,
    denominators: table.denominators?.slice(0, size) ?? null,
    lines: table.lines.slice(0, size),
  };
}

function collectedFor(header: SeriesHeader, asReadUnit: string | null): Collected {
  return {
    header,
    asReadUnit,
    starts: growingNumbers(),
    values: growingNumbers(),
    lines: growingNumbers(),
    asRead: null,
    numerators: null,
    denominators: null,
    mixed: false,
  };
}

/** Collects values by series and gives the points of the file: equal keys become one, by the metric's aggregation. */
export function createPointSink(): PointSink {
  const all = new Map<string, Collected>();
  // Most values come under a header that was used before: found by itself, without writing out its key.
  const known = new Map<SeriesHeader, Collected>();

  function of(header: SeriesHeader, asReadUnit: string | null): Collected {
    const before = known.get(header);
    if (before !== undefined) return before;
    const key = `${header.metric}\u001f${header.entity}\u001f${header.unit}\u001f${header.grain}`;
    const found = all.get(key) ?? collectedFor(header, asReadUnit);
    all.set(key, found);
    if (known.size < KNOWN_HEADERS) known.set(header, found);
    return found;
  }

  return {
    add(header, asReadUnit, observation) {
      collect(of(header, asReadUnit), observation);
    },
    finish() {
      known.clear();
      const headers: SeriesHeader[] = [];
      const series: SeriesSummary[] = [];
      let observations = 0;
      let isRate = false;
      for (const collected of all.values()) {
        observations += collected.starts.length();
        isRate ||= collected.numerators !== null && !collected.mixed;
      }
      const table = emptyTable(headers, observations, isRate);
      let at = 0;
      for (const [key, collected] of all) {
        const { next, summary } = fill(table, at, headers.length, collected);
        at = next;
        headers.push(collected.header);
        series.push(summary);
        all.delete(key);
      }
      return { points: cut(table, at), series };
    },
  };
}

const KNOWN_HEADERS = 100_000;

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
