import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './freshness.mjs';

const PACKAGE = path.join(projectFolder, 'node_modules/electron');
const PAGE = 'https://github.com/electron/electron/releases';
const USUAL = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The Electron of `ELECTRON_OVERRIDE_DIST_PATH`, else the one that its package fetched; null when there is none. */
export function installedElectron() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(PACKAGE, 'dist');
  const note = path.join(PACKAGE, 'path.txt');
  const name = existsSync(note) ? readFileSync(note, 'utf8') : (USUAL[process.platform] ?? 'electron');
  const file = path.join(folder, name);
  return existsSync(file) ? file : null;
}

async function isReachable(address) {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(5000) }).then(
    () => true,
    () => false,
  );
}

/** Lets the electron package fetch its program. Where its site cannot be reached, this takes seconds and gives null. */
export async function fetchElectron() {
  const patient = await isReachable(process.env.ELECTRON_MIRROR ?? PAGE);
  const timeout = patient ? 600_000 : 15_000;
  await new Promise((resolve) => {
    const fetching = spawn(process.execPath, [path.join(PACKAGE, 'install.js')], {
      stdio: 'ignore',
      timeout,
    });
    fetching.on('exit', resolve).on('error', resolve);
  });
  return installedElectron();
}
