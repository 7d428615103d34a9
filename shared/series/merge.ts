import { type Aggregate, aggregate } from '#shared/series/aggregate.ts';
import { joinEventLists } from '#shared/series/event-lists.ts';
import { inOrderOfForce, replacedPoints } from '#shared/series/force.ts';
import { groupParts, type Part, type Snapshot } from '#shared/series/parts.ts';
import { reconcileParts, type SetAside } from '#shared/series/reconcile.ts';
import { type Aggregation, type Series, seriesId } from '#shared/series/series.ts';

export type Merged = {
  /** One series per metric and entity, in the order in which they first appeared. */
  readonly series: readonly Series[];
  /** What could not be joined, to be told to a person. */
  readonly setAside: readonly SetAside[];
};

/**
 * Folds snapshots, in the order of their import, into series: for one metric, entity and period the later snapshot
 * wins with its provenance unless it was told to leave stored values alone, and a cell that is empty there leaves the
 * earlier value in place. Equal keys inside one snapshot are made one by the aggregation of the series. Lists of
 * events that overlap are joined by key before they are counted. Taking a snapshot back is merging without it.
 */
export function mergeSnapshots(snapshots: readonly Snapshot[]): Merged {
  const inForce = inOrderOfForce(snapshots);
  const joined = joinEventLists(inForce);
  const ids = inForce.map((snapshot) => snapshot.id);
  const bySeries = new Map<string, Series[]>();
  for (const part of groupParts(joined, replacedPoints(snapshots, inForce))) {
    const series = mergePart(part, joined, ids);
    const parts = bySeries.get(seriesId(series));
    if (parts === undefined) bySeries.set(seriesId(series), [series]);
    else parts.push(series);
  }
  const reconciled = [...bySeries.values()].map(reconcileParts);
  return {
    series: reconciled.map((one) => one.series),
    setAside: reconciled.flatMap((one) => one.setAside),
  };
}

/** A part's points brought together, in order of import and file; `order` has their places by period. */
type Gathered = {
  readonly starts: Float64Array;
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
  /** Where each point came from, and in whose place it stands: the same but for joined lists of events. */
  readonly snapshots: Uint32Array;
  readonly ranks: Uint32Array;
  readonly lines: Uint32Array;
  readonly order: Uint32Array;
};

function mergePart(part: Part, snapshots: readonly Snapshot[], snapshotIds: readonly string[]): Series {
  const gathered = gather(part, snapshots);
  const { starts, values, numerators, denominators, order } = gathered;
  const kept = new Uint32Array(order.length);
  let length = 0;
  for (let from = 0; from < order.length; length++) {
    let to = from + 1;
    while (to < order.length && starts[order[to] ?? 0] === starts[order[from] ?? 0]) to += 1;
    const one = winner(gathered, from, to, part.header.aggregation);
    values[one.chosen] = one.value;
    if (numerators !== null) numerators[one.chosen] = one.numerator;
    if (denominators !== null) denominators[one.chosen] = one.denominator;
    kept[length] = one.chosen;
    from = to;
  }
  const rows = kept.subarray(0, length);
  return {
    ...part.header,
    starts: taken(starts, rows),
    values: taken(values, rows),
    numerators: numerators === null ? null : counts(numerators, rows),
    denominators: denominators === null ? null : counts(denominators, rows),
    snapshots: Uint32Array.from(rows, (row) => gathered.snapshots[row] ?? 0),
    lines: Uint32Array.from(rows, (row) => gathered.lines[row] ?? 0),
    snapshotIds,
  };
}

/** The value of one period: of the newest snapshot that has one, or of the newest that mentions the period. */
function winner(gathered: Gathered, from: number, to: number, aggregation: Aggregation): Aggregate {
  const { order, ranks } = gathered;
  let newest: Aggregate | null = null;
  for (let end = to; end > from; ) {
    const rank = ranks[order[end - 1] ?? 0];
    let start = end - 1;
    while (start > from && ranks[order[start - 1] ?? 0] === rank) start -= 1;
    const one = aggregate(gathered, order, { from: start, to: end }, aggregation);
    // "0 of 0" has no value and still says something.
    if (!Number.isNaN(one.value) || !Number.isNaN(one.denominator)) return one;
    newest ??= one;
    end = start;
  }
  return newest ?? aggregate(gathered, order, { from, to }, aggregation);
}

function gather({ runs }: Part, snapshots: readonly Snapshot[]): Gathered {
  const length = runs.reduce((total, run) => total + run.places.length, 0);
  const tables = runs.map((run) => snapshots[run.snapshot]?.points);
  const column = (present: boolean) => (present ? new Float64Array(length).fill(Number.NaN) : null);
  const starts = new Float64Array(length);
  const values = new Float64Array(length);
  const numerators = column(tables.some((table) => table?.numerators != null));
  const denominators = column(tables.some((table) => table?.denominators != null));
  const ranks = new Uint32Array(length);
  const origins = tables.some((table) => table?.origins !== undefined) ? new Uint32Array(length) : ranks;
  const lines = new Uint32Array(length);
  let at = 0;
  for (const [index, { snapshot, places }] of runs.entries()) {
    const table = tables[index];
    if (table === undefined) continue;
    for (const place of places) {
      starts[at] = table.starts[place] ?? Number.NaN;
      values[at] = table.values[place] ?? Number.NaN;
      if (numerators !== null) numerators[at] = table.numerators?.[place] ?? Number.NaN;
      if (denominators !== null) denominators[at] = table.denominators?.[place] ?? Number.NaN;
      ranks[at] = snapshot;
      if (origins !== ranks) origins[at] = table.origins?.[place] ?? snapshot;
      lines[at] = table.lines[place] ?? 0;
      at += 1;
    }
  }
  const order = orderOf(starts);
  return { starts, values, numerators, denominators, snapshots: origins, ranks, lines, order };
}

/** Places in ascending order of start; equal starts keep the order they came in. */
function orderOf(starts: Float64Array): Uint32Array {
  const order = new Uint32Array(starts.length);
  let ascending = true;
  for (let place = 0; place < order.length; place++) {
    order[place] = place;
    if (place > 0 && (starts[place] ?? 0) < (starts[place - 1] ?? 0)) ascending = false;
  }
  return ascending ? order : order.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
}

function taken(column: Float64Array, rows: Uint32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) out[at] = column[rows[at] ?? 0] ?? Number.NaN;
  return out;
}

/** Counts of a series; null where none is known, as a file that holds rates beside other metrics leaves them. */
function counts(column: Float64Array, rows: Uint32Array): Float64Array | null {
  const out = taken(column, rows);
  return out.every(Number.isNaN) ? null : out;
}
