import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Misuse, type Terminal } from '#electron/hosts/cli/command.ts';
import { mappingIn } from '#electron/hosts/cli/read.ts';
import { settingsFrom } from '#electron/hosts/cli/read-answers.ts';
import type { ExportJob } from '#electron/services/exports.ts';
import { readExportFile } from '#electron/services/read-exports/read-exports.ts';
import { msToDay } from '#shared/day.ts';
import { parseBundle } from '#shared/events/bundle.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { mergeEvents } from '#shared/events/merge.ts';
import { strictestTargets } from '#shared/formats/strictest-targets.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import type { Registers } from '#shared/registers/registers.ts';
import type { Result } from '#shared/result.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { mergeRecords, type Records } from '#shared/series/records/merge-records.ts';
import type { FileRecords } from '#shared/series/records/record.ts';
import type { PointTable, Series } from '#shared/series/series.ts';
import type { Reading, ReadSettings, ReadTarget } from '#shared/tabular/reading.ts';

/** Reads one file; its points are null while something about it is to be answered, or when it is refused. */
export type ReadExport = (
  job: ExportJob,
) => Promise<Result<{ readonly reading: Reading; readonly points: PointTable | null }, Failure>>;

export const readExport: ReadExport = (job) =>
  readExportFile(job, { entities: [], today: msToDay(Date.now()), remembered: [] });

/** Options of every command that reads files for their series. */
export const READING_OPTIONS = {
  answer: { type: 'string', multiple: true },
  map: { type: 'string' },
} as const;

/** Settings from `--map` and `--answer`. */
export async function settingsOf(values: {
  readonly answer?: readonly string[] | undefined;
  readonly map?: string | undefined;
}): Promise<ReadSettings> {
  return settingsFrom(values.answer ?? [], await mappingIn(values.map));
}

export type SeriesOfFiles = {
  /** As the files give them. */
  readonly series: readonly Series[];
  /** Objectives that the files declare, the strictest of each metric and entity. */
  readonly targets: readonly ReadTarget[];
  /** Who, what and when of incidents, findings, assets, launches and initiatives. */
  readonly records: Records;
  /** What is on record, where a bundle of events is among the files. */
  readonly registers: Registers | null;
  /** 1 when a file needs an answer or has rows that could not be read, 2 when one was refused. */
  readonly status: 0 | 1 | 2;
};

/** The file's text, for the few layouts that the command line reads by itself; null when it is no text or not there. */
export async function textOf(file: string): Promise<string | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null || bytes.includes(0) ? null : bytes.toString('utf8');
}

/** The events of a bundle, null for any other file. */
async function bundleIn(file: string): Promise<readonly StoredEvent[] | null> {
  if (!file.endsWith('.json')) return null;
  const text = await textOf(file);
  if (text === null || !text.includes('andon-events')) return null;
  try {
    const bundle = parseBundle(JSON.parse(text));
    return bundle.ok ? bundle.value.events : null;
  } catch {
    return null;
  }
}

function statusOf(reading: Reading): 0 | 1 | 2 {
  if (reading.status === 'refused') return 2;
  return reading.status === 'needs-answer' || reading.rows.rejected.length > 0 ? 1 : 0;
}

function trouble(reading: Reading): string | null {
  if (reading.status === 'refused') return reading.sentence;
  if (reading.status === 'needs-answer') {
    return reading.questions.map(({ code, column, why }) => `${code} ${column ?? ''}: ${why}`).join('; ');
  }
  const lines = reading.rows.rejected.map(({ line }) => line);
  return lines.length === 0
    ? null
    : `${reading.rows.rejectedCount} rows could not be read (${lines.slice(0, 5).join(', ')})`;
}

/** Puts standard input where files are read from, for the time that `use` takes. */
export async function withInput<Answer>(
  files: readonly string[],
  terminal: Terminal,
  use: (files: readonly string[]) => Promise<Answer>,
): Promise<Answer> {
  if (files.length === 0) throw new Misuse('Name at least one file.');
  if (!files.includes('-')) return use(files);
  const folder = await mkdtemp(path.join(tmpdir(), 'andon-'));
  try {
    const input = path.join(folder, 'standard-input.csv');
    await writeFile(input, await terminal.input());
    return await use(files.map((file) => (file === '-' ? input : file)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads files one after the other; one that is refused is named on standard error and does not stop the others. */
export async function readSeries(
  files: readonly string[],
  read: ReadExport,
  terminal: Terminal,
  settings: ReadSettings,
): Promise<SeriesOfFiles> {
  const snapshots: Parameters<typeof mergeSnapshots>[0][number][] = [];
  const targets: ReadTarget[] = [];
  const records: FileRecords[] = [];
  const events: StoredEvent[] = [];
  let status: 0 | 1 | 2 = 0;
  for (const file of files) {
    const name = path.basename(file);
    const bundle = await bundleIn(file);
    if (bundle !== null) {
      events.push(...bundle);
      continue;
    }
    const result = await read({
      path: file,
      name,
      settings,
      signal: new AbortController().signal,
      onProgress: ({ rows }) => {
        if (terminal.isWatched) terminal.err(`\r${name}: ${rows} rows`);
      },
    });
    if (!result.ok) {
      terminal.err(`${name}: ${result.failure.message}\n`);
      status = 2;
      continue;
    }
    const { reading, points } = result.value;
    const words = trouble(reading);
    if (words !== null) terminal.err(`${name}: ${words}\n`);
    status = Math.max(status, statusOf(reading)) as 0 | 1 | 2;
    targets.push(...reading.targets);
    if (points?.records !== undefined) records.push(points.records);
    if (points !== null) snapshots.push({ id: name, points });
  }
  const merged = mergeSnapshots(snapshots);
  for (const { message } of merged.setAside) terminal.err(`${message}\n`);
  return {
    series: merged.series,
    targets: strictestTargets(targets),
    records: mergeRecords(records),
    registers: events.length === 0 ? null : foldRegisters(mergeEvents(events)),
    status,
  };
}
