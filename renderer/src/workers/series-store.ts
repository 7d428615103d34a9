import { type Database, defineDatabase } from '#renderer/src/data/database.ts';
import { getPoints } from '#renderer/src/data/snapshot-blocks.ts';
import { type Merged, mergeSnapshots } from '#shared/series/merge.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import { mergeRecords, type Records, recordsUnderOneName } from '#shared/series/records/merge-records.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { SnapshotInForce } from './evaluation-basis.ts';

/** Snapshots in force with their points, and what they merge to. */
export type StoredSeries = Merged & { readonly snapshots: readonly Snapshot[]; readonly records: Records };

/** Snapshots as they are stored, decoded once each, and their merge for the list that was asked for last. */
export type SeriesStore = {
  /** `names` gives, for other names of an entity, the one it stands for. */
  readonly merged: (
    database: string,
    snapshots: readonly SnapshotInForce[],
    names: Readonly<Record<string, string>>,
  ) => Promise<StoredSeries>;
};

const MERGES_KEPT = 2;

/** The points with every entity under the name that the organization calls it by. */
export function underOneName(points: PointTable, names: Readonly<Record<string, string>>): PointTable {
  const series = points.series.map((header) => ({
    ...header,
    entity: names[header.entity] ?? header.entity,
  }));
  const records = points.records === undefined ? {} : { records: recordsUnderOneName(points.records, names) };
  if (points.events === undefined) return { ...points, series, ...records };
  const texts = points.events.texts.map((text) => names[text] ?? text);
  return { ...points, series, events: { ...points.events, texts }, ...records };
}

export function createSeriesStore(): SeriesStore {
  let database: Database | null = null;
  const tables = new Map<string, PointTable>();
  // What is in force now, and what the last review had before it.
  let recent: readonly { readonly key: string; readonly merged: StoredSeries }[] = [];

  const load = async (name: string, wanted: readonly string[]): Promise<void> => {
    if (database?.name !== name) {
      database?.close();
      tables.clear();
      database = defineDatabase(name);
    }
    const missing = wanted.filter((id) => !tables.has(id));
    for (const [id, points] of await getPoints(database, missing)) tables.set(id, points);
  };

  return {
    merged: async (name, snapshots, names) => {
      await load(
        name,
        snapshots.map((one) => one.id),
      );
      const known = snapshots.flatMap(({ id, existing }): readonly Snapshot[] => {
        const points = tables.get(id);
        return points === undefined ? [] : [{ id, existing, points: underOneName(points, names) }];
      });
      const key = JSON.stringify([name, known.map(({ id, existing }) => [id, existing]), names]);
      const before = recent.find((one) => one.key === key);
      const merged = before?.merged ?? {
        snapshots: known,
        records: mergeRecords(known.flatMap(({ points }) => points.records ?? [])),
        ...mergeSnapshots(known),
      };
      recent = [{ key, merged }, ...recent.filter((one) => one.key !== key)].slice(0, MERGES_KEPT);
      return merged;
    },
  };
}
