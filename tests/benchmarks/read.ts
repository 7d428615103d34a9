import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { DAY_MS, dayToMs, msToDay } from '#shared/day.ts';

/**
 * From file to typed series, beside DuckDB: a table of one and of ten million rows with six columns, a twentieth of its
 * cells quoted. Each reader runs in a process of its own, in turn, and says how far its memory grew. Run by hand.
 */
const { ANDON_BENCH_ROWS, ANDON_BESIDE = '' } = process.env as Readonly<Record<string, string | undefined>>;
const SIZES = (ANDON_BENCH_ROWS ?? '1000000,10000000').split(',').map(Number);
const ROUNDS = 5;
const DUCKDB = '@duckdb/node-api';
const SERVICES = 500;
const METRICS = [
  'deploys lead_time_h p95_ms error_count incidents mttr_h cost_usd open_cves coverage_x queue_depth',
  'builds failed_builds pages toil_hours tickets backlog reviews review_hours restarts saturation',
].flatMap((line) => line.split(' '));
const FIRST_DAY = dayToMs('2024-01-01') ?? 0;

/** Writes the table; the same one in every run. */
function writeTable(file: string, rows: number): void {
  let seed = 42;
  const chance = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const handle = openSync(file, 'w');
  let text = 'day,service,metric,value,team,note\n';
  for (let row = 0; row < rows; row += 1) {
    const service = row % SERVICES;
    const metric = METRICS[Math.floor(row / SERVICES) % METRICS.length];
    const day = msToDay(FIRST_DAY + Math.floor(row / (SERVICES * METRICS.length)) * DAY_MS);
    const note = chance() < 0.3 ? `"re-run, ""late"" batch ${Math.floor(chance() * 40)}"` : 'nightly batch';
    const value = (chance() * 100_000).toFixed(2);
    text += `${day},checkout-${String(service).padStart(3, '0')},${metric},${value},payments-team-${service % 40},${note}\n`;
    if (text.length < 1_000_000) continue;
    writeSync(handle, text);
    text = '';
  }
  writeSync(handle, text);
  closeSync(handle);
}

type Column = { readonly items?: { readonly slice: () => unknown } };
type Chunk = { readonly rowCount: number; readonly getColumnVector: (column: number) => Column };
type Stream = {
  readonly fetchChunk: () => Promise<Chunk | null>;
  readonly getRows: () => Promise<readonly (readonly string[])[]>;
};
type DuckDb = {
  readonly run: (sql: string) => Promise<Stream>;
  readonly stream: (sql: string) => Promise<Stream>;
};

async function duckDb(): Promise<DuckDb> {
  const require = createRequire(path.join(ANDON_BESIDE, 'package.json'));
  const { DuckDBInstance } = require(DUCKDB) as {
    readonly DuckDBInstance: {
      readonly create: (file: string) => Promise<{ connect: () => Promise<DuckDb> }>;
    };
  };
  return (await DuckDBInstance.create(':memory:')).connect();
}

async function readTable(database: DuckDb, file: string): Promise<void> {
  await database.run(`create table points as select * from read_csv('${file}')`);
}

/** Numbers and dates as typed arrays, texts as typed arrays of codes: what series are made of. */
async function readColumns(database: DuckDb, file: string): Promise<unknown> {
  await readTable(database, file);
  const columns = await (await database.run('describe points')).getRows();
  const wanted: string[] = [];
  for (const [name, type] of columns) {
    if (type === 'VARCHAR') {
      await database.run(
        `create type of_${name} as enum (select distinct ${name} from points where ${name} is not null)`,
      );
      wanted.push(`${name}::of_${name}`);
    } else wanted.push(type === 'DATE' ? `epoch_ms(${name})` : `${name}::double`);
  }
  const stream = await database.stream(`select ${wanted.join(', ')} from points`);
  const kept: unknown[][] = wanted.map(() => []);
  for (;;) {
    const chunk = await stream.fetchChunk();
    if (chunk === null || chunk.rowCount === 0) return kept;
    kept.forEach((parts, at) => {
      parts.push(chunk.getColumnVector(at).items?.slice());
    });
  }
}

function countNewlines(file: string): number {
  const handle = openSync(file, 'r');
  const buffer = new Uint8Array(1 << 20);
  let lines = 0;
  for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
    for (let at = 0; at < size; at += 1) if (buffer[at] === 0x0a) lines += 1;
  }
  closeSync(handle);
  return lines;
}

async function readSeries(file: string): Promise<unknown> {
  const { readExportFile } = await import('#electron/services/read-exports/read-exports.ts');
  const job = { path: file, name: 'table.csv', settings: {}, signal: new AbortController().signal };
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const script = new URL(import.meta.url);
  const read = await readExportFile({ ...job, onProgress: () => undefined }, context, { script });
  if (!read.ok || read.value.points === null) throw new Error('The table was not read.');
  return read.value.points;
}

const READERS: Readonly<Record<string, (file: string) => Promise<unknown> | unknown>> = {
  'count line ends': countNewlines,
  'DuckDB, a table': async (file) => readTable(await duckDb(), file),
  'DuckDB, typed columns': async (file) => readColumns(await duckDb(), file),
  'Andon, typed series': readSeries,
};
const BESIDE = 'DuckDB, typed columns';

type Run = { readonly ms: number; readonly cpu: number; readonly megabytes: number };

async function runOne(reader: string, file: string): Promise<void> {
  const before = process.memoryUsage().rss;
  const used = process.cpuUsage();
  const began = performance.now();
  const held = await READERS[reader]?.(file);
  const ms = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  const peak = process.resourceUsage().maxRSS * 1024;
  const run: Run = { ms, cpu: (user + system) / 1000, megabytes: (peak - before) / 1024 ** 2 };
  console.log(JSON.stringify(run));
  process.exit(held === null ? 1 : 0);
}

function inItsOwnProcess(reader: string, file: string): Run {
  const bundle = fileURLToPath(import.meta.url);
  const done = spawnSync(process.execPath, [bundle, reader, file], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${reader}: ${done.stderr}`);
  return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Run;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function compare(rows: number, folder: string): void {
  const file = path.join(folder, 'table.csv');
  writeTable(file, rows);
  const runs = new Map(Object.keys(READERS).map((reader) => [reader, [] as Run[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [reader, list] of runs) list.push(inItsOwnProcess(reader, file));
  }
  const of = (reader: string, key: keyof Run): number =>
    median((runs.get(reader) ?? []).map((run) => run[key]));
  console.log(`${rows.toLocaleString('en-US')} rows; x ${BESIDE}; memory growth at its peak`);
  for (const reader of runs.keys()) {
    const time = (of(reader, 'ms') / of(BESIDE, 'ms')).toFixed(2);
    const work = (of(reader, 'cpu') / of(BESIDE, 'cpu')).toFixed(2);
    const ms = of(reader, 'ms').toFixed(0);
    const megabytes = of(reader, 'megabytes').toFixed(0);
    console.log(
      `  ${reader.padEnd(22)} time ${time.padStart(5)}   processor ${work.padStart(5)}   ${megabytes.padStart(5)} MB   (${ms} ms)`,
    );
  }
}

function compareAll(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'andon-bench-read-'));
  try {
    for (const rows of SIZES) compare(rows, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, , reader, file] = process.argv;
if (!isMainThread) await import('#electron/services/read-exports/worker.ts');
else if (reader !== undefined && file !== undefined) await runOne(reader, file);
else compareAll();
