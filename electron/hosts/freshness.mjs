import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** What each built part is made of. Built again when the content of any of it changed. */
const PARTS = {
  renderer: ['renderer', 'shared', 'assets', 'package-lock.json'],
  electron: ['electron', 'shared', 'package-lock.json'],
};

const PROOFS = { renderer: 'dist/renderer/index.html', electron: 'dist/electron/web.js' };

function filesBelow(file) {
  if (!existsSync(file)) return [];
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file)
    .sort()
    .flatMap((name) => filesBelow(path.join(file, name)));
}

function fingerprint(part) {
  const hash = createHash('sha256');
  for (const source of PARTS[part]) {
    for (const file of filesBelow(path.join(projectFolder, source))) {
      hash.update(path.relative(projectFolder, file)).update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function stampOf(part) {
  return path.join(projectFolder, 'dist', `.${part}.built`);
}

/** The parts (`renderer`, `electron`) whose sources are not those that were built last. */
export function staleParts(parts = Object.keys(PARTS)) {
  return parts.filter((part) => {
    if (!existsSync(path.join(projectFolder, PROOFS[part])) || !existsSync(stampOf(part))) return true;
    return readFileSync(stampOf(part), 'utf8') !== fingerprint(part);
  });
}

/** Remembers that a part was built from sources with this fingerprint; take it before building. */
export function stampFor(part) {
  const print = fingerprint(part);
  return () => {
    mkdirSync(path.dirname(stampOf(part)), { recursive: true });
    writeFileSync(stampOf(part), print);
  };
}

/** Whether node_modules is missing or older than the lock file says. */
export function installIsStale() {
  const lock = path.join(projectFolder, 'package-lock.json');
  const installed = path.join(projectFolder, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  const wanted = JSON.parse(readFileSync(lock, 'utf8')).packages ?? {};
  const present = JSON.parse(readFileSync(installed, 'utf8')).packages ?? {};
  return Object.entries(wanted).some(([where, about]) => {
    if (where === '' || about.optional === true || about.link === true) return false;
    return present[where]?.version !== about.version;
  });
}
