import { parseBundle } from '#shared/events/bundle.ts';
import {
  compareRegisterCsv,
  compareRegistersJson,
  type RegistersToTakeIn,
} from '#shared/own-export/registers-file.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { createIntake } from '#shared/tabular/intake.ts';
import type { NewEvent } from './author.ts';
import type { Workspace } from './workspace.ts';
import { adoptWorkspace, parseWorkspaceFile } from './workspace-file.ts';

const NOTHING = 'Nothing was taken in.';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function cellsOf(name: string, bytes: Uint8Array): readonly (readonly string[])[] {
  const intake = createIntake({ settings: {} }, { name, bytes: bytes.length });
  intake.push(bytes);
  const taken = intake.end();
  if (taken.kind === 'refused') return [];
  const { records } = taken;
  return Array.from({ length: records.count }, (_, record) =>
    Array.from({ length: records.width(record) }, (_, field) => records.text(record, field)),
  );
}

function counted(count: number, one: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : `${one.replace(/y$/, 'ie')}s`}`;
}

function takeInRegisters(workspace: Workspace, name: string, found: RegistersToTakeIn): string {
  const { events, added, changed, unchanged, refused } = found;
  // The events were checked against the schemas of their types.
  workspace.log.append(events.map((event) => ({ stream: 'organization', ...event }) as NewEvent));
  const left =
    refused.length === 0
      ? ''
      : ` Left out: ${refused.slice(0, 3).join(' ')}${refused.length > 3 ? ` and ${refused.length - 3} more` : ''}`;
  return `${name}: ${counted(added, 'entry')} added, ${changed} changed, ${unchanged} as before.${left}`;
}

async function takeInJson(workspace: Workspace, registers: Registers, file: File): Promise<string> {
  const json = parsed(await file.text());
  const tables = compareRegistersJson(json, registers);
  if (tables !== null) return takeInRegisters(workspace, file.name, tables);
  const whole = parseWorkspaceFile(json);
  if (whole?.ok === false) return `${file.name}: ${whole.failure} ${NOTHING}`;
  if (whole !== null) {
    const { events, snapshots } = await adoptWorkspace(workspace, whole.value);
    const known = whole.value.events.length - events;
    const passed = known === 0 ? '' : ` ${known} were known already.`;
    return `${file.name}: ${events} of ${counted(whole.value.events.length, 'entry')} and ${counted(snapshots, 'file')} are new and were taken in.${passed}`;
  }
  const bundle = parseBundle(json);
  if (!bundle.ok) return `${file.name}: ${bundle.failure.message} ${NOTHING}`;
  const { events } = bundle.value;
  const fresh = await workspace.log.adopt(events);
  const known = events.length - fresh;
  const passed = known === 0 ? '' : ` ${known} were known already.`;
  return `${file.name}: ${fresh} of ${events.length} entries are new and were taken in.${passed}`;
}

/** Takes in what an Andon exported: a workspace, events, or registers. What is known is passed over. Answers a sentence. */
export async function takeInOwn(workspace: Workspace, registers: Registers, file: File): Promise<string> {
  if (!/\.(csv|tsv|txt)$/i.test(file.name)) return takeInJson(workspace, registers, file);
  const cells = cellsOf(file.name, new Uint8Array(await file.arrayBuffer()));
  const found = compareRegisterCsv(cells, registers);
  return found === null
    ? `${file.name}: this is no register that Andon exported. Drop exports of metrics on the window instead. ${NOTHING}`
    : takeInRegisters(workspace, file.name, found);
}
