import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import {
  type Desktop,
  newFolder,
  openDesktop,
  removeFolder,
  request,
  stageApp,
} from '#tests/support/desktop-app.ts';

const WEEKS = 16;

/** Weekly values of two teams, as a tool would export them. */
function weeklyExport(): string {
  const monday = Date.UTC(2026, 6, 27);
  const lines = Array.from({ length: WEEKS }, (_, week) => {
    const day = new Date(monday + week * 7 * 86_400_000).toISOString().slice(0, 10);
    return `${day},Checkout,${20 + (week % 5)}\n${day},Search,${30 + (week % 3)}`;
  });
  return `week,team,change lead time (h)\n${lines.join('\n')}\n`;
}

let appFolder: string;
let dataFolder: string;
let desktop: Desktop;

test.beforeAll(async () => {
  appFolder = await stageApp();
});

test.afterAll(() => removeFolder(appFolder));

test.beforeEach(async () => {
  dataFolder = await newFolder('data');
  desktop = await openDesktop({ appFolder, dataFolder });
});

test.afterEach(async () => {
  await desktop.app.close().catch(() => undefined);
  await removeFolder(dataFolder);
});

async function chooseExport(): Promise<void> {
  const file = path.join(dataFolder, 'lead-time.csv');
  await writeFile(file, weeklyExport(), { mode: 0o644 });
  await desktop.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [chosen],
    })) as typeof dialog.showOpenDialog;
  }, file);
  await desktop.page.getByRole('button', { name: 'Choose files' }).click();
}

async function takeIn(): Promise<void> {
  await chooseExport();
  await expect(desktop.page.getByRole('heading', { name: 'lead-time.csv' })).toBeVisible();
  await expect(desktop.page.getByRole('button', { name: /^Add 32/ })).toBeEnabled();
  await desktop.page.keyboard.press('Control+Enter');
  await expect(desktop.page.getByText('lead-time.csv is in: 32 values added')).toBeVisible();
}

async function restart(): Promise<void> {
  await desktop.app.close();
  desktop = await openDesktop({ appFolder, dataFolder });
}

async function goTo(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByText(screen).first().click();
}

/** What stands under Data: the snapshot, with how many values it brought. */
async function expectSnapshot(page: Page): Promise<void> {
  await goTo(page, 'Data');
  const row = page.getByRole('row', { name: /lead-time\.csv/ });
  await expect(row).toContainText('32');
}

test('takes in an export that was chosen in the dialog, and has it after a restart', async () => {
  await takeIn();
  await restart();
  await expectSnapshot(desktop.page);
});

test('rebuilds everything from the journal when the browser’s database is lost', async () => {
  await takeIn();
  await expect
    .poll(() => request(desktop.page, 'snapshot:list', {}))
    .toMatchObject({ value: [{ bytes: expect.any(Number) }] });
  await desktop.app.close();
  await rm(path.join(dataFolder, 'IndexedDB'), { recursive: true });
  desktop = await openDesktop({ appFolder, dataFolder });
  await expectSnapshot(desktop.page);
  await goTo(desktop.page, 'Wall');
  await expect(desktop.page.getByText('Checkout').first()).toBeVisible();
});

test('hands the journal what it lacks when its files are lost', async () => {
  await takeIn();
  await desktop.app.close();
  await rm(path.join(dataFolder, 'journal'), { recursive: true });
  await rm(path.join(dataFolder, 'snapshots'), { recursive: true });
  desktop = await openDesktop({ appFolder, dataFolder });
  await expectSnapshot(desktop.page);
  const journal = async () => {
    const reply = await request(desktop.page, 'journal:read', {});
    return reply.ok ? reply.value.streams.flatMap((stream) => stream.events).join() : '';
  };
  await expect.poll(journal).toContain('lead-time.csv');
  await expect.poll(() => readdir(path.join(dataFolder, 'snapshots')).catch(() => [])).toHaveLength(1);
});

test('takes in what arrives in the watched folder', async () => {
  const inbox = await newFolder('inbox');
  await desktop.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = (async () => ({
      canceled: false,
      filePaths: [chosen],
    })) as typeof dialog.showOpenDialog;
  }, inbox);
  await goTo(desktop.page, 'Data');
  await desktop.page.getByRole('button', { name: 'Watch a folder' }).click();
  await expect
    .poll(() => request(desktop.page, 'app:hello', {}))
    .toMatchObject({ value: { inbox: { name: path.basename(inbox) } } });
  await writeFile(path.join(inbox, 'lead-time.csv'), weeklyExport(), { mode: 0o644 });
  await expect(desktop.page.getByText('lead-time.csv').first()).toBeVisible({ timeout: 15_000 });
  await removeFolder(inbox);
});
