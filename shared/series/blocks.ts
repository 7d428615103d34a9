import { emptyPoints, type PointsHeader } from '#shared/series/columns-codec.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

/** So many series of one metric are stored together: few enough that one comes back at once, many enough to write fast. */
export const SERIES_PER_BLOCK = 64;

/** A block is not made larger than this: series of samples have a hundred thousand points each. */
const POINTS_PER_BLOCK = 65_536;

/** Points of some series of one metric, with the bytes under which they are stored. */
export type Block = {
  readonly metric: string;
  /** First and last entity of the block, in the order in which entities are stored. */
  readonly first: string;
  readonly last: string;
  readonly header: PointsHeader;
  readonly columns: ArrayBuffer;
  readonly points: PointTable;
};

type Plan = { readonly metric: string; readonly series: readonly number[]; readonly points: number };

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function countsOf({ series, seriesIndex }: PointTable): Uint32Array {
  const counts = new Uint32Array(series.length);
  for (let at = 0; at < seriesIndex.length; at += 1) {
    const index = seriesIndex[at] as number;
    counts[index] = (counts[index] as number) + 1;
  }
  return counts;
}

/** Which series go together. Headers of one metric and entity (in two units, say) never part. */
function plan(series: readonly SeriesHeader[], counts: Uint32Array): readonly Plan[] {
  const order = series
    .map((header, index) => ({ header, index }))
    .sort((a, b) => byName(a.header.metric, b.header.metric) || byName(a.header.entity, b.header.entity));
  const plans: { metric: string; series: number[]; points: number }[] = [];
  let current: { metric: string; series: number[]; points: number } | null = null;
  let before: SeriesHeader | null = null;
  for (const { header, index } of order) {
    const own = counts[index] ?? 0;
    const full =
      current === null ||
      current.metric !== header.metric ||
      current.series.length >= SERIES_PER_BLOCK ||
      current.points + own > POINTS_PER_BLOCK;
    const same = before !== null && before.metric === header.metric && before.entity === header.entity;
    if (current === null || (full && !same)) {
      current = { metric: header.metric, series: [], points: 0 };
      plans.push(current);
    }
    current.series.push(index);
    current.points += own;
    before = header;
  }
  return plans;
}

type CountsOf = { readonly numerators: boolean; readonly denominators: boolean };

/** For each block, whether any of its points has counts. */
function countsIn(points: PointTable, tableOf: Uint32Array, blocks: number): readonly CountsOf[] {
  const has = (column: Float64Array | null): Uint8Array => {
    const found = new Uint8Array(blocks);
    if (column === null) return found;
    for (let place = 0; place < column.length; place += 1) {
      const value = column[place] as number;
      if (!Number.isNaN(value)) found[tableOf[points.seriesIndex[place] as number] as number] = 1;
    }
    return found;
  };
  const numerators = has(points.numerators);
  const denominators = has(points.denominators);
  return Array.from(numerators, (given, at) => ({
    numerators: given === 1,
    denominators: denominators[at] === 1,
  }));
}

function copyColumn(
  from: Float64Array | Uint32Array,
  into: Float64Array | Uint32Array,
  run: { readonly first: number; readonly end: number; readonly at: number },
): void {
  const shift = run.at - run.first;
  for (let place = run.first; place < run.end; place += 1) into[place + shift] = from[place] as number;
}

/** Puts the points of a table into the blocks, run by run: readers give the points of a series one after the other. */
function distribute(
  points: PointTable,
  tables: readonly PointTable[],
  tableOf: Uint32Array,
  indexIn: Uint32Array,
): void {
  const { seriesIndex, starts, values, numerators, denominators, lines } = points;
  const next = new Uint32Array(tables.length);
  const length = seriesIndex.length;
  let first = 0;
  while (first < length) {
    const index = seriesIndex[first] as number;
    let end = first + 1;
    while (end < length && seriesIndex[end] === index) end += 1;
    const number = tableOf[index] as number;
    const table = tables[number] as PointTable;
    const at = next[number] as number;
    const run = { first, end, at };
    copyColumn(starts, table.starts, run);
    copyColumn(values, table.values, run);
    if (table.numerators !== null && numerators !== null) copyColumn(numerators, table.numerators, run);
    if (table.denominators !== null && denominators !== null) {
      copyColumn(denominators, table.denominators, run);
    }
    copyColumn(lines, table.lines, run);
    table.seriesIndex.fill(indexIn[index] as number, at, at + end - first);
    next[number] = at + end - first;
    first = end;
  }
}

/** Points in blocks of series of one metric, laid out as they are stored; points of one series keep their order. */
export function toBlocks(points: PointTable): readonly Block[] {
  const plans = plan(points.series, countsOf(points));
  const tableOf = new Uint32Array(points.series.length);
  const indexIn = new Uint32Array(points.series.length);
  for (const [table, one] of plans.entries()) {
    for (const [at, index] of one.series.entries()) {
      tableOf[index] = table;
      indexIn[index] = at;
    }
  }
  const counts = countsIn(points, tableOf, plans.length);
  const tables = plans.map((one, at) =>
    emptyPoints(
      one.series.map((index) => points.series[index] as SeriesHeader),
      one.points,
      counts[at] ?? { numerators: false, denominators: false },
    ),
  );
  distribute(
    points,
    tables.map((table) => table.points),
    tableOf,
    indexIn,
  );
  return tables.map((table, at) => ({
    ...table,
    metric: plans[at]?.metric ?? '',
    first: table.points.series[0]?.entity ?? '',
    last: table.points.series.at(-1)?.entity ?? '',
  }));
}

/** Points of several blocks as one table again. */
export function fromBlocks(blocks: readonly PointTable[]): PointTable {
  const [only] = blocks;
  if (only !== undefined && blocks.length === 1) return only;
  const length = blocks.reduce((sum, block) => sum + block.starts.length, 0);
  const series = blocks.flatMap((block) => block.series);
  const some = (key: 'numerators' | 'denominators') =>
    blocks.some((block) => block[key] !== null) ? new Float64Array(length).fill(Number.NaN) : null;
  const whole = {
    series,
    seriesIndex: new Uint32Array(length),
    starts: new Float64Array(length),
    values: new Float64Array(length),
    numerators: some('numerators'),
    denominators: some('denominators'),
    lines: new Uint32Array(length),
  };
  let at = 0;
  let first = 0;
  for (const block of blocks) {
    for (let place = 0; place < block.seriesIndex.length; place += 1) {
      whole.seriesIndex[at + place] = (block.seriesIndex[place] as number) + first;
    }
    whole.starts.set(block.starts, at);
    whole.values.set(block.values, at);
    whole.lines.set(block.lines, at);
    if (block.numerators !== null) whole.numerators?.set(block.numerators, at);
    if (block.denominators !== null) whole.denominators?.set(block.denominators, at);
    at += block.starts.length;
    first += block.series.length;
  }
  return whole;
}
