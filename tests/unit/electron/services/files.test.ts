import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { deviceOf } from '#electron/services/device.ts';
import { safeFileName } from '#electron/services/file-name.ts';
import { createGrants, EVERYONE } from '#electron/services/grants.ts';
import { isInside, openReal, resolveInside } from '#electron/services/path-guard.ts';
import { saveReadout } from '#electron/services/save-readout.ts';
import { screenFile } from '#electron/services/screen-files.ts';
import { openSettings } from '#electron/services/settings.ts';
import { createSnapshots } from '#electron/services/snapshots.ts';
import { writeAtomic } from '#electron/services/write-atomic.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

describe('writing a file whole', () => {
  it('replaces what was there and leaves nothing else behind', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'settings.json');
    await writeAtomic(file, 'old');
    await writeAtomic(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('keeps the old content, and no draft, when the new one cannot take its place', async () => {
    const folder = await temporaryFolder();
    const occupied = path.join(folder, 'occupied');
    await mkdir(path.join(occupied, 'inner'), { recursive: true });
    await expect(writeAtomic(occupied, 'new')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['occupied']);
  });

  it('tells in a sentence why a readout was not saved', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'readout.md', 'inner'), { recursive: true });
    const saved = await saveReadout(path.join(folder, 'readout.md'), '# Readout');
    expect(saved).toMatchObject({ ok: false, failure: { code: 'not-saved' } });
    expect(JSON.stringify(saved)).not.toContain(folder);
    expect(await saveReadout(path.join(folder, 'other.md'), '# Readout')).toEqual({
      ok: true,
      value: { kind: 'saved', name: 'other.md' },
    });
  });
});

describe('the path guard', () => {
  it('knows a sibling whose name begins the same from a folder inside', () => {
    expect(isInside('/data/inbox', '/data/inbox/a.csv')).toBe(true);
    expect(isInside('/data/inbox', '/data/inbox-evil/a.csv')).toBe(false);
    expect(isInside('/data/inbox', '/data')).toBe(false);
    expect(isInside('/data/inbox', '/data/inbox/..a.csv')).toBe(true);
  });

  it('finds what lies inside and nothing that leads out', async () => {
    const folder = await temporaryFolder();
    const root = path.join(folder, 'root');
    await mkdir(root);
    await writeFile(path.join(root, 'in.csv'), 'in');
    await writeFile(path.join(folder, 'out.csv'), 'out');
    await symlink(path.join(folder, 'out.csv'), path.join(root, 'link.csv'));
    await symlink(root, path.join(folder, 'link-to-root'));

    expect(await resolveInside(root, 'in.csv')).toBe(path.join(root, 'in.csv'));
    expect(await resolveInside(path.join(folder, 'link-to-root'), 'in.csv')).toBe(path.join(root, 'in.csv'));
    const outside = ['../out.csv', 'link.csv', path.join(folder, 'out.csv'), 'in.csv\0', 'missing.csv'];
    expect(await Promise.all(outside.map((name) => resolveInside(root, name)))).toEqual(
      outside.map(() => null),
    );
  });

  it('does not open a file that became a link after it was granted', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'export.csv');
    await writeFile(path.join(folder, 'secret'), 'secret');
    await symlink(path.join(folder, 'secret'), file);
    await expect(openReal(file)).rejects.toThrow();
  });
});

describe('grants', () => {
  it('stand for a path with its owner and with nobody else', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'dora.csv');
    await writeFile(file, '12345');
    const grants = createGrants();
    const grant = await grants.offer('window 1', file);
    const token = grant?.token ?? '';
    expect(grant).toEqual({ token: expect.stringMatching(/^[\w-]{22}$/), name: 'dora.csv', bytes: 5 });
    expect(grants.find('window 1', token)).toMatchObject({ path: file, isFolder: false });
    expect(grants.find('window 2', token)).toBeNull();
    expect(grants.release('window 2', token)).toBeNull();
    grants.drop('window 1');
    expect(grants.find('window 1', token)).toBeNull();
  });

  it('are for all windows where the app itself offers the file', async () => {
    const folder = await temporaryFolder();
    const grants = createGrants();
    const grant = await grants.offer(EVERYONE, folder);
    expect(grants.find('window 7', grant?.token ?? '')).toMatchObject({ isFolder: true });
    expect(grants.release('window 7', grant?.token ?? '')).toBeNull();
    expect(grants.find('window 7', grant?.token ?? '')).not.toBeNull();
  });

  it('are not given for what does not exist', async () => {
    expect(await createGrants().offer('window 1', '/nowhere/at/all.csv')).toBeNull();
  });
});

