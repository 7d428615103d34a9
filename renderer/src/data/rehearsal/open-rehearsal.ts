import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { type Database, defineDatabase } from '#renderer/src/data/database.ts';
import { fromTexts } from '#renderer/src/data/event-rows.ts';
import { openMachineClock } from '#renderer/src/data/machine-clock.ts';
import { createSavingWatch } from '#renderer/src/data/saving-watch.ts';
import { directWriter } from '#renderer/src/data/snapshot-writer.ts';
import { startWindowClock } from '#renderer/src/data/window-clock.ts';
import {
  actorHere,
  databaseInUse,
  newId,
  type Surroundings,
  type Workspace,
} from '#renderer/src/data/workspace.ts';
import { openCompany } from './company.ts';
import { memoryDrafts } from './memory-drafts.ts';
import { openMemoryLog } from './memory-log.ts';
import { onlyRead } from './only-read.ts';
import { pacedClock } from './paced-clock.ts';
import { rehearsalMachine } from './rehearsal-machine.ts';

type Wanted = {
  readonly id: string;
  /** Name of the workspace that is rehearsed in. */
  readonly workspace: string;
  /** Called in each window when the rehearsal is over. */
  readonly over: () => void;
};

async function eventsOnRecord(database: Database) {
  await database.open();
  const rows = await database.events.toArray();
  return fromTexts(rows.map((row) => row.json));
}

/**
 * Opens a workspace to rehearse in. Everything on record is there; what is authored, typed and set stays in the memory of
 * the rehearsal's windows. The database refuses every change, and the machine every channel that writes.
 */
export async function openRehearsal(
  outer: Machine,
  { id, workspace, over }: Wanted,
  { wall, monotonic, beat, storage }: Surroundings,
): Promise<Workspace> {
  const machine = rehearsalMachine(outer, id);
  const hello = await machine.request('app:hello', {});
  if (!hello.ok) throw new Error(hello.failure.message);
  const database = onlyRead(defineDatabase(databaseInUse(workspace, storage)));
  const onRecord = await eventsOnRecord(database);
  const company = openCompany({ search: `?rehearsal=${id}` });
  const nowhere = { read: () => null, write: () => undefined };
  const paced = pacedClock(startWindowClock({ wall, monotonic, beat, anchor: nowhere }), company);
  const { clock } = paced;
  const machineClock = openMachineClock(machine);
  const drafts = memoryDrafts(company, clock.now);
  const saving = createSavingWatch({ wall, monotonic });
  const { device } = hello.value;
  const actor = () => actorHere(storage);
  const log = openMemoryLog({ onRecord, drafts, company, clock, device, actor, newId });
  company.listen((told) => told.kind === 'over' && over());
  company.tell({ kind: 'ask' });
  const leave = () => {
    company.tell({ kind: 'over' });
    over();
  };
  const close = () => {
    clock.close();
    machineClock.close();
    saving.close();
    company.close();
    database.close();
  };
  const { speed, setSpeed, subscribe } = paced;
  return {
    name: workspace,
    machine,
    hello: hello.value,
    database,
    clock,
    machineClock,
    log,
    drafts,
    saving,
    writer: directWriter(database),
    readOnly: false,
    setAside: null,
    rehearsal: { id, speed, setSpeed, subscribe, leave },
    close,
  };
}
