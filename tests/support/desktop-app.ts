import { execFileSync } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { Bridge, Channel, Input, Reply } from '#shared/ipc/contract.ts';

const projectFolder = path.resolve(import.meta.dirname, '../..');

/** Electron refuses its sandbox to root, and users are not root: so root's tests run it as this user. */
const USER = 'nobody';
const isRoot = process.getuid?.() === 0;

function userId(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
}

/** Gives a folder to the user that Electron runs as. */
export async function handOver(folder: string): Promise<void> {
  if (!isRoot) return;
  await chown(folder, userId('-u'), userId('-g'));
}

export async function newFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `andon-${name}-`));
  await chmod(folder, 0o755);
  await handOver(folder);
  return folder;
}

/** The built app without its sources, where every user may read it. */
export async function stageApp(): Promise<string> {
  const app = await newFolder('app');
  for (const part of ['package.json', 'dist', 'assets']) {
    await cp(path.join(projectFolder, part), path.join(app, part), { recursive: true });
  }
  execFileSync('chmod', ['-R', 'a+rX', app]);
  return app;
}

async function wrapper(folder: string, program: string): Promise<string> {
  const file = path.join(folder, 'electron-as-user');
  const home = path.join(folder, 'home');
  await mkdir(home, { recursive: true });
  await handOver(home);
  await writeFile(
    file,
    `#!/bin/sh\nexec runuser -u ${USER} -- env HOME=${home} XDG_RUNTIME_DIR= ${program} "$@"\n`,
  );
  await chmod(file, 0o755);
  return file;
}

function electronProgram(): string {
  const require = createRequire(import.meta.url);
  return require('electron') as string;
}

export type Desktop = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly dataFolder: string;
};

/** Starts the built app in a real Electron, its sandbox on, with a data folder of its own. */
export async function openDesktop(options: {
  readonly appFolder: string;
  readonly dataFolder: string;
  readonly args?: readonly string[];
}): Promise<Desktop> {
  const program = electronProgram();
  const executablePath = isRoot ? await wrapper(options.appFolder, program) : program;
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  const app = await electron.launch({
    executablePath,
    chromiumSandbox: true,
    args: [options.appFolder, ...(options.args ?? [])],
    env: { ...(environment as Record<string, string>), ANDON_DATA: options.dataFolder },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState('load');
  return { app, page, dataFolder: options.dataFolder };
}

/** Asks the machine what the page may ask, by the page's own bridge. */
export function request<C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<Reply<C>> {
  return page.evaluate(
    ([name, content]) => {
      const { andon } = window as unknown as { readonly andon: Bridge };
      return andon.request(name as C, content as Input<C>);
    },
    [channel, input] as const,
  );
}

/** The process of the main window's page. */
export function pageProcess(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.fromId(1)?.webContents.getOSProcessId() ?? 0);
}

/** Settles when the main window's page has loaded the next time. */
export function pageReloaded(app: ElectronApplication): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) => {
        BrowserWindow.fromId(1)?.webContents.once('did-finish-load', () => resolve());
      }),
  );
}

/** Evaluates in the main window's page. Playwright gives up on a page that died once; Electron does not. */
export function inMainPage(app: ElectronApplication, expression: string): Promise<unknown> {
  return app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.fromId(1)?.webContents.executeJavaScript(code),
    expression,
  );
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
