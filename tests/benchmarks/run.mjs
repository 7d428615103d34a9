#!/usr/bin/env node
// `npm run bench`: runs every benchmark of this folder, or those named, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const beside = path.join(here, 'beside');
const named = process.argv.slice(2);
const all = readdirSync(here).filter((name) => name.endsWith('.ts'));
const wanted = named.length === 0 ? all : all.filter((name) => named.includes(path.parse(name).name));
const outDir = mkdtempSync(path.join(tmpdir(), 'andon-bench-'));

/** Fetches what a benchmark compares with, which the app itself has no use for. */
function provide(name) {
  const needed = readFileSync(path.join(here, name), 'utf8').includes("'@duckdb/node-api'");
  if (!needed || existsSync(path.join(beside, 'node_modules/@duckdb/node-api'))) return;
  console.log('Fetching DuckDB for the comparison.');
  // Not `npm ci`: a lock file that was made on one system lacks the binaries of the others.
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
  spawnSync('npm', args, { cwd: beside, stdio: 'inherit', shell: process.platform === 'win32' });
}

try {
  for (const name of wanted) {
    provide(name);
    await build({
      configFile: false,
      logLevel: 'error',
      root: path.resolve(here, '../..'),
      ssr: { noExternal: true },
      build: {
        ssr: path.join(here, name),
        outDir,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
      },
    });
    console.log(`\n${path.parse(name).name}`);
    const bundle = path.join(outDir, `${path.parse(name).name}.mjs`);
    const env = { ...process.env, ANDON_BESIDE: beside };
    const done = spawnSync(process.execPath, ['--expose-gc', bundle], { stdio: 'inherit', env });
    if (done.status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
