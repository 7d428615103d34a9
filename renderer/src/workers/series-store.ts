import { type Database, defineDatabase } from '#renderer/src/data/database.ts';
import { decodePoints } from '#shared/series/columns-codec.ts';
import { type Merged, mergeSnapshots } from '#shared/series/merge.ts';
import type { PointTable } from '#shared/series/series.ts';

/** Snapshots as they are stored, decoded once each, and their merge for the list that was asked for last. */
export type SeriesStore = {
  /** `names` gives, for other names of an entity, the one it stands for. */
  readonly merged: (
    database: string,
    snapshots: readonly string[],
    names: Readonly<Record<string, string>>,
  ) => Promise<Merged>;
};

const EMPTY: Merged = { series: [], setAside: [] };

/** The points with every entity under the name that the organization calls it by. */
export function underOneName(points: PointTable, names: Readonly<Record<string, string>>): PointTable {
  const series = points.series.map((header) => ({
    ...header,
    entity: names[header.entity] ?? header.entity,
  }));
  return { ...points, series };
}

export function createSeriesStore(): SeriesStore {
  let database: Database | null = null;
  const tables = new Map<string, PointTable>();
  let last: { readonly key: string; readonly merged: Merged } = { key: '', merged: EMPTY };

  const load = async (name: string, wanted: readonly string[]): Promise<void> => {
    if (database?.name !== name) {
      database?.close();
      tables.clear();
      database = defineDatabase(name);
    }
    const missing = wanted.filter((id) => !tables.has(id));
    const rows = await database.snapshots.bulkGet(missing);
    for (const row of rows) {
      if (row === undefined) continue;
      const points = decodePoints(JSON.parse(row.header), row.columns.slice().buffer);
      if (points.ok) tables.set(row.id, points.value);
    }
  };

  return {
    merged: async (name, snapshots, names) => {
      await load(name, snapshots);
      const known = snapshots.flatMap((id) => {
        const points = tables.get(id);
        return points === undefined ? [] : [{ id, points: underOneName(points, names) }];
      });
      const key = JSON.stringify([name, known.map((one) => one.id), names]);
      if (key !== last.key) last = { key, merged: mergeSnapshots(known) };
      return last.merged;
    },
  };
}
