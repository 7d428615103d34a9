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

async function walkTo(page: Page, title: RegExp): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: title });
  for (let step = 0; step < 60 && !(await heading.isVisible()); step += 1)
    await page.keyboard.press('PageDown');
  await expect(heading).toBeVisible();
}

async function line(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'What is taken down' }).getByRole('combobox')).toHaveCount(0);
}

test('the sample organization, from Home to the readout', async ({ app }) => {
  const { page } = app;
  await prepare(app);
  await page.keyboard.press('Control+Enter');
  await walkTo(page, /Did we do what we said/);
  for (let promise = 0; promise < 12; promise += 1) await page.keyboard.press('1');
  await take(page, 'commitments');
  await walkTo(page, /Are we shipping fast/);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('1');
  await page.keyboard.type('Give Search a second deploy slot @li 4 dec !high');
  await take(page, 'walk');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await take(page, 'console');
  await page.keyboard.press('c');
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('PageDown');
    if (await page.getByRole('heading', { level: 1, name: /What limits the whole/ }).isVisible()) break;
    await page.keyboard.press('5');
  }
  await line(page, 'Enter', 'The decision on the schema registry');
  await line(page, 'a', 'Write down who decides what about schemas');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  await take(page, 'closing');
  await app.goTo('readout');
  await page.waitForTimeout(2000);
  await take(page, 'readout');
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
  await page.getByRole('button', { name: 'Choose files' }).click();
  const buffer = Buffer.from([...rows, ...more].join('\r\n'));
  await (await chooser).setFiles([{ name: 'delivery-week-46.csv', mimeType: 'text/csv', buffer }]);
  await expect(page.getByRole('heading', { name: /^Does .* mean/ })).toBeVisible();
  await take(page, 'mapping');
});
