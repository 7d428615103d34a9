import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Terminal } from '#electron/hosts/cli/command.ts';
import { isCommand, runCommand } from '#electron/hosts/cli/run-command.ts';
import { dataFolderOf } from '#electron/services/data-folder.ts';
import { findChromium } from '#electron/services/find-chromium.ts';
import { knownLocale } from '#electron/services/locale.ts';
import { printWithChromium } from '#electron/services/print-with-chromium.ts';
import { localDay } from '#electron/services/today.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const root = path.resolve(import.meta.dirname, '../..');
const chromium = await findChromium(process.platform, process.env);

function terminal() {
  const said = { out: '', err: '' };
  const recorded: Terminal = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    input: async () => new Uint8Array(),
    isWatched: false,
  };
  return { said, recorded };
}

describe('the command line', () => {
  it.each([
    [['--help'], 0],
    [['read', '--help'], 0],
    [['sample', '--help'], 0],
    [[], 2],
    [['unheard-of'], 2],
    [['sample'], 2],
    [['sample', '--unheard-of', 'x'], 2],
  ])('ends %j with %i and a word to the person', async (args, status) => {
    const { said, recorded } = terminal();
    expect(await runCommand(args, recorded)).toBe(status);
    expect(said.out + said.err).toMatch(/andon/);
    if (status === 2 && args.length > 0) expect(said.out).toBe('');
  });

  it('knows its commands from files and options of the app', () => {
    expect(['read', 'sample'].every(isCommand)).toBe(true);
    expect([undefined, '', '--inbox=x', 'dora.csv', '/usr/bin/andon'].some(isCommand)).toBe(false);
  });

  it.skipIf(!existsSync(path.join(root, 'assets/sample')))(
    'writes the sample, and never over a file of yours',
    async () => {
      const folder = path.join(await temporaryFolder(), 'sample');
      const first = terminal();
      expect(await runCommand(['sample', folder], first.recorded)).toBe(0);
      const names = readdirSync(folder).sort();
      expect(names).toContain('swarmia-dora-by-team.csv');
      await writeFile(path.join(folder, 'swarmia-dora-by-team.csv'), 'mine');
      const second = terminal();
      expect(await runCommand(['sample', folder], second.recorded)).toBe(1);
      expect(second.said.err).toContain('swarmia-dora-by-team.csv');
      expect(readFileSync(path.join(folder, 'swarmia-dora-by-team.csv'), 'utf8')).toBe('mine');
      expect(await runCommand(['sample', '--force', folder], terminal().recorded)).toBe(0);
      expect(readFileSync(path.join(folder, 'swarmia-dora-by-team.csv'), 'utf8')).not.toBe('mine');
    },
  );
});

describe('what differs between machines', () => {
  it('keeps data where the desktop app keeps it, or where ANDON_DATA says', () => {
    expect(dataFolderOf('linux', { XDG_CONFIG_HOME: '/config' })).toBe('/config/Andon');
    expect(dataFolderOf('darwin', {})).toMatch(/Library\/Application Support\/Andon$/);
    expect(dataFolderOf('linux', { ANDON_DATA: '/tmp/elsewhere' })).toBe('/tmp/elsewhere');
  });

  it.each([
    [['en-US@posix'], 'en-US'],
    [['de_DE.UTF-8'], 'de-DE'],
    [['C', 'fr-FR'], 'fr-FR'],
    [['', 'not a locale'], 'en-GB'],
  ])('reads the locale %j as %s', (names, locale) => {
    expect(knownLocale(names)).toBe(locale);
  });

  it('takes the day from the clock on the wall', () => {
    const lateEvening = new Date(2026, 10, 20, 23, 59);
    const earlyMorning = new Date(2026, 10, 20, 0, 1);
    expect([localDay(lateEvening), localDay(earlyMorning)]).toEqual(['2026-11-20', '2026-11-20']);
  });

  it('finds no browser where there is none', async () => {
    expect(await findChromium('linux', { PATH: await temporaryFolder() })).toBeNull();
  });

  it.skipIf(chromium === null)(
    'prints a readout with a browser of the machine',
    { timeout: 60_000 },
    async () => {
      const words = '<!doctype html><html lang="de"><title>Readout</title><h1>Readout</h1>';
      const script = '<script>document.body.innerHTML = "<p>".repeat(20000)</script>';
      const print = (html: string) => printWithChromium(chromium ?? '', html);
      const plain = await print(words);
      const scripted = await print(words + script);
      expect(Buffer.from(plain.subarray(0, 5)).toString()).toBe('%PDF-');
      expect(Math.abs(scripted.length - plain.length)).toBeLessThan(100);
    },
  );
});

describe('the package', () => {
  const yaml = readFileSync(path.join(root, 'electron-builder.yml'), 'utf8');

  it('decides every fuse', () => {
    const fuses = [
      ...(/electronFuses:\n((?: {2}.*\n)+)/.exec(yaml)?.[1] ?? '').matchAll(/(\w+): (true|false)/g),
    ];
    expect(Object.fromEntries(fuses.map(([, name, value]) => [name, value === 'true']))).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('makes every window through the one place that checks its preferences', () => {
    const folder = path.join(root, 'electron/hosts/desktop');
    const makers = readdirSync(folder).filter((name) =>
      readFileSync(path.join(folder, name), 'utf8').includes('new BrowserWindow('),
    );
    expect(makers.sort()).toEqual(['print.ts', 'window.ts']);
    for (const name of makers) {
      expect(readFileSync(path.join(folder, name), 'utf8')).toContain('webPreferences: assertSecure({');
    }
  });

  it('lets one module talk to ipcMain, and no switch weaken the browser', () => {
    const folder = path.join(root, 'electron/hosts/desktop');
    const sources = readdirSync(folder).map((name) => ({
      name,
      text: readFileSync(path.join(folder, name), 'utf8'),
    }));
    expect(sources.filter(({ text }) => text.includes('ipcMain.')).map(({ name }) => name)).toEqual([
      'main.ts',
    ]);
    const weakening = /appendSwitch|bypassCSP|enableBlinkFeatures|experimentalFeatures|openExternal/;
    expect(sources.filter(({ text }) => weakening.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
