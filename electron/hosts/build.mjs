#!/usr/bin/env node
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { projectFolder, staleParts, stampFor } from './freshness.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean' }, silent: { type: 'boolean' } },
});

const say = values.silent ? () => undefined : (sentence) => console.log(sentence);
const logLevel = 'warn';
const inProject = (file) => path.join(projectFolder, file);

const BUILDERS = {
  renderer: () => build({ configFile: inProject('renderer/vite.config.ts'), logLevel }),
  electron: async () => {
    const configFile = inProject('electron/vite.config.ts');
    await build({ configFile, logLevel });
    if (existsSync(inProject('electron/hosts/desktop/preload.ts'))) {
      await build({ configFile, logLevel, mode: 'preload' });
    }
    await checkDomain();
  },
};

/** The domain tables are data: what refers to nothing is found here, not in a meeting. */
async function checkDomain() {
  const file = inProject('dist/electron/validate.js');
  if (!existsSync(file)) return;
  const { validateDomain } = await import(pathToFileURL(file).href);
  const problems = validateDomain();
  if (problems.length > 0) throw new Error(`The domain tables do not hold together:\n${problems.join('\n')}`);
}

const wanted = positionals.length > 0 ? positionals : Object.keys(BUILDERS);
const parts = values.force ? wanted : staleParts(wanted);
for (const part of parts) {
  const began = Date.now();
  const stamp = stampFor(part);
  await BUILDERS[part]();
  stamp();
  say(`Built ${part} in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}
if (parts.length === 0) say('Everything is built.');
