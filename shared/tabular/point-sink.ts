import type { Aggregation, PointTable, SeriesHeader } from '#shared/series/series.ts';
import type { SeriesSummary } from '#shared/tabular/reading.ts';

/** One value on its way into a series: as stored, and as read in the file's own unit. */
export type Observation = {
  readonly start: number;
  readonly value: number;
  readonly asRead: number;
  readonly line: number;
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
      const columns = {
        index: [] as number[],
        starts: [] as number[],
        values: [] as number[],
        lines: [] as number[],
      };
      for (const { header, asReadUnit, observations } of all.values()) {
        const groups = byStart(observations);
        const summary = groups.map((group) => ({
          period: periodText(group[0]?.start ?? 0, header),
          value: finite(
            aggregate(
              group.map((each) => each.asRead),
              header.aggregation,
            ),
          ),
        }));
        for (const group of groups) {
          columns.index.push(headers.length);
          columns.starts.push(group[0]?.start ?? 0);
          columns.values.push(
            aggregate(
              group.map((each) => each.value),
              header.aggregation,
            ),
          );
          columns.lines.push(group[0]?.line ?? 0);
        }
        headers.push(header);
        const { metric, metricName, entity, grain } = header;
        const ends = { first: summary[0] ?? null, last: summary[summary.length - 1] ?? null };
        series.push({ metric, metricName, entity, unit: asReadUnit, grain, points: groups.length, ...ends });
      }
      const points: PointTable = {
        series: headers,
        seriesIndex: Uint32Array.from(columns.index),
        starts: Float64Array.from(columns.starts),
        values: Float64Array.from(columns.values),
        numerators: null,
        denominators: null,
        lines: Uint32Array.from(columns.lines),
      };
      return { points, series };
    },
  };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
