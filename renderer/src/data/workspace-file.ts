import { parseBundle } from '#shared/events/bundle.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { decodePoints } from '#shared/series/columns-codec.ts';
import type { PointTable } from '#shared/series/series.ts';
import { z } from '#shared/zod.ts';
import { getEncoded, putSnapshot } from './snapshot-blocks.ts';
import type { Workspace } from './workspace.ts';

/** A multiple of three, so that pieces of base64 join without padding between them. */
const PIECE = 3 * 8192;

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
  }
  return pieces.join('');
}

function fromBase64(text: string): ArrayBuffer {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes.buffer;
}

const workspaceFile = z.object({
  format: z.literal('andon-workspace'),
  version: z.int(),
  events: z.array(z.unknown()),
  snapshots: z.array(z.object({ id: z.string().min(1), header: z.unknown(), columns: z.base64() })),
});

type Snapshots = readonly { readonly id: string; readonly points: PointTable }[];
type Content = { readonly events: readonly StoredEvent[]; readonly snapshots: Snapshots };

/** Everything of a workspace as one file: what people wrote, and the points of every imported file. */
export async function writeWorkspaceFile({ database, log }: Workspace): Promise<string> {
  const ids = await database.snapshots.toCollection().primaryKeys();
  const snapshots: string[] = [];
  for (const id of ids) {
    const encoded = await getEncoded(database, id);
    if (encoded === null) continue;
    const columns = toBase64(new Uint8Array(encoded.columns));
    snapshots.push(JSON.stringify({ id, header: encoded.header, columns }));
  }
  const events = log.events().map((event) => JSON.stringify(event));
  const list = (texts: readonly string[]) => (texts.length === 0 ? '[]' : `[\n${texts.join(',\n')}\n]`);
  return `{"format":"andon-workspace","version":1,\n"events":${list(events)},\n"snapshots":${list(snapshots)}}\n`;
}

/** Reads such a file from parsed JSON, all or nothing; null for JSON of another kind. */
export function parseWorkspaceFile(json: unknown): Result<Content, string> | null {
  const outer = workspaceFile.safeParse(json);
  if (!outer.success) return null;
  const { version, events, snapshots } = outer.data;
  if (version > 1) return fail('This file was written by a newer Andon; this one cannot read it.');
  const bundle = parseBundle({ format: 'andon-events', version: 1, events });
  if (!bundle.ok) return fail(bundle.failure.message);
  const decoded: { readonly id: string; readonly points: PointTable }[] = [];
  for (const { id, header, columns } of snapshots) {
    const points = decodePoints(header, fromBase64(columns));
    if (!points.ok) return fail(`The points of one file in it cannot be read: ${points.failure}`);
    decoded.push({ id, points: points.value });
  }
  return ok({ events: bundle.value.events, snapshots: decoded });
}

/** Takes a workspace's content in beside what is here. What is known already is passed over. */
export async function adoptWorkspace(
  { database, log }: Workspace,
  { events, snapshots }: Content,
): Promise<{ readonly events: number; readonly snapshots: number }> {
  const here = new Set(await database.snapshots.toCollection().primaryKeys());
  const fresh = snapshots.filter(({ id }) => !here.has(id));
  // The points are in place before the events that put them in force.
  for (const { id, points } of fresh) await putSnapshot(database, { id, points, kept: 0 });
  return { events: await log.adopt(events), snapshots: fresh.length };
}
