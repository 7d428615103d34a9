#!/usr/bin/env node
// `npm run bench`: runs every benchmark of this folder, or those named, each in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const named = process.argv.slice(2);
const all = readdirSync(here).filter((name) => name.endsWith('.ts'));
const wanted = named.length === 0 ? all : all.filter((name) => named.includes(path.parse(name).name));
const outDir = mkdtempSync(path.join(tmpdir(), 'andon-bench-'));

try {
  for (const name of wanted) {
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
    const done = spawnSync(process.execPath, ['--expose-gc', bundle], { stdio: 'inherit' });
    if (done.status !== 0) process.exitCode = 1;
  }
} finally {
  rmSync(outDir, { recursive: true, force: true });
}
