import { nextTask } from '#renderer/src/workers/next-task.ts';
import { isOrganizationEvent } from '#shared/events/event.ts';
import { strictestTargets } from '#shared/formats/strictest-targets.ts';
import type { Grant, KnownBefore } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import type { EncodedPoints } from '#shared/series/columns-codec.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import type { PointTable } from '#shared/series/series.ts';
import { rememberedSettings } from '#shared/tabular/earlier-files.ts';
import { namedKind } from '#shared/tabular/entity-kind.ts';
import type { Reading, ReadSettings } from '#shared/tabular/reading.ts';
import type { NewEvent } from './author.ts';
import { keepSnapshot } from './snapshots.ts';
import { newId, type Workspace } from './workspace.ts';

/** A file as it was read, ready to be taken in. */
export type ReadFile = {
  readonly grant: Grant;
  readonly reading: Reading;
  readonly points: PointTable | null;
};

/** How a file is taken in, where a person chose. */
export type TakingIn = { readonly existing?: OnExisting };

/** Takes a file in, whole or not at all: its points and what puts them in force, in one transaction. Answers the snapshot's id. */
export async function takeIn(
  workspace: Workspace,
  file: ReadFile,
  { existing = 'update' }: TakingIn = {},
): Promise<Result<string, Failure>> {
  const { reading, points } = file;
  if (reading.status !== 'read' || points === null) {
    return fail({
      code: 'not-available',
      message: `${reading.file} still waits for an answer; nothing of it was stored.`,
    });
  }
  const id = newId();
  const events = [
    importedEvent(id, { reading, points, existing }),
    ...rememberedMapping(reading),
    ...declaredTargets(id, reading),
    ...declaredOwners(reading),
    ...namedKinds(workspace, reading, points),
  ];
  let encoded: EncodedPoints | null = null;
  try {
    await workspace.log.commit(events, async (rows) => {
      encoded = await workspace.writer.write({ id, points, events: rows });
    });
  } catch (cause) {
    return notTakenIn(reading, cause instanceof Error ? cause.message : String(cause));
  }
  if (encoded === null) return notTakenIn(reading, 'a newer Andon wrote here');
  await nextTask();
  // What the machine does not keep now is handed to it again at the next start.
  await keepSnapshot(workspace, { id, ...(encoded as EncodedPoints) }).catch(() => undefined);
  return ok(id);
}

function notTakenIn({ file }: Reading, why: string): Result<never, Failure> {
  const message = `${file} was not taken in: the database on this machine does not take it (${why}). Nothing of it was stored.`;
  return fail({ code: 'not-saved', message });
}

function knownValues(values: Float64Array): number {
  let count = 0;
  for (let at = 0; at < values.length; at += 1) if (!Number.isNaN(values[at])) count += 1;
  return count;
}

type Imported = {
  readonly reading: Reading;
  readonly points: PointTable;
  readonly existing: OnExisting;
};

function importedEvent(snapshot: string, { reading, points, existing }: Imported): NewEvent {
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
      points: knownValues(points.values),
      signature: reading.signature,
      settings: reading.settings,
      sentence: reading.sentence,
      ...(existing === 'update' ? {} : { existing }),
    },
  };
}

/** A mapping is kept where a person decided something, or the cells have shown what a later file may leave open. */
function rememberedMapping(reading: Reading): readonly NewEvent[] {
  const settings = rememberedSettings(reading);
  if (reading.signature === null || Object.keys(settings).length === 0) return [];
  return [
    { stream: 'organization', type: 'mapping-remembered', data: { signature: reading.signature, settings } },
  ];
}

/** The objectives that the file declares; the strictest where one metric on one entity has several. */
function declaredTargets(snapshot: string, reading: Reading): readonly NewEvent[] {
  return strictestTargets(reading.targets).map(({ metric, entity, op, value }) => ({
    stream: 'organization',
    type: 'target-set',
    data: { metric, entity, target: { op, value }, snapshot },
  }));
}

/** The teams that a catalogue names as owners; where it names nobody, what is on record stays. */
function declaredOwners({ owners }: Reading): readonly NewEvent[] {
  return owners.flatMap(({ entity, owner }): NewEvent[] =>
    owner === null
      ? []
      : [{ stream: 'organization', type: 'entity-changed', data: { entity, changes: { team: owner } } }],
  );
}

/** As many names as a file gives a kind to. */
const MOST_NAMED = 500;

/** Teams and services by the name of the column that lists them, unless their kind is on record. */
function namedKinds({ log }: Workspace, reading: Reading, { series }: PointTable): readonly NewEvent[] {
  const kind = namedKind(reading);
  if (kind === null) return [];
  const known = new Set(
    log
      .events()
      .flatMap((event) =>
        isOrganizationEvent(event) && event.type === 'entity-changed' && event.data.changes.kind !== undefined
          ? [event.data.entity]
          : [],
      ),
  );
  const names = new Set(series.map(({ entity }) => entity));
  const unknown = [...names].filter((entity) => entity !== 'organization' && !known.has(entity));
  // Each is an entry of its own; thousands at once are more than anybody set down, and hold the window up.
  if (unknown.length > MOST_NAMED) return [];
  return unknown.map((entity) => ({
    stream: 'organization',
    type: 'entity-changed',
    data: { entity, changes: { kind } },
  }));
}

/** Reads a file to its points, under the settings given. */
export async function readPoints(
  workspace: Workspace,
  grant: Grant,
  settings: ReadSettings,
  known?: KnownBefore,
): Promise<Result<ReadFile, Failure>> {
  const answer = await workspace.machine.request('export:points', {
    token: grant.token,
    settings,
    ...(known === undefined ? {} : { known }),
  });
  return answer.ok ? ok({ grant, ...answer.value }) : answer;
}
