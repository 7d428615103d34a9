import { type Day, msToDay } from '#shared/day.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { isWithinWeeks, reconcileParts } from '#shared/series/reconcile.ts';
import { type PointTable, type Series, type SeriesHeader, seriesId } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';

export type ChangedPoint = {
  readonly series: Pick<SeriesHeader, 'metric' | 'metricName' | 'entity' | 'unit'>;
  readonly period: Day;
  readonly old: number;
  readonly new: number;
  /** Line of the file that brings the new value. */
  readonly line: number;
};

export type Comparison = {
  readonly added: number;
  readonly changed: readonly ChangedPoint[];
  readonly unchanged: number;
  /** Stored values within the file's series and span that the file does not repeat. They stay. */
  readonly missing: number;
  /** Values stored once the file is in. */
  readonly total: number;
  readonly newSeries: readonly SeriesHeader[];
  readonly newEntities: readonly string[];
  /** Series whose unit differs from the stored one: nothing may be stored until a person has decided. */
  readonly unitConflicts: readonly {
    readonly series: SeriesHeader;
    readonly stored: string;
    readonly file: string;
  }[];
  readonly grainConflicts: readonly { readonly series: SeriesHeader; readonly message: string }[];
};

/** What the points of a file would do to what is stored, key by key (metric, entity, period). Nothing is written. */
export function compareWithStored(before: readonly Series[], points: PointTable): Comparison {
  const stored = new Map(before.map((series) => [seriesId(series), series]));
  const entities = new Set(before.map((series) => series.entity));
  const incoming = mergeSnapshots([{ id: 'file', points }]).series;
  const tallies = incoming.map((series) => meet(stored.get(seriesId(series)), series));
  const matched = incoming.flatMap((series) => {
    const known = stored.get(seriesId(series));
    return known === undefined ? [] : [{ series, known }];
  });
  const added = sum(tallies.map((one) => one.added));
  return {
    added,
    changed: tallies.flatMap((one) => one.changed),
    unchanged: sum(tallies.map((one) => one.unchanged)),
    missing: sum(tallies.map((one) => one.missing)),
    total: sum(before.map((series) => countValues(series.values))) + sum(tallies.map((one) => one.growth)),
    newSeries: incoming.filter((series) => !stored.has(seriesId(series))).map(headerOf),
    newEntities: [...new Set(incoming.map((series) => series.entity))].filter((name) => !entities.has(name)),
    unitConflicts: matched.flatMap(({ series, known }) =>
      series.unit === null || known.unit === null || series.unit === known.unit
        ? []
        : [{ series: headerOf(series), stored: known.unit, file: series.unit }],
    ),
    grainConflicts: matched
      .filter(({ series, known }) => series.grain !== known.grain)
      .map(({ series, known }) => ({
        series: headerOf(series),
        message: `${series.metricName}, ${series.entity}: stored by ${known.grain}, the file has it by ${series.grain}.`,
      })),
  };
}

type Tally = {
  readonly added: number;
  readonly changed: readonly ChangedPoint[];
  readonly unchanged: number;
  readonly missing: number;
  /** How many values the series has more than before: differs from `added` where days become weeks. */
  readonly growth: number;
};

/** Compares in the periods in which the two would be joined; what would be set aside is not counted. */
function meet(known: Series | undefined, incoming: Series): Tally {
  if (known === undefined || known.grain === incoming.grain) return tally(known, incoming);
  const joined = reconcileParts([known, { ...incoming, unit: known.unit }]).series;
  const growth = countValues(joined.values) - countValues(known.values);
  const nothing = { added: 0, changed: [], unchanged: 0, missing: 0, growth };
  if (!isWithinWeeks(known.grain) || !isWithinWeeks(incoming.grain)) {
    return joined.grain === incoming.grain ? { ...tally(undefined, incoming), growth } : nothing;
  }
  const after = new Map(Array.from(joined.starts, (start, at) => [start, joined.values[at] ?? Number.NaN]));
  const weeks = toWeeks(incoming);
  const values = Float64Array.from(weeks.starts, (start) => after.get(start) ?? Number.NaN);
  return { ...tally(toWeeks(known), { ...weeks, values, numerators: null, denominators: null }), growth };
}

function tally(stored: Series | undefined, incoming: Series): Tally {
  const given = countValues(incoming.values);
  if (stored === undefined) return { added: given, changed: [], unchanged: 0, missing: 0, growth: given };
  const changed: ChangedPoint[] = [];
  let met = 0;
  let missing = 0;
  let place = 0;
  const first = incoming.starts[0] ?? Number.POSITIVE_INFINITY;
  const last = incoming.starts.at(-1) ?? Number.NEGATIVE_INFINITY;
  for (const [at, start] of stored.starts.entries()) {
    const old = stored.values[at] ?? Number.NaN;
    if (Number.isNaN(old) || start < first || start > last) continue;
    while ((incoming.starts[place] ?? Number.POSITIVE_INFINITY) < start) place += 1;
    const value = incoming.starts[place] === start ? (incoming.values[place] ?? Number.NaN) : Number.NaN;
    if (Number.isNaN(value)) {
      missing += 1;
      continue;
    }
    met += 1;
    if (value !== old || !sameCounts(stored, at, incoming, place)) {
      const line = incoming.lines[place] ?? 0;
      changed.push({ series: identity(incoming), period: msToDay(start), old, new: value, line });
    }
  }
  const added = given - met;
  return { added, changed, unchanged: met - changed.length, missing, growth: added };
}

function sameCounts(stored: Series, at: number, incoming: Series, place: number): boolean {
  return (['numerators', 'denominators'] as const).every((key) => {
    const old = stored[key]?.[at] ?? Number.NaN;
    const value = incoming[key]?.[place] ?? Number.NaN;
    return Object.is(old, value) || Number.isNaN(value);
  });
}

function countValues(values: Float64Array): number {
  return values.reduce((count, value) => (Number.isNaN(value) ? count : count + 1), 0);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

function headerOf({ metric, metricName, entity, unit, grain, aggregation }: Series): SeriesHeader {
  return { metric, metricName, entity, unit, grain, aggregation };
}

function identity({ metric, metricName, entity, unit }: Series): ChangedPoint['series'] {
  return { metric, metricName, entity, unit };
}
