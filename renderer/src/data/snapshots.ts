import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { isOrganizationEvent } from '#shared/events/event.ts';
import { decodePoints, type EncodedPoints } from '#shared/series/columns-codec.ts';
import type { Database } from './database.ts';
import { deleteSnapshot, getEncoded, putSnapshot } from './snapshot-blocks.ts';

type Parts = { readonly database: Database; readonly machine: Machine };

/** An import under way in another window has its points stored a moment before its event; this long is no moment. */
const UNNAMED_MS = 60 * 60_000;

/** What crosses to the machine at once: handing over more holds the window up. */
const PART_BYTES = 1024 * 1024;

/** Ids of every snapshot that was ever taken in. */
function namedSnapshots(events: readonly StoredEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap((event) =>
      isOrganizationEvent(event) && event.type === 'snapshot-imported' ? [event.data.snapshot] : [],
    ),
  );
}

/** Hands a snapshot to the machine, so that either store alone has everything. */
export async function keepSnapshot(
  { database, machine }: Parts,
  { id, header, columns }: EncodedPoints & { readonly id: string },
): Promise<void> {
  const text = JSON.stringify(header);
  const parts = columns.byteLength > PART_BYTES ? Math.ceil(columns.byteLength / PART_BYTES) : 0;
  for (let part = 0; part < parts; part += 1) {
    const from = part * PART_BYTES;
    const piece = new Uint8Array(columns.slice(from, from + PART_BYTES));
    const sent = await machine.request('snapshot:part', { id, part, columns: piece });
    if (!sent.ok) return;
  }
  const answer = await machine.request('snapshot:keep', {
    id,
    header: text,
    columns: parts === 0 ? new Uint8Array(columns) : new Uint8Array(),
    ...(parts === 0 ? {} : { parts }),
  });
  if (answer.ok) await database.snapshots.update(id, { kept: 1 });
}

async function bringBack({ database, machine }: Parts, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const answer = await machine.request('snapshot:read', { id });
    if (!answer.ok || answer.value === null) continue;
    const { header, columns } = answer.value;
    const points = decodePoints(JSON.parse(header), columns.slice().buffer);
    if (points.ok) await putSnapshot(database, { id, points: points.value, kept: 1 });
  }
}

async function handOver(parts: Parts, ids: readonly string[]): Promise<void> {
  const listed = await parts.machine.request('snapshot:list', {});
  if (!listed.ok) return;
  const there = new Set(listed.value.map((kept) => kept.id));
  for (const id of ids.filter((one) => !there.has(one))) {
    const encoded = await getEncoded(parts.database, id);
    if (encoded !== null) await keepSnapshot(parts, { id, ...encoded });
  }
}

/** Points whose event was never written belong to nothing. Seen so at one start, they are removed at a later one. */
async function removeUnnamed(database: Database, ids: readonly string[], nowMs: number): Promise<void> {
  for (const id of ids) {
    const since = (await database.snapshots.get(id))?.unnamedSince ?? null;
    if (since === null) await database.snapshots.update(id, { unnamedSince: nowMs });
    else if (nowMs - since > UNNAMED_MS) await deleteSnapshot(database, id);
  }
}

/** Brings back the snapshots that only the machine has; meanwhile hands it what it lacks, and tidies up. */
export async function levelSnapshots(
  parts: Parts & { readonly now: () => number },
  events: readonly StoredEvent[],
): Promise<void> {
  const named = namedSnapshots(events);
  const here = await parts.database.snapshots.toCollection().primaryKeys();
  const missing = [...named].filter((id) => !here.includes(id));
  await bringBack(parts, missing).catch(() => undefined);
  const rest = async () => {
    await handOver(
      parts,
      here.filter((id) => named.has(id)),
    );
    await removeUnnamed(
      parts.database,
      here.filter((id) => !named.has(id)),
      parts.now(),
    );
  };
  // Screens do not wait for this, and a failure is made good at the next start.
  rest().catch(() => undefined);
}
