import { expect, type Page, test } from '@playwright/test';
import {
  type Desktop,
  inMainPage,
  newFolder,
  openDesktop,
  pageProcess,
  pageReloaded,
  removeFolder,
  stageApp,
} from '#tests/support/desktop-app.ts';

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
  await startReview(desktop.page);
});

test.afterEach(async () => {
  await desktop.app.close().catch(() => undefined);
  await removeFolder(dataFolder);
});

async function goTo(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#/${hash}`;
  }, place);
}

async function startReview(page: Page): Promise<void> {
  await goTo(page, 'prepare');
  await page.getByRole('button', { name: 'Plan this review' }).click();
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
}

async function openStage(): Promise<Page> {
  const opened = desktop.app.waitForEvent('window');
  await desktop.page.keyboard.press('s');
  return opened;
}

test('shows one review in two windows: what is done in the one is seen in the other', async () => {
  const stage = await openStage();
  await expect(stage.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
  await desktop.page.keyboard.press('PageDown');
  await expect(stage.getByText('Wins', { exact: true }).first()).toBeVisible({ timeout: 2000 });

  await desktop.page.keyboard.press('w');
  await desktop.page.keyboard.type('Search answers in half the time');
  await desktop.page.keyboard.press('Enter');
  await expect(stage.getByText('Search answers in half the time')).toBeVisible({ timeout: 2000 });

  const closed = stage.waitForEvent('close');
  await expect(desktop.page.getByText('Stage in its own window')).toBeVisible();
  await desktop.page.keyboard.press('s');
  await closed;
});

test('takes down every key that is typed while the stage opens and the console unfolds', async () => {
  // Fast and long enough that keys fall between the moments at which the field leaves one place and is in the other.
  const words = 'Checkout paged nobody this week because retries back off now. '.repeat(6).trim();
  const stage = openStage();
  await desktop.page.keyboard.press('n');
  await desktop.page.keyboard.type(words, { delay: 4 });
  await stage;
  await expect(desktop.page.getByText('Stage in its own window')).toBeVisible();
  await expect(desktop.page.getByRole('combobox', { name: 'Note' })).toHaveValue(words);
});

test('goes on in the same block with the same words when everything is killed in mid-sentence', async () => {
  const { page, app } = desktop;
  await page.keyboard.press('PageDown');
  await expect(page.getByText('Wins', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('The cache was split by reg', { delay: 25 });
  const main = await app.evaluate(() => process.pid);
  const died = app.waitForEvent('close');
  process.kill(main, 'SIGKILL');
  await died;

  desktop = await openDesktop({ appFolder, dataFolder });
  await goTo(desktop.page, 'live');
  await expect(desktop.page.getByText('Wins', { exact: true }).first()).toBeVisible();
  await expect(desktop.page.getByRole('combobox', { name: 'Note' })).toHaveValue(
    /^The cache was split by re/,
  );
});

test('keeps the stage up and brings the console back when only the console’s process is killed', async () => {
  const stage = await openStage();
  await expect(stage.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
  await desktop.page.keyboard.press('n');
  await desktop.page.keyboard.type('Half a note', { delay: 25 });
  const pid = await pageProcess(desktop.app);
  const reloaded = pageReloaded(desktop.app);
  process.kill(pid, 'SIGKILL');
  await reloaded;
  const line = () => inMainPage(desktop.app, "document.querySelector('[role=combobox]')?.value ?? ''");
  await expect.poll(line).toMatch(/^Half a not/);
  await expect(stage.getByRole('heading', { name: 'Where we stand' })).toBeVisible();
});