describe('kept snapshots', () => {
  it('come back byte for byte, and are listed by id', async () => {
    const snapshots = createSnapshots(path.join(await temporaryFolder(), 'snapshots'));
    const columns = Uint8Array.from({ length: 1000 }, (_, at) => at % 256);
    expect(await snapshots.list()).toEqual([]);
    const bytes = await snapshots.keep('aa11', '{"file":"größe.csv"}', columns);
    expect(await snapshots.read('aa11')).toEqual({ header: '{"file":"größe.csv"}', columns });
    expect(await snapshots.list()).toEqual([{ id: 'aa11', bytes }]);
    expect(await snapshots.read('bb22')).toBeNull();
  });

  it('are refused when a bit flipped or the end is missing', async () => {
    const folder = await temporaryFolder();
    const snapshots = createSnapshots(folder);
    await snapshots.keep('aa11', '{}', new Uint8Array(64));
    const [name = ''] = await readdir(folder);
    const whole = await readFile(path.join(folder, name));
    for (const damaged of [whole.subarray(0, 40), Buffer.alloc(0), Buffer.from(whole).fill(1, 20, 21)]) {
      await writeFile(path.join(folder, name), damaged);
      await expect(snapshots.read('aa11')).rejects.toThrow();
    }
  });
});

describe('what a device remembers', () => {
  it('keeps its random name over restarts and makes a new one when it is gone', async () => {
    const folder = await temporaryFolder();
    const first = await deviceOf(folder);
    expect(first).toMatch(/^[a-z0-9-]{36}$/);
    expect(await deviceOf(folder)).toBe(first);
    await rm(path.join(folder, 'device'));
    expect(await deviceOf(folder)).not.toBe(first);
  });

  it('starts from the defaults when the settings cannot be understood', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'settings.json'), '{ not json');
    const settings = await openSettings(folder);
    expect(settings.current()).toEqual({
      inbox: null,
      dealtWith: [],
      moveTaken: false,
      stageDisplay: null,
    });
    await settings.change({ inbox: '/exports' });
    expect((await openSettings(folder)).current().inbox).toBe('/exports');
  });

  it('forgets a display that makes no sense, and nothing else', async () => {
    const folder = await temporaryFolder();
    await writeFile(path.join(folder, 'settings.json'), '{"inbox":"/exports","stageDisplay":{"id":"left"}}');
    expect((await openSettings(folder)).current()).toMatchObject({ inbox: '/exports', stageDisplay: null });
  });
});

describe('names', () => {
  it.each([
    ['Review 2026-11-20.md', 'Review 2026-11-20.md'],
    ['../../etc/passwd', 'etc passwd'],
    ['con.txt', '_con.txt'],
    ['a:b*c?.csv', 'a b c .csv'],
    ['\u0000\u202e', 'readout'],
    ['...', 'readout'],
  ])('makes %j into %j for every file system', (given, safe) => {
    expect(safeFileName(given)).toBe(safe);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets%5c..%5cpackage.json',
    '//etc/passwd',
    '/.electron.built',
    '/assets/.hidden.js',
    '/C:/Windows/win.ini',
    '/index.html%00.js',
    '/assets/',
    '/assets/main.exe',
    '/assets/noextension',
    '/assets/constructor',
    'index.html',
  ])('finds no file of the screen at %s', (pathname) => {
    expect(screenFile(pathname)).toBeNull();
  });

  it('finds the screen’s own files', () => {
    expect(screenFile('/')).toEqual({ file: 'index.html', type: 'text/html; charset=utf-8' });
    expect(screenFile('/assets/index-B4x_9.js')?.file).toBe('assets/index-B4x_9.js');
  });
});
