import type { Grain } from '#shared/series/series.ts';
import { BLOCK, eachBlock, NOT_ONE, type NumberBlocks, numberBlocks } from '#shared/tabular/cell-blocks.ts';
import { periodGrain } from '#shared/tabular/period-grain.ts';
import { type NumberReader, numberReader } from '#shared/tabular/read-cells.ts';
import type { ReadSettings, RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { RejectLog } from '#shared/tabular/reject-log.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import { type StartBlocks, startsByCode, startsByRecord } from '#shared/tabular/start-blocks.ts';
import { type ReadDate, startReader } from '#shared/tabular/start-reader.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

export type Judged = {
  readonly rows: Uint32Array;
  /** The moment that dates a record; NaN where it has none. */
  readonly startAt: (record: number) => number;
  /** The same for some rows at once. */
  readonly startsIn: StartBlocks;
  /** First and last of these moments, and the number of rows without one. */
  readonly span: { readonly first: number; readonly last: number; readonly undated: number };
  /** How long the periods are that the rows name. */
  readonly grains: ReadonlySet<Grain>;
  /** Length of the periods that date the rows. */
  readonly grain: Grain;
  /** For each measured column, by its position, what reads its numbers. */
  readonly numbers: ReadonlyMap<number, NumberReader>;
  /** The same for some rows at once. */
  readonly numberBlocks: ReadonlyMap<number, NumberBlocks>;
};

function measured(layout: Layout): readonly TableColumn[] {
  if (layout.shape === 'events') return [];
  if (layout.periodColumns.length > 0) return layout.periodColumns.map((each) => each.column);
  return layout.measures;
}

function notANumber(column: TableColumn, line: number, text: string): RejectedRow {
  const value = text.trim();
  const message = `${column.name}: “${value.slice(0, 40)}” is not a number`;
  return { line, column: column.name, value, code: 'not-a-number', message };
}

type Reason = Exclude<ReadDate, number>;

/** Whether the cells of one column date the rows, each by a text that repeats. */
function areCoded({ period, timeOfDay }: Layout, records: Records): boolean {
  if (period === null || timeOfDay !== null || period.style.year != null) return false;
  return records.cells(period.index).shapes.length === 0;
}

function startsOf(
  dateAt: ((record: number) => ReadDate) | null,
  kept: Float64Array | null,
): (record: number) => number {
  if (dateAt === null) return () => Number.NaN;
  if (kept !== null) return (record) => kept[record] ?? Number.NaN;
  return (record) => {
    const start = dateAt(record);
    return typeof start === 'number' ? start : Number.NaN;
  };
}

/**
 * Reads the date and the numbers of every data row and sets aside the rows where one of them cannot be read. Those
 * that are accepted stand in `data` afterwards, in front of what is left of it.
 */
export function judgeRows(
  records: Records,
  data: Uint32Array,
  layout: Layout,
  handling: {
    readonly settings: ReadSettings;
    readonly rejects: RejectLog;
    /** For rows below a merged date, the row that holds it. */
    readonly mergedPeriod: ReadonlyMap<number, number> | null;
  },
): Judged {
  const { settings, rejects, mergedPeriod } = handling;
  const columns = measured(layout);
  const readers = columns.map((column) => numberReader(records, column));
  const strict = settings.rejects !== 'as-missing';
  const { period } = layout;
  const grains = new Set<Grain>();
  const read = startReader(layout, records, grains);
  const dateAt =
    read === null || mergedPeriod === null
      ? read
      : (record: number) => read(mergedPeriod.get(record) ?? record);
  const byCode = dateAt !== null && mergedPeriod === null && areCoded(layout, records);
  const kept = dateAt === null || byCode ? null : new Float64Array(records.count);
  const reasons = new Map<number, Reason>();
  const judge = (record: number): number => {
    const date = dateAt?.(record) ?? Number.NaN;
    if (typeof date === 'number') return date;
    reasons.set(record, date);
    return NOT_ONE;
  };
  const startsIn = byCode ? startsByCode(records, period?.index ?? 0, dateAt) : startsByRecord(judge);
  const blocks = columns.map((column, place) =>
    numberBlocks(records, column, readers[place] as NumberReader),
  );
  const values = columns.map(() => new Float64Array(BLOCK));
  const starts = new Float64Array(BLOCK);
  const span = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, undated: 0 };
  let size = 0;

  function accept(record: number, start: number): void {
    if (kept !== null) kept[record] = start;
    if (start < span.first) span.first = start;
    if (start > span.last) span.last = start;
    if (Number.isNaN(start)) span.undated += 1;
    data[size] = record;
    size += 1;
  }

  eachBlock(data.length, (from, to) => {
    startsIn(data, from, to, starts);
    const doubtful: number[] = [];
    blocks.forEach((read, place) => {
      if (read(data, from, to, values[place] as Float64Array) && strict) doubtful.push(place);
    });
    for (let row = from; row < to; row += 1) {
      const record = data[row] as number;
      const start = starts[row - from] as number;
      const reason = start === NOT_ONE ? (reasons.get(record) ?? dateAt?.(record)) : undefined;
      if (typeof reason === 'object') {
        const value = records.text(record, period?.index ?? 0).trim();
        rejects.add({ line: records.line(record), column: period?.name ?? null, value, ...reason });
        continue;
      }
      const place = doubtful.find((each) => values[each]?.[row - from] === NOT_ONE);
      const bad = place === undefined ? undefined : columns[place];
      if (bad === undefined) accept(record, start);
      else rejects.add(notANumber(bad, records.line(record), records.text(record, bad.index)));
    }
  });
  const numbers = new Map(columns.map((column, place) => [column.index, readers[place] as NumberReader]));
  const inBlocks = new Map(columns.map((column, place) => [column.index, blocks[place] as NumberBlocks]));
  const startAt = startsOf(dateAt, kept);
  const again = byCode ? startsIn : startsByRecord(startAt);
  const judged = { rows: data.subarray(0, size), startAt, startsIn: again, grains, numbers, span };
  return { ...judged, numberBlocks: inBlocks, grain: periodGrain(layout, records, judged) };
}
