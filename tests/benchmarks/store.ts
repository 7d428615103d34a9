import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Storing a million points in a real Chromium. First the store alone: a commit beside the raw write of the same bytes
 * in the same page, one series back, everything back. Then the built app: a file of a million rows from the drop to the
 * receipt, and the longest task of its window meanwhile. Run by hand on a built app.
 */
const ROUNDS = 7;
const SERIES = 10_000;
const ROWS = 1_000_000;

type Chromium = typeof import('@playwright/test').chromium;
type Page = Awaited<ReturnType<Awaited<ReturnType<Chromium['launch']>>['newPage']>>;

const require = createRequire(path.join(process.cwd(), 'package.json'));
const { chromium } = require('@playwright/test') as { readonly chromium: Chromium };
const { build } = (await import(require.resolve('vite'))) as typeof import('vite');

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

async function pageBundle(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: process.cwd(),
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'chrome130',
      rolldownOptions: {
        input: path.resolve('tests/benchmarks/pages/store-page.ts'),
        output: { entryFileNames: 'page.js' },
      },
    },
  });
  return readFile(path.join(folder, 'page.js'), 'utf8');
}

async function measureStore(page: Page, folder: string): Promise<void> {
  const script = await pageBundle(folder);
  const server = createServer((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction(() => 'measure' in globalThis);
  const rounds = await page.evaluate(([series, times]) => globalThis.measure(series, times), [
    SERIES,
    ROUNDS,
  ] as const);
  server.close();
  const column = (at: number) => median(rounds.map((one) => one[at] ?? Number.NaN));
  const best = (at: number) => Math.min(...rounds.map((one) => one[at] ?? Number.NaN));
  const ratio = median(rounds.map(([raw = Number.NaN, commit = Number.NaN]) => commit / raw));
  console.log(
    `commit of 1 M points in ${SERIES} series: ${ratio.toFixed(2)} x the raw write of the same bytes (best against best ${(best(1) / best(0)).toFixed(2)})`,
  );
  console.log(`  raw ${column(0).toFixed(0)} ms, commit ${column(1).toFixed(0)} ms`);
  console.log(
    `  one series back ${column(2).toFixed(2)} ms, everything ${column(3).toFixed(0)} ms (best ${best(2).toFixed(2)} and ${best(3).toFixed(0)})`,
  );
}

async function writeExport(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write('date,service,metric,value\n');
  const services = 1000;
  for (let row = 0; row < ROWS; row += 1) {
    const day = new Date(Date.UTC(2023, 0, 1 + Math.floor(row / services))).toISOString().slice(0, 10);
    const value = 10 + ((row * 7919) % 1000) / 10;
    if (!out.write(`${day},service-${row % services},lead time,${value}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

async function startApp(folder: string): Promise<{ readonly host: ChildProcess; readonly address: string }> {
  const host = spawn(process.execPath, ['dist/electron/web.js', '--port', '0'], {
    env: { ...process.env, ANDON_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve) => {
    host.stdout.on('data', (chunk: Buffer) => {
      const found = /open at (\S+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { host, address };
}

/** Notes every task of the window that is long enough to be felt, with the step under way. */
function watchTasks(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: { step: string; ms: number }[] = [];
    const state = { step: 'choosing', seen };
    Object.assign(globalThis, { longTasks: state });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.push({ step: state.step, ms: entry.duration });
    }).observe({ entryTypes: ['longtask'] });
  });
}

function stepIs(page: Page, step: string): Promise<void> {
  return page.evaluate((name) => {
    const { longTasks } = globalThis as unknown as { longTasks: { step: string } };
    longTasks.step = name;
  }, step);
}

async function measureImport(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample organization' }).waitFor();
  await page.waitForTimeout(1000);
  await watchTasks(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const from = performance.now();
  await (await chooser).setFiles(file);
  await stepIs(page, 'reading');
  const add = page.getByRole('button', { name: /^Add [\d,]+/ });
  await add.waitFor({ timeout: 120_000 });
  const read = performance.now() - from;
  await stepIs(page, 'storing');
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/is in: [\d,]+ values added/)
    .first()
    .waitFor({ timeout: 120_000 });
  const stored = performance.now() - from - read;
  await stepIs(page, 'evaluating');
  await page.waitForTimeout(15_000);
  const tasks = await page.evaluate(
    () => (globalThis as unknown as { longTasks: { seen: { step: string; ms: number }[] } }).longTasks.seen,
  );
  console.log(
    `import of ${ROWS.toLocaleString('en')} rows: read ${read.toFixed(0)} ms, stored ${stored.toFixed(0)} ms`,
  );
  for (const step of ['choosing', 'reading', 'storing', 'evaluating']) {
    const own = tasks.filter((task) => task.step === step).map((task) => task.ms);
    const longest = own.length === 0 ? 'none above 50 ms' : `longest ${Math.max(...own)} ms of ${own.length}`;
    console.log(`  tasks of the window while ${step}: ${longest}`);
  }
}

const folder = await mkdtemp(path.join(tmpdir(), 'andon-store-'));
const executablePath = process.env['ANDON_CHROMIUM'];
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await measureStore(page, folder);
  const file = path.join(folder, 'a-million.csv');
  await writeExport(file);
  const { host, address } = await startApp(folder);
  await page.goto(address);
  await measureImport(page, file);
  host.kill();
} finally {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
}
