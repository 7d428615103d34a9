import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { steadyNow } from '#renderer/src/workers/steady-time.ts';
import type { Output } from '#shared/ipc/contract.ts';
import { type Database, openDatabase } from './database.ts';
import { type EventLog, openEventLog } from './event-log.ts';
import { importedSnapshots, reconcileSnapshots } from './snapshots.ts';

/** The organization's own records, or the sample organization's, each in a database and journal of its own. */
export type Workspace = {
  readonly name: string;
  readonly machine: Machine;
  readonly hello: Output<'app:hello'>;
  readonly database: Database;
  readonly log: EventLog;
  readonly readOnly: boolean;
  readonly setAside: string | null;
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

/** Handle of the person at this keyboard, as events name them. */
export function actorHere(): string {
  return localStorage.getItem(ACTOR_KEY) ?? 'facilitator';
}

/** From now on, what is written at this keyboard is by this person. */
export function setActorHere(handle: string): void {
  localStorage.setItem(ACTOR_KEY, handle);
}

const generations = {
  get: (name: string) => Number(localStorage.getItem(`andon.generation.${name}`) ?? 0),
  set: (name: string, generation: number) =>
    localStorage.setItem(`andon.generation.${name}`, String(generation)),
};

export function newId(): string {
  return crypto.randomUUID();
}

/** Opens the workspace that this window is on. */
export async function openWorkspace(machine: Machine, name: string): Promise<Workspace> {
  const hello = await machine.request('app:hello', {});
  if (!hello.ok) throw new Error(hello.failure.message);
  const { database, setAside, readOnly } = await openDatabase(`andon.${name}`, generations);
  const log = await openEventLog({
    database,
    machine,
    workspace: name,
    device: hello.value.device,
    actor: actorHere,
    now: steadyNow,
    newId,
    readOnly,
  });
  void navigator.storage?.persist?.();
  if (!readOnly) await reconcileSnapshots({ machine, database }, importedSnapshots(log.events()));
  return { name, machine, hello: hello.value, database, log, readOnly, setAside };
}
