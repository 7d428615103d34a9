import Dexie from 'dexie';
import { fromBlocks, toBlocks } from '#shared/series/blocks.ts';
import {
  decodePoints,
  type EncodedPoints,
  encodePoints,
  type PointsHeader,
  viewsOf,
} from '#shared/series/columns-codec.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';
import type { BlockRow, Database, EventRow, SnapshotRow } from './database.ts';

/** The block that holds the rows of an event list and what rows say beside numbers: its metric is no metric's name. */
const EVENTS = '';

const NO_POINTS: PointTable = {
  series: [],
  seriesIndex: new Uint32Array(),
  starts: new Float64Array(),
  values: new Float64Array(),
  numerators: null,
  denominators: null,
  lines: new Uint32Array(),
};

type Placed = Pick<BlockRow, 'metric' | 'first' | 'last'>;

function rowOf(snapshot: string, block: number, place: Placed, { header, columns }: EncodedPoints): BlockRow {
  const { metric, first, last } = place;
  return {
    key: `${snapshot}|${block}`,
    snapshot,
    metric,
    first,
    last,
    header: JSON.stringify(header),
    columns: new Uint8Array(columns),
  };
}

/** What a table has beside its points; null where it has nothing. */
function besidePoints({ events, records }: PointTable): Pick<PointTable, 'events' | 'records'> | null {
  if (events === undefined && records === undefined) return null;
  return {
    ...(events === undefined ? {} : { events }),
    ...(records === undefined ? {} : { records }),
  };
}

/** The rows under which a snapshot's points are stored. */
export function blockRows(snapshot: string, points: PointTable): readonly BlockRow[] {
  const blocks = toBlocks(points).map((block, at) => rowOf(snapshot, at, block, block));
  const beside = besidePoints(points);
  if (beside === null) return blocks;
  const place = { metric: EVENTS, first: '', last: '' };
  const rest = encodePoints({ ...NO_POINTS, ...beside });
  return [...blocks, rowOf(snapshot, blocks.length, place, rest)];
}

export type NewSnapshot = { readonly id: string; readonly points: PointTable; readonly kept: 0 | 1 };

/** Stores a snapshot and the events that put it in force in one strict transaction: all of it, or nothing. */
export async function putSnapshot(
  database: Database,
  { id, points, kept }: NewSnapshot,
  events: readonly EventRow[] = [],
): Promise<void> {
  const rows = blockRows(id, points);
  const { snapshots, blocks, events: log } = database;
  await database.transaction('rw', snapshots, blocks, log, async () => {
    await snapshots.put({ id, kept, blocks: rows.length });
    await blocks.bulkPut(rows);
    if (events.length > 0) await log.bulkPut(events);
  });
}

/** Removes a snapshot that nothing names. */
export async function deleteSnapshot(database: Database, id: string): Promise<void> {
  const { snapshots, blocks } = database;
  await database.transaction('rw', snapshots, blocks, async () => {
    await snapshots.delete(id);
    await blocks.where('snapshot').equals(id).delete();
  });
}

/** Bytes come out of the database as memory of their own: where they fill it, they need no copy. */
function bytesOf(columns: Uint8Array): ArrayBuffer {
  const whole = columns.byteOffset === 0 && columns.byteLength === columns.buffer.byteLength;
  return whole ? (columns.buffer as ArrayBuffer) : columns.slice().buffer;
}

function decoded({ header, columns }: Pick<BlockRow, 'header' | 'columns'>): PointTable | null {
  const points = decodePoints(JSON.parse(header), bytesOf(columns));
  return points.ok ? points.value : null;
}

/** A block was cut and laid out here, so that its bytes and its head belong together; only the length is looked at. */
function ofBlock(row: BlockRow): PointTable | null {
  const header = JSON.parse(row.header) as PointsHeader;
  if (header.events !== undefined || header.records !== undefined) return decoded(row);
  const columns = bytesOf(row.columns);
  return columns.byteLength < header.points * 24 ? null : viewsOf(header, columns);
}

function assembled(row: SnapshotRow, own: readonly BlockRow[]): PointTable | null {
  if (row.header !== undefined && row.columns !== undefined) {
    return decoded({ header: row.header, columns: row.columns });
  }
  if (own.length !== row.blocks) return null;
  const inOrder = own.toSorted((a, b) => placeOf(a) - placeOf(b));
  const tables = inOrder.map((block) => ({ block, points: ofBlock(block) }));
  if (tables.some(({ points }) => points === null)) return null;
  const points = fromBlocks(
    tables.flatMap((one) => (one.points === null || one.block.metric === EVENTS ? [] : [one.points])),
  );
  const list = tables.find(({ block }) => block.metric === EVENTS)?.points ?? null;
  return { ...points, ...(list === null ? {} : besidePoints(list)) };
}

function placeOf({ key, snapshot }: BlockRow): number {
  return Number(key.slice(snapshot.length + 1));
}

/** The points of snapshots by id; one that is not there, or not whole, is left out. */
export async function getPoints(
  { snapshots, blocks }: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PointTable>> {
  const rows = (await snapshots.bulkGet([...ids])).filter((row) => row !== undefined);
  const inBlocks = rows.filter((row) => row.header === undefined).map((row) => row.id);
  const stored = inBlocks.length === 0 ? [] : await blocks.where('snapshot').anyOf(inBlocks).toArray();
  const bySnapshot = new Map<string, BlockRow[]>();
  for (const block of stored) {
    const own = bySnapshot.get(block.snapshot);
    if (own === undefined) bySnapshot.set(block.snapshot, [block]);
    else own.push(block);
  }
  return new Map(
    rows.flatMap((row) => {
      const points = assembled(row, bySnapshot.get(row.id) ?? []);
      return points === null ? [] : [[row.id, points] as const];
    }),
  );
}

/** The block of a snapshot that holds one series; null where it has none of it. */
export async function getSeriesBlock(
  { blocks }: Database,
  snapshot: string,
  { metric, entity }: Pick<SeriesHeader, 'metric' | 'entity'>,
): Promise<PointTable | null> {
  const block = await blocks
    .where('[snapshot+metric+last]')
    .between([snapshot, metric, entity], [snapshot, metric, Dexie.maxKey])
    .first();
  return block === undefined || block.first > entity ? null : ofBlock(block);
}

/** A snapshot as the machine keeps it, in one piece; null when it is not there. */
export async function getEncoded(database: Database, id: string): Promise<EncodedPoints | null> {
  const points = (await getPoints(database, [id])).get(id);
  return points === undefined ? null : encodePoints(points);
}
