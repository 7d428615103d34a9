import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return (await download).path();
}

async function choose(page: Page, file: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles(file);
}

const press = (app: App, name: string) => () => app.page.getByRole('button', { name, exact: true }).click();

test('points that were exported bring nothing new where they came from, and the same to an empty workspace', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('data');
  await expect(page.getByRole('region', { name: 'Export' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  const file = await saved(page, press(app, 'Points (CSV)'));
  await choose(page, file);
  await expect(page.getByText(/Andon’s own export: [\d,]+ values in \d+ series/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Nothing new in it' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.evaluate(() => localStorage.removeItem('andon.workspace'));
  await page.reload();
  await app.goTo('data');
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
  await choose(page, file);
  await expect(page.getByRole('button', { name: /^Add [\d,]+/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toBeVisible();
  await choose(page, file);
  await expect(page.getByRole('heading', { name: /nothing new$/ })).toBeVisible();
});

test('registers and the whole workspace go to a file and come back', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('data');
  const registers = await saved(page, press(app, 'Registers (JSON)'));
  const everything = await saved(page, press(app, 'Everything (JSON)'));
  const points = await page.getByRole('table', { name: 'Snapshots' }).getByRole('row').count();
  await page.getByLabel('Export of Andon').setInputFiles(registers);
  await expect(page.getByText(/: 0 entries added, 0 changed, \d+ as before/)).toBeVisible();

  await page.evaluate(() => localStorage.removeItem('andon.workspace'));
  await page.reload();
  await app.goTo('data');
  await page.getByLabel('Export of Andon').setInputFiles(everything);
  await expect(page.getByText(/files are new and were taken in/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Snapshots' }).getByRole('row')).toHaveCount(points);
  await page.reload();
  await app.goTo('wall');
  await expect(page.getByText('Change lead time').first()).toBeVisible();
});

test('a register that is dropped as if it were metrics is named, with the way in', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('data');
  await page.getByRole('button', { name: /A register \(CSV\)/ }).click();
  const file = await saved(page, () => page.getByRole('option', { name: /^Actions/ }).click());
  await choose(page, file);
  await expect(page.getByRole('alert')).toContainText('This is the register of actions as Andon exports it');
  expect(await app.axe()).toEqual([]);
});
