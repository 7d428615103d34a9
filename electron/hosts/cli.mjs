#!/usr/bin/env node
// `npm run --silent andon -- COMMAND`: what it prints is the command's alone, so it installs and builds in silence.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installIsStale, projectFolder, staleParts } from './freshness.mjs';

function quietly(command, args) {
  const windows = process.platform === 'win32';
  const done = spawnSync(command, args, { cwd: projectFolder, encoding: 'utf8', shell: windows });
  if (done.status === 0) return;
  process.stderr.write(`${done.stdout}${done.stderr}`);
  process.exit(2);
}

if (installIsStale()) quietly('npm', ['ci', '--loglevel=error']);
if (staleParts(['electron']).length > 0) {
  quietly(process.execPath, [path.join(projectFolder, 'electron/hosts/build.mjs'), '--silent', 'electron']);
}

const cli = path.join(projectFolder, 'dist/electron/cli.js');
const done = spawnSync(process.execPath, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = done.status ?? 2;
