import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { isOrganizationEvent } from '#shared/events/event.ts';
import { decodePoints } from '#shared/series/columns-codec.ts';
import type { Database } from './database.ts';

/** Ids of every snapshot that was ever taken in. */
export function importedSnapshots(events: readonly StoredEvent[]): readonly string[] {
  return events.flatMap((event) =>
    isOrganizationEvent(event) && event.type === 'snapshot-imported' ? [event.data.snapshot] : [],
  );
}

/** Brings back snapshots that only the journal's side has, and hands it those that only the database has. */
export async function reconcileSnapshots(
  { database, machine }: { readonly database: Database; readonly machine: Machine },
  wanted: readonly string[],
): Promise<void> {
  const here = new Set(await database.snapshots.toCollection().primaryKeys());
  for (const id of wanted.filter((one) => !here.has(one))) {
    const answer = await machine.request('snapshot:read', { id });
    if (!answer.ok || answer.value === null) continue;
    const { header, columns } = answer.value;
    const points = decodePoints(JSON.parse(header), columns.slice().buffer);
    if (points.ok) await database.snapshots.put({ id, header, columns, kept: 1 });
  }
  const listed = await machine.request('snapshot:list', {});
  const there = listed.ok ? new Set(listed.value.map((kept) => kept.id)) : here;
  for (const id of here) if (!there.has(id)) await database.snapshots.update(id, { kept: 0 });
  for (const row of await database.snapshots.where('kept').equals(0).toArray()) {
    const answer = await machine.request('snapshot:keep', {
      id: row.id,
      header: row.header,
      columns: row.columns,
    });
    if (answer.ok) await database.snapshots.update(row.id, { kept: 1 });
  }
}
