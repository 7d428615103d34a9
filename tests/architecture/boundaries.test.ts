import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

type Violation = `${string} imports ${string}`;

function violations(
  files: readonly string[],
  forbidden: (target: string, file: string) => boolean,
): Violation[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter((target) => forbidden(target, file))
      .map((target): Violation => `${file} imports ${target}`),
  );
}

const shared = sources('shared');
const electron = sources('electron');
const renderer = sources('renderer');

function isPackage(target: string, name: string): boolean {
  return target === name || target.startsWith(`${name}/`);
}

/** Packages that shape the app, each with the one place that may import it. */
const HOMES: Readonly<Record<string, string>> = {
  dexie: 'renderer/src/data/',
  zustand: 'renderer/src/state/',
  'chart.js': 'renderer/src/charts/',
  'react-aria-components': 'renderer/src/ui/',
  zod: 'shared/zod.ts',
  yaml: 'shared/formats/yaml.ts',
  'temporal-polyfill': 'shared/',
  electron: 'electron/hosts/desktop/',
  chokidar: 'electron/services/',
};

describe('boundaries', () => {
  it('finds the sources it judges', () => {
    expect(shared.length).toBeGreaterThan(5);
  });

  it('keeps shared/ pure: no Node, no framework, nothing of the other folders', () => {
    const allowed = /^(#shared\/|\.\/|zod$|yaml$|temporal-polyfill$)/;
    expect(violations(shared, (target) => !allowed.test(target))).toEqual([]);
  });

  it('keeps electron/ and renderer/ apart', () => {
    expect(violations(electron, (target) => target.startsWith('#renderer/'))).toEqual([]);
    expect(
      violations(renderer, (target) => target.startsWith('#electron/') || target.startsWith('node:')),
    ).toEqual([]);
  });

  it.each(Object.entries(HOMES))('lets %s be imported from %s only', (name, home) => {
    const all = [...shared, ...electron, ...renderer];
    expect(violations(all, (target, file) => isPackage(target, name) && !file.startsWith(home))).toEqual([]);
  });

  it('never climbs out of a folder with ../', () => {
    const all = [...shared, ...electron, ...renderer].filter((file) => !file.endsWith('vite.config.ts'));
    expect(violations(all, (target) => target.startsWith('../'))).toEqual([]);
  });

  it('keeps the screens of features/ independent of each other', () => {
    const features = renderer.filter((file) => file.startsWith('renderer/src/features/'));
    const own = (file: string) => file.split('/')[3];
    const sibling = (target: string, file: string) => {
      const match = /^#renderer\/src\/features\/([^/]+)\//.exec(target);
      return match !== null && match[1] !== own(file);
    };
    expect(violations(features, sibling)).toEqual([]);
  });

  it('lets nothing import the tests', () => {
    const all = [...shared, ...electron, ...renderer];
    expect(violations(all, (target) => target.startsWith('#tests/'))).toEqual([]);
  });
});
