import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { startBeat } from '#renderer/src/workers/beat.ts';
import { startWriter } from '#renderer/src/workers/storing.ts';
import { openTypingLog, type TypingLog } from '#renderer/src/workers/typing-log.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type Database, openDatabase } from './database.ts';
import { type DraftBook, openDraftBook } from './draft-book.ts';
import { type EventLog, openEventLog } from './event-log.ts';
import { type MachineClock, openMachineClock } from './machine-clock.ts';
import { openOtherWindows } from './other-windows.ts';
import type { Rehearsal } from './rehearsal/rehearsal.ts';
import { createSavingWatch, type SavingWatch } from './saving-watch.ts';
import { directWriter, type SnapshotWriter } from './snapshot-writer.ts';
import { levelSnapshots } from './snapshots.ts';
import { type ClockSources, startWindowClock, type WindowClock } from './window-clock.ts';

/** The organization's own records, or the sample organization's, each in a database and journal of its own. */
export type Workspace = {
  readonly name: string;
  readonly machine: Machine;
  readonly hello: Output<'app:hello'>;
  readonly database: Database;
  readonly clock: WindowClock;
  readonly machineClock: MachineClock;
  readonly log: EventLog;
  readonly drafts: DraftBook;
  readonly saving: SavingWatch;
  readonly writer: SnapshotWriter;
  readonly readOnly: boolean;
  /** A sentence where an earlier database would not open, else null. */
  readonly setAside: string | null;
  /** Null for the real thing. */
  readonly rehearsal: Rehearsal | null;
  readonly close: () => void;
};

/** What a workspace needs of the window it is opened in. */
export type Surroundings = Omit<ClockSources, 'anchor'> & {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Where snapshots are written away from the window; by the window itself where there is none. */
  readonly startWriter?: (database: string) => SnapshotWriter;
  /** Where keys are kept on their way to the database; in the storage where there is none. */
  readonly openTypingLog?: (database: string) => TypingLog;
};

const CURRENT_KEY = 'andon.workspace';
const ACTOR_KEY = 'andon.actor';
export const MAIN_WORKSPACE = 'main';

export function currentWorkspaceName(): string {
  return localStorage.getItem(CURRENT_KEY) ?? MAIN_WORKSPACE;
}

/** Where the next start of the screen opens; the sample is kept apart and can be left at any time. */
export function switchWorkspace(name: string): void {
  localStorage.setItem(CURRENT_KEY, name);
}

/** The clocks and the storage of this window. */
export function windowSurroundings(): Surroundings {
  return {
    wall: () => Date.now(),
    monotonic: () => performance.now(),
    beat: startBeat,
    storage: localStorage,
    startWriter,
    openTypingLog,
  };
}

function generationsIn(storage: Surroundings['storage']): Parameters<typeof openDatabase>[1] {
  const key = (name: string) => `andon.generation.${name}`;
  return {
    get: (name) => Number(storage.getItem(key(name)) ?? 0),
    set: (name, generation) => storage.setItem(key(name), String(generation)),
  };
}

/** Name of the database that holds a workspace now: its own, or the one begun when that would not open. */
export function databaseInUse(workspace: string, storage: Surroundings['storage']): string {
  const name = `andon.${workspace}`;
  const generation = generationsIn(storage).get(name);
  return generation === 0 ? name : `${name}.${generation}`;
}

function startClock(name: string, { storage, ...clocks }: Surroundings): WindowClock {
  const key = `andon.clock.${name}`;
  const anchor = {
    read: () => storage.getItem(key),
    write: (text: string) => storage.setItem(key, text),
  };
  return startWindowClock({ ...clocks, anchor });
}

/** From now on, what is written at this keyboard is by this person. */
export function setActorHere(handle: string): void {
  localStorage.setItem(ACTOR_KEY, handle);
}

/** Handle of the person at this keyboard, as events name them. */
export function actorHere(storage: Pick<Storage, 'getItem'> = localStorage): string {
  return storage.getItem(ACTOR_KEY) ?? 'facilitator';
}

export function newId(): string {
  return crypto.randomUUID();
}

/** Opens a workspace for this window: its database and journal brought level, its drafts at hand, its clock running. */
export async function openWorkspace(
  machine: Machine,
  name: string,
  surroundings: Surroundings = windowSurroundings(),
): Promise<Workspace> {
  const hello = await machine.request('app:hello', {});
  if (!hello.ok) throw new Error(hello.failure.message);
  const { storage, wall, monotonic } = surroundings;
  const { database, setAside, readOnly } = await openDatabase(`andon.${name}`, generationsIn(storage));
  const clock = startClock(name, surroundings);
  const machineClock = openMachineClock(machine);
  const saving = createSavingWatch({ wall, monotonic });
  const others = openOtherWindows(database.name);
  const leaving = new AbortController();
  const writer = surroundings.startWriter?.(database.name) ?? directWriter(database);
  const parts = { database, machine, saving, others, readOnly, closing: leaving.signal };
  const typingLog = surroundings.openTypingLog?.(database.name) ?? null;
  const drafts = await openDraftBook({ ...parts, now: clock.now, typingLog });
  const log = await openEventLog({
    ...parts,
    workspace: name,
    device: hello.value.device,
    actor: () => actorHere(storage),
    clock,
    drafts,
    newId,
  });
  // Sleep ends with this message where the host knows of it; elsewhere the next beat notices.
  const stopListening = machine.subscribe('power:resumed', () => void clock.now());
  if (!readOnly) await levelSnapshots({ machine, database, now: clock.now }, log.events());
  const close = () => {
    leaving.abort();
    stopListening();
    clock.close();
    machineClock.close();
    saving.close();
    others.close();
    writer.close();
    typingLog?.close();
    database.close();
  };
  const { value } = hello;
  const opened = { name, machine, hello: value, database, clock, machineClock, log, drafts, saving, writer };
  return { ...opened, readOnly, setAside, rehearsal: null, close };
}
