import Dexie from 'dexie';
import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { rehearsalAt } from '#renderer/src/state/pages.ts';
import { parseBundle } from '#shared/events/bundle.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import type { Grant } from '#shared/ipc/contract.ts';
import { type ReadFile, readPoints, takeIn } from './imports.ts';
import { MAIN_WORKSPACE, openWorkspace, switchWorkspace, type Workspace } from './workspace.ts';

const PREFIX = 'sample-';
/** The day on which the sample organization lives; snapshots without a date column describe it. */
const SAMPLE_DAY = '2026-11-18';
const HISTORY = new URL('../../../assets/sample/review-history.json', import.meta.url);

export function isSample(workspace: Pick<Workspace, 'name'>): boolean {
  return workspace.name.startsWith(PREFIX);
}

export type SampleProgress = { readonly done: number; readonly total: number; readonly file: string };

async function readHistory(): Promise<Parameters<Workspace['log']['adopt']>[0]> {
  const bundle = parseBundle(await (await fetch(HISTORY)).json());
  if (!bundle.ok) throw new Error(bundle.failure.message);
  return bundle.value.events;
}

/** What the organization promises its customers, beside what it measured. */
const OBJECTIVES = 'slo-targets.yaml';

/** A register that measures nothing, and that the reviews on record hold already. */
const LEFT_OUT = new Set(['initiatives.csv']);

function isTakenIn(file: string): boolean {
  return file === OBJECTIVES || (file.endsWith('.csv') && !LEFT_OUT.has(file));
}

async function readFile(workspace: Workspace, grant: Grant): Promise<ReadFile> {
  const first = await readPoints(workspace, grant, {});
  const read =
    first.ok && first.value.reading.status === 'needs-answer'
      ? await readPoints(workspace, grant, { asOf: SAMPLE_DAY, decimal: '.' })
      : first;
  if (!read.ok) throw new Error(`${grant.name}: ${read.failure.message}`);
  return read.value;
}

/** Fills a workspace of its own with the sample organization: its reviews on record, then its exports, file by file. */
export async function openSample(
  machine: Machine,
  onProgress: (progress: SampleProgress) => void,
): Promise<void> {
  if (rehearsalAt(location) !== null) throw new Error('This is a rehearsal: leave it with F9 first.');
  const name = `${PREFIX}${Date.now().toString(36)}`;
  const workspace = await openWorkspace(machine, name);
  const history = await readHistory();
  // The sample's own past stays past, whatever the wall clock says.
  workspace.clock.carryOn(Math.max(...history.map((event) => hybridMs(event.at))));
  await workspace.log.adopt(history);
  const list = await machine.request('sample:list', {});
  if (!list.ok) throw new Error(list.failure.message);
  const files = list.value.filter(({ name: each }) => isTakenIn(each));
  // The next file is read while this one is stored.
  let next = files[0] === undefined ? null : readFile(workspace, files[0]);
  for (const [done, grant] of files.entries()) {
    onProgress({ done, total: files.length, file: grant.name });
    const read = await next;
    const following = files[done + 1];
    next = following === undefined ? null : readFile(workspace, following);
    next?.catch(() => undefined);
    const taken = read === null ? null : await takeIn(workspace, read);
    if (taken?.ok === false) throw new Error(taken.failure.message);
  }
  workspace.close();
  switchWorkspace(name);
  location.assign('/');
}

/** Leaves the sample organization; its database goes, the organization's own records were never touched. */
export async function leaveSample(workspace: Workspace): Promise<void> {
  if (workspace.rehearsal !== null) return workspace.rehearsal.leave();
  workspace.close();
  await Dexie.delete(workspace.database.name);
  switchWorkspace(MAIN_WORKSPACE);
  location.assign('/');
}
