import path from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/screenshots');

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function prepare(app: App): Promise<void> {
  const { page } = app;
  await app.openSample();
  await expect(page.getByRole('heading', { name: 'Delivery', exact: true })).toBeVisible();
  await take(page, 'home');
  await app.goTo('wall');
  await expect(page.getByRole('link', { name: /worse\.$/ }).first()).toBeVisible();
  await take(page, 'wall');
  await app.goTo('prepare');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Anomalies' })).toBeVisible();
  await take(page, 'prepare');
}

test('the sample organization, from Home to the readout', async ({ app }) => {
  const { page } = app;
  await prepare(app);
  await page.keyboard.press('Control+Enter');
  for (let block = 0; block < 5; block += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('a');
  await page.keyboard.type('Second deploy slot for Search @li 4 dec !high');
  await take(page, 'walk');
  await page.keyboard.press('Enter');
});

test('a file that asks one question', async ({ app }) => {
  const { page } = app;
  const rows = [
    'Week of;Service;Lead time;Deploys;Failed',
    '02/11/2026;cart;27,4 h;6;0',
    '02/11/2026;login;31,0 h;4;1',
  ];
  const more = ['09/11/2026;cart;29,9 h;6;1', '09/11/2026;login;n/a;0;0', '09/11/2026;Total;29,9 h;6;1'];
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const buffer = Buffer.from([...rows, ...more].join('\r\n'));
  await (await chooser).setFiles([{ name: 'delivery-week-46.csv', mimeType: 'text/csv', buffer }]);
  await expect(page.getByRole('heading', { name: 'Day first or month first?' })).toBeVisible();
  await take(page, 'mapping');
});
