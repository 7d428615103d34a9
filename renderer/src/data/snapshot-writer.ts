import { type EncodedPoints, encodePoints } from '#shared/series/columns-codec.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Database, EventRow } from './database.ts';
import { putSnapshot } from './snapshot-blocks.ts';

export type Writing = {
  readonly id: string;
  readonly points: PointTable;
  /** Events that put the snapshot in force, stored in the same transaction. */
  readonly events: readonly EventRow[];
};

/** Stores snapshots away from the window where there is a worker for it. */
export type SnapshotWriter = {
  /** Answers the snapshot in one piece, for the machine to keep. Throws when the database refuses: nothing is stored. */
  readonly write: (writing: Writing) => Promise<EncodedPoints>;
  readonly close: () => void;
};

/** Writes with the connection that is at hand. */
export function directWriter(database: Database): SnapshotWriter {
  return {
    write: async ({ id, points, events }) => {
      await putSnapshot(database, { id, points, kept: 0 }, events);
      return encodePoints(points);
    },
    close: () => undefined,
  };
}
