import type { Grant } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { encodePoints } from '#shared/series/columns-codec.ts';
import type { PointTable } from '#shared/series/series.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';
import type { NewEvent } from './event-log.ts';
import { newId, type Workspace } from './workspace.ts';

/** A file as it was read, ready to be taken in. */
export type ReadFile = {
  readonly grant: Grant;
  readonly reading: Reading;
  readonly points: PointTable | null;
};

/** Takes a file in, whole or not at all: its points, then the event that puts them in force. Answers the snapshot's id. */
export async function takeIn(workspace: Workspace, file: ReadFile): Promise<Result<string, Failure>> {
  const { reading, points } = file;
  if (reading.status !== 'read' || points === null) {
    return fail({
      code: 'not-available',
      message: `${reading.file} still waits for an answer; nothing of it was stored.`,
    });
  }
  const id = newId();
  const { header, columns } = encodePoints(points);
  const bytes = new Uint8Array(columns);
  // The points are in place before the event names them: until then the file was never taken in.
  await workspace.database.snapshots.put({ id, header: JSON.stringify(header), columns: bytes, kept: 0 });
  workspace.log.append([importedEvent(id, reading, points), ...rememberedMapping(reading)]);
  await workspace.log.settled();
  const kept = await workspace.machine.request('snapshot:keep', {
    id,
    header: JSON.stringify(header),
    columns: bytes,
  });
  if (kept.ok) await workspace.database.snapshots.update(id, { kept: 1 });
  return ok(id);
}

function importedEvent(snapshot: string, reading: Reading, points: PointTable): NewEvent {
  return {
    stream: 'organization',
    type: 'snapshot-imported',
    data: {
      snapshot,
      file: reading.file,
      sha256: reading.sha256,
      bytes: reading.bytes,
      rows: reading.rows.data,
      series: points.series.length,
      points: points.values.length,
      signature: reading.signature,
      settings: reading.settings,
      sentence: reading.sentence,
    },
  };
}

/** A mapping is kept only where a person decided something: detection needs no memory. */
function rememberedMapping(reading: Reading): readonly NewEvent[] {
  const { asOf: _asOf, includeLines: _lines, ...settings } = reading.settings;
  if (reading.signature === null || Object.keys(settings).length === 0) return [];
  return [
    { stream: 'organization', type: 'mapping-remembered', data: { signature: reading.signature, settings } },
  ];
}

/** Reads a file to its points, under the settings given. */
export async function readPoints(
  workspace: Workspace,
  grant: Grant,
  settings: ReadSettings,
): Promise<Result<ReadFile, Failure>> {
  const answer = await workspace.machine.request('export:points', { token: grant.token, settings });
  return answer.ok ? ok({ grant, ...answer.value }) : answer;
}
