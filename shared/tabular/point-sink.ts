import type { Aggregation, PointTable, SeriesHeader } from '#shared/series/series.ts';
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

type Collected = {
  readonly header: SeriesHeader;
  readonly asReadUnit: string | null;
  readonly observations: Observation[];
};

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

/** Values with an equal start, in the order in which each start first appears. */
function byStart(observations: readonly Observation[]): readonly (readonly Observation[])[] {
  const groups = new Map<number, Observation[]>();
  for (const observation of observations) {
    const group = groups.get(observation.start);
    if (group === undefined) groups.set(observation.start, [observation]);
    else group.push(observation);
  }
  return [...groups.values()];
}

function periodText(ms: number, header: SeriesHeader): string {
  const iso = new Date(ms).toISOString();
  return header.grain === 'instant' ? iso.replace('.000Z', 'Z') : iso.slice(0, 10);
}

type Point = { readonly value: number; readonly numerator: number; readonly denominator: number };

/** One point of several observations; rates are added up as numerators and denominators. */
function pointOf(group: readonly Observation[], aggregation: Aggregation): Point {
  const ratios = group.flatMap((each) => (each.ratio === undefined ? [] : [each.ratio]));
  if (ratios.length < group.length) {
    const value = aggregate(
      group.map((each) => each.value),
      aggregation,
    );
    return { value, numerator: Number.NaN, denominator: Number.NaN };
  }
  const numerator = ratios.reduce((sum, ratio) => sum + ratio.numerator, 0);
  const denominator = ratios.reduce((sum, ratio) => sum + ratio.denominator, 0);
  return { value: denominator > 0 ? numerator / denominator : Number.NaN, numerator, denominator };
}

type PointColumns = {
  readonly index: number[];
  readonly starts: number[];
  readonly points: Point[];
  readonly lines: number[];
};

function toTable(headers: readonly SeriesHeader[], columns: PointColumns): PointTable {
  const { index, starts, points, lines } = columns;
  const isRate = points.some((point) => !Number.isNaN(point.denominator));
  return {
    series: headers,
    seriesIndex: Uint32Array.from(index),
    starts: Float64Array.from(starts),
    values: Float64Array.from(points, (point) => point.value),
    numerators: isRate ? Float64Array.from(points, (point) => point.numerator) : null,
    denominators: isRate ? Float64Array.from(points, (point) => point.denominator) : null,
    lines: Uint32Array.from(lines),
  };
}

function summaryOf(
  { header, asReadUnit }: Collected,
  groups: readonly (readonly Observation[])[],
): SeriesSummary {
  const { metric, metricName, entity, grain, aggregation } = header;
  const end = (group: readonly Observation[] | undefined): SeriesSummary['first'] => {
    const [first] = group ?? [];
    if (group === undefined || first === undefined) return null;
    const rate = pointOf(group, aggregation);
    const asRead = aggregate(
      group.map((each) => each.asRead),
      aggregation,
    );
    const value = Number.isNaN(rate.denominator) ? asRead : rate.value;
    return { period: periodText(first.start, header), value: finite(value) };
  };
  const ends = { first: end(groups[0]), last: end(groups[groups.length - 1]) };
  return { metric, metricName, entity, unit: asReadUnit, grain, points: groups.length, ...ends };
}

/** Collects values by series and gives the points of the file: equal keys become one, by the metric's aggregation. */
export function createPointSink(): PointSink {
  const all = new Map<string, Collected>();
  return {
    add(header, asReadUnit, observation) {
      const key = `${header.metric}\u001f${header.entity}\u001f${header.unit}\u001f${header.grain}`;
      const collected = all.get(key);
      if (collected === undefined) all.set(key, { header, asReadUnit, observations: [observation] });
      else collected.observations.push(observation);
    },
    finish() {
      const headers: SeriesHeader[] = [];
      const series: SeriesSummary[] = [];
      const columns: PointColumns = { index: [], starts: [], points: [], lines: [] };
      for (const collected of all.values()) {
        const groups = byStart(collected.observations);
        for (const group of groups) {
          columns.index.push(headers.length);
          columns.starts.push(group[0]?.start ?? 0);
          columns.points.push(pointOf(group, collected.header.aggregation));
          columns.lines.push(group[0]?.line ?? 0);
        }
        headers.push(collected.header);
        series.push(summaryOf(collected, groups));
      }
      return { points: toTable(headers, columns), series };
    },
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
