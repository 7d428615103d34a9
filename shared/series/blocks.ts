import { type PointTable, type SeriesHeader, seriesId } from '#shared/series/series.ts';

/** So many series of one metric are stored together: few enough that one comes back at once, many enough to write fast. */
export const SERIES_PER_BLOCK = 64;

/** A block is not made larger than this: series of samples have a hundred thousand points each. */
const POINTS_PER_BLOCK = 65_536;

/** Points of some series of one metric. */
export type Block = {
  readonly metric: string;
  /** First and last entity of the block, in the order in which entities are stored. */
  readonly first: string;
  readonly last: string;
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
    const same = before !== null && seriesId(before) === seriesId(header);
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

function emptyTable(series: readonly SeriesHeader[], length: number, counted: boolean): PointTable {
  return {
    series,
    seriesIndex: new Uint32Array(length),
    starts: new Float64Array(length),
    values: new Float64Array(length),
    numerators: counted ? new Float64Array(length) : null,
    denominators: counted ? new Float64Array(length) : null,
    lines: new Uint32Array(length),
  };
}

/** Points in blocks of series of one metric; points of one series keep their order. */
export function toBlocks(points: PointTable): readonly Block[] {
  const { series, seriesIndex, starts, values, numerators, denominators, lines } = points;
  const counts = countsOf(points);
  const plans = plan(series, counts);
  const counted = numerators !== null || denominators !== null;
  const tables = plans.map((one) =>
    emptyTable(
      one.series.map((index) => series[index] as SeriesHeader),
      one.points,
      counted,
    ),
  );
  const tableOf = new Uint32Array(series.length);
  const indexIn = new Uint32Array(series.length);
  for (const [table, one] of plans.entries()) {
    for (const [at, index] of one.series.entries()) {
      tableOf[index] = table;
      indexIn[index] = at;
    }
  }
  const next = new Uint32Array(plans.length);
  for (let place = 0; place < seriesIndex.length; place += 1) {
    const index = seriesIndex[place] as number;
    const number = tableOf[index] as number;
    const table = tables[number] as PointTable;
    const at = next[number] as number;
    next[number] = at + 1;
    table.seriesIndex[at] = indexIn[index] as number;
    table.starts[at] = starts[place] as number;
    table.values[at] = values[place] as number;
    table.lines[at] = lines[place] as number;
    if (table.numerators !== null) table.numerators[at] = numerators?.[place] ?? Number.NaN;
    if (table.denominators !== null) table.denominators[at] = denominators?.[place] ?? Number.NaN;
  }
  return tables.map((table, at) => ({
    metric: plans[at]?.metric ?? '',
    first: table.series[0]?.entity ?? '',
    last: table.series.at(-1)?.entity ?? '',
    points: withoutEmptyCounts(table),
  }));
}

function withoutEmptyCounts(table: PointTable): PointTable {
  const counts = (column: Float64Array | null) =>
    column === null || column.every(Number.isNaN) ? null : column;
  return { ...table, numerators: counts(table.numerators), denominators: counts(table.denominators) };
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
    ...emptyTable(series, length, false),
    numerators: some('numerators'),
    denominators: some('denominators'),
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
