import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { type ChosenFile, chooseFiles } from '#tests/support/choose-files.ts';

const AMBIGUOUS =
  'date,service,incidents\n03/04/2026,checkout-api,2\n10/04/2026,checkout-api,1\n12/05/2026,search,0\n';

/** The button that takes the file in, whatever it says it will do. */
function add(page: Page) {
  return page.getByRole('main').getByRole('button', { name: /^(?:Add|Change|Nothing new)/ });
}

async function takeIn(page: Page, file: ChosenFile): Promise<void> {
  await chooseFiles(page, [file]);
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible();
  await expect(add(page)).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Data' })).toBeVisible();
}

/** A setting as it reads: its value, and what it rests on. */
async function settingOf(page: Page, name: string): Promise<string> {
  const region = page.getByRole('region', { name: 'How it was understood' });
  const cells = region.locator('dl > div').filter({ hasText: name }).first().locator('dd');
  const choice = cells.first().getByRole('button');
  const value = (await choice.count()) > 0 ? choice : cells.first();
  return `${await value.innerText()}: ${await cells.nth(1).innerText()}`;
}

test('ambiguous dates are shown in both readings; Enter never answers, a key does, and the answer is remembered', async ({
  app,
}) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'ambiguous.csv', text: AMBIGUOUS }]);
  const question = page.getByRole('region', { name: 'Does 03/04/2026 mean 3 April or 4 March?' });
  await expect(question.getByText('Fri 3 Apr 2026')).toBeVisible();
  await expect(question.getByText('Wed 4 Mar 2026')).toBeVisible();
  await expect(question.getByText('each a')).toHaveCount(0);
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(question).toBeVisible();
  await page.keyboard.press('1');
  await expect(question).toBeHidden();
  expect(await settingOf(page, 'Dates')).toContain('day first: chosen by hand');
  await expect(add(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('ambiguous.csv');

  // A known layout needs one Enter.
  await chooseFiles(page, [{ name: 'a-week-later.csv', text: AMBIGUOUS.replaceAll('/2026', '/2025') }]);
  await expect(add(page)).toBeFocused();
  await expect(page.getByText(/^The same columns as ambiguous.csv of .*Enter adds it\.$/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('a-week-later.csv');
});

test('a European file says what it rests on, and an open mark is asked on the cell', async ({ app }) => {
  const { page } = app;
  const text = 'Datum;Team;Kosten (EUR)\n01.04.2026;Zahlungen;1.234\n13.04.2026;Größenwerk;2.500\n';
  await chooseFiles(page, [{ name: 'kosten.csv', text }]);
  await expect(page.getByRole('heading', { name: 'Is 1.234 the number 1.234 or 1234?' })).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByRole('table', { name: 'Series in this file' })).toContainText('€1,234');
  expect(await settingOf(page, 'Dates')).toContain('13.04.2026 in line 3');
  expect(await settingOf(page, 'Decimal mark')).toContain('comma');
  expect(await settingOf(page, 'Separator')).toContain('semicolon');

  await page.getByRole('button', { name: /Decimal mark/ }).click();
  await page.getByRole('option', { name: /^point/ }).click();
  await expect(page.getByRole('table', { name: 'Series in this file' })).toContainText('€1.23');
});

const TWO_HEADERS =
  ',Apr 2026,,May 2026,\nService,p95 (ms),Errors (%),p95 (ms),Errors (%)\ncheckout-api,184,0.12,201,0.09\nsearch,912,0.40,870,0.35\nAverage,548,0.26,535.5,0.22\n';

test('two header rows are joined, and the row that sums up others is taken in and left out with one key', async ({
  app,
}) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'two.csv', text: TWO_HEADERS }]);
  await expect(page.getByText('2 months across × 2 metrics below each × 2 rows')).toBeVisible();
  expect(await settingOf(page, 'Table starts')).toContain('lines 1 and 2');
  const file = page.getByRole('region', { name: 'First lines of the file' });
  await expect(file.getByRole('row', { name: /Average/ })).toContainText('sums up other rows');
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('t');
  await expect(file.getByRole('row', { name: /Average/ })).toContainText('taken in by hand');
  await expect(page.getByRole('button', { name: 'Add 12' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Add 8' })).toBeVisible();
});

test('the header is another line, chosen with the keyboard in the file itself, or none', async ({ app }) => {
  const { page } = app;
  const text = 'date,service,deploys\n2026-04-06,cart,5\n2026-04-13,cart,7\n';
  await chooseFiles(page, [{ name: 'plain.csv', text }]);
  await expect(add(page)).toBeEnabled();
  await page.getByRole('button', { name: 'Line 1: make it the header' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Line 2: make it the header' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => settingOf(page, 'Table starts')).toContain('line 2: chosen by hand');
  await page.getByRole('button', { name: /Table starts/ }).click();
  await page.getByRole('option', { name: 'no header' }).click();
  await expect.poll(() => settingOf(page, 'Table starts')).toContain('no header');
  await page.getByRole('button', { name: /Table starts/ }).click();
  await page.getByRole('option', { name: 'as detected' }).click();
  await expect(page.getByRole('button', { name: 'Add 2' })).toBeVisible();
});

const MANY_BAD = `date,service,deploys\n${['5', 'n.v.x', '7', 'n.v.x', '9', '11']
  .map((value, at) => `2026-04-0${at + 1},cart,${value}`)
  .join('\n')}\n`;

test('where many rows are rejected, leaving the file out is the default; rows saved with reasons come back mended', async ({
  app,
}) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'bad.csv', text: MANY_BAD }]);
  await expect(page.getByRole('alert')).toContainText('2 of 6 rows cannot be read');
  await expect(page.getByRole('button', { name: /^Leave it out/ })).toBeFocused();
  const rejected = page.getByRole('region', { name: 'Rejected rows' });
  await expect(rejected).toContainText('deploys: “n.v.x” is not a number');
  await expect(rejected).toContainText('2 rows, first in line 3');
  expect(await app.axe()).toEqual([]);

  const download = page.waitForEvent('download');
  await page.keyboard.press('s');
  const saved = await readFile(await (await download).path(), 'utf8');
  expect(saved.split('\r\n')[0]).toBe('date,service,deploys,rejected in line,reason for rejection');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('bad.csv');

  const mended = saved.replace('n.v.x,3', '6,3').replace('n.v.x,5', '8,5');
  await chooseFiles(page, [{ name: 'rejected-bad.csv', text: mended }]);
  await expect(page.getByRole('button', { name: 'Add 2' })).toBeEnabled();
  await expect(
    page.getByText('deployments').or(page.getByText('Deployment frequency')).first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Metric of (?:rejected|reason)/ })).toHaveCount(0);
});

test('a word that means missing is said with one key, and taken back', async ({ app }) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'bad.csv', text: MANY_BAD }]);
  await expect(page.getByRole('alert')).toContainText('2 of 6 rows');
  await page.keyboard.press('m');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.getByText(/2 of them missing/)).toBeVisible();
  await page.getByRole('button', { name: 'n.v.x means missing: take that back' }).click();
  await expect(page.getByRole('alert')).toContainText('2 of 6 rows');
});

test('a unit that differs from the stored one blocks until it is settled, and is converted with one key', async ({
  app,
}) => {
  const { page } = app;
  await takeIn(page, {
    name: 'seconds.csv',
    text: 'date,service,Build length (s)\n2026-04-06,cart,5400\n2026-04-13,cart,1800\n',
  });
  await chooseFiles(page, [
    {
      name: 'minutes.csv',
      text: 'date,service,Build length (min)\n2026-04-20,cart,90\n2026-04-27,cart,45\n',
    },
  ]);
  await expect(
    page.getByRole('heading', { name: 'Build length is stored in s, this file says min' }),
  ).toBeVisible();
  await expect(page.getByText('one unit open')).toBeVisible();
  await expect(add(page)).toBeDisabled();
  await expect(page.getByText('45 min', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('2,700 s', { exact: true })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Add 2' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('minutes.csv');
});

test('values far from all stored ones are not taken for the same unit without a word', async ({ app }) => {
  const { page } = app;
  const rows = (values: readonly number[], month: string): string =>
    values
      .map((value, at) => `2026-${month}-${String(at * 7 + 6).padStart(2, '0')},cart,${value}`)
      .join('\n');
  await takeIn(page, {
    name: 'seconds.csv',
    text: `date,service,Build length (s)\n${rows([5400, 4800, 6000], '04')}\n`,
  });
  await chooseFiles(page, [
    { name: 'bare.csv', text: `date,service,Build length\n${rows([90, 80, 100], '05')}\n` },
  ]);
  await expect(
    page.getByRole('heading', { name: 'Build length is about 60 times smaller than what is stored' }),
  ).toBeVisible();
  await expect(add(page)).toBeDisabled();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeEnabled();
  await expect(page.getByRole('table', { name: 'Columns' })).toContainText('kept in s');
});

test('names that may mean the same are joined with one key, remembered, and kept apart again in one place', async ({
  app,
}) => {
  const { page } = app;
  await takeIn(page, { name: 'one.csv', text: 'date,service,deploys\n2026-04-06,checkout-api,5\n' });
  await chooseFiles(page, [
    { name: 'two.csv', text: 'date,service,deploys\n2026-04-06,checkout_api,5\n2026-04-13,ledger,2\n' },
  ]);
  const names = page.getByRole('region', { name: 'Names' });
  await expect(names).toContainText('2 new services: checkout_api, ledger');
  await expect(names).toContainText('“checkout_api” may be “checkout-api”');
  await expect(page.getByRole('button', { name: 'Add 2' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('y');
  await expect(names).toContainText('1 new service: ledger');
  await expect(page.getByRole('button', { name: 'Add 1' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  const aliases = page.getByRole('region', { name: 'Names that mean the same' });
  await expect(aliases).toContainText('checkout_api is checkout-api');
  await chooseFiles(page, [{ name: 'three.csv', text: 'date,service,deploys\n2026-04-20,checkout_api,4\n' }]);
  await expect(page.getByRole('button', { name: 'Add 1' })).toBeEnabled();
  await expect(names).toHaveCount(0);
  await page.keyboard.press('Escape');
  await aliases.getByRole('button', { name: 'Keep checkout_api apart again' }).click();
  await expect(aliases).toHaveCount(0);
});

test('three files that come together queue up, need one Enter each and leave a receipt each', async ({
  app,
}) => {
  const { page } = app;
  const week = (day: string): string => `date,service,deploys\n${day},cart,5\n${day},login,3\n`;
  await chooseFiles(page, [
    { name: 'w1.csv', text: week('2026-04-06') },
    { name: 'w2.csv', text: week('2026-04-13') },
    { name: 'w3.csv', text: week('2026-04-20') },
  ]);
  const queue = page.getByRole('list', { name: 'Files that came together' });
  for (const [at, name] of ['w1.csv', 'w2.csv', 'w3.csv'].entries()) {
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(queue.getByRole('listitem').nth(at)).toContainText(`${at + 1} of 3`);
    await expect(add(page)).toBeFocused();
    await page.keyboard.press('Enter');
  }
  const receipts = page.getByRole('region', { name: 'Receipts' });
  await expect(receipts.getByRole('listitem')).toHaveText([
    /^w1\.csv is in: 2 values added/,
    /^w2\.csv is in: 2 values added/,
    /^w3\.csv is in: 2 values added/,
  ]);
  expect(await app.axe()).toEqual([]);
});

test('a rate of two columns, a count by a condition and an aggregation are chosen and shown', async ({
  app,
}) => {
  const { page } = app;
  const text =
    'date,service,severity,failed,deploys\n2026-04-06,cart,critical,1,4\n2026-04-06,cart,low,2,6\n2026-04-13,cart,low,1,5\n';
  await chooseFiles(page, [{ name: 'mixed.csv', text }]);
  const columns = page.getByRole('table', { name: 'Columns' });
  await columns.getByRole('button', { name: /Divide failed by/ }).click();
  await page.getByRole('option', { name: 'deploys' }).click();
  const series = page.getByRole('table', { name: 'Series in this file' });
  await expect(series.getByRole('row', { name: /failed|fail rate/i })).toContainText('20 %');

  await columns.getByRole('button', { name: /How several values of deploys become one/ }).click();
  await page.getByRole('option', { name: 'largest' }).click();
  await expect(series.getByRole('row', { name: /Deployment frequency/ })).toContainText('from 6');

  await page.getByRole('button', { name: 'Count rows by a condition' }).click();
  const dialog = page.getByRole('dialog', { name: 'Count rows by a condition' });
  await dialog.getByRole('button', { name: /Rows in which/ }).click();
  await page.getByRole('option', { name: 'severity' }).click();
  await dialog.getByRole('button', { name: 'critical' }).click();
  expect(await app.axe()).toEqual([]);
  await dialog.getByRole('button', { name: 'Count them' }).click();
  await expect(series.getByRole('row', { name: /critical/ })).toBeVisible();
  await expect(page.getByText('critical: rows in which severity is critical')).toBeVisible();
});

test('what was decided about a column, or about the whole file, goes back to what is detected', async ({
  app,
}) => {
  const { page } = app;
  const text = 'date,service,depth\n2026-04-06,cart,5\n2026-04-06,cart,9\n';
  await chooseFiles(page, [{ name: 'depth.csv', text }]);
  const columns = page.getByRole('table', { name: 'Columns' });
  const series = page.getByRole('table', { name: 'Series in this file' });
  await expect(series).toContainText('14');
  await columns.getByRole('button', { name: /How several values of depth become one/ }).click();
  await page.getByRole('option', { name: 'largest' }).click();
  await expect(series).toContainText('9');
  await columns.getByRole('button', { name: 'depth as detected' }).click();
  await expect(series).toContainText('14');

  await columns.getByRole('button', { name: /^Metric of depth/ }).click();
  await page.getByRole('combobox', { name: 'Metric of depth' }).fill('open critical');
  await page.keyboard.press('Enter');
  await expect(series).not.toContainText('depth');
  await page.getByRole('button', { name: 'Forget what was decided' }).click();
  await expect(series).toContainText('depth');
});

test('a setting under which nothing can be read has a way back', async ({ app }) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'plain.csv', text: 'service,team\ncart,shop\nlogin,shop\nledger,pay\n' }]);
  await expect(page.getByRole('region', { name: 'How it was understood' })).toBeVisible();
  await page.getByRole('button', { name: /Separator/ }).click();
  await page.getByRole('option', { name: 'tab' }).click();
  await expect(page.getByRole('heading', { name: 'plain.csv cannot be read like this' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Backspace');
  await expect.poll(() => settingOf(page, 'Separator')).toContain('comma');
});

test('a file without rows is no success, and is fit for all in the dark theme as well', async ({ app }) => {
  const { page } = app;
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  await chooseFiles(page, [{ name: 'empty.csv', text: 'date,service,deploys\n' }]);
  await expect(page.getByText(/^0 data rows/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Leave it out/ })).toBeFocused();
  await expect(page.getByRole('button', { name: /^Nothing in it/ })).toBeDisabled();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Enter');
  await chooseFiles(page, [{ name: 'bad.csv', text: MANY_BAD }]);
  await expect(page.getByRole('alert')).toContainText('2 of 6 rows');
  expect(await app.axe()).toEqual([]);
});

test('characters that hide or turn text around are named in place', async ({ app }) => {
  const { page } = app;
  const text = 'date,service,deploys\n2026-04-06,checkout\u202eipa,5\n2026-04-13,cart\u200b,<b>7</b>\n';
  await chooseFiles(page, [{ name: 'hidden.csv', text }]);
  const file = page.getByRole('region', { name: 'First lines of the file' });
  await expect(file.getByText('right-to-left override')).toBeVisible();
  await expect(file.getByText('zero-width space')).toBeVisible();
  await expect(file.getByText('<b>7</b>', { exact: true })).toBeVisible();
});

test('targets beside measurements are shown and taken', async ({ app }) => {
  const { page } = app;
  const text =
    'Metric,Team,Unit,2026-W11,2026-W12,Target\nDeployments,pay,count,12,15,≥ 12\nChange failure rate,pay,%,8%,6.7%,≤ 10%\n';
  await chooseFiles(page, [{ name: 'targets.csv', text }]);
  await expect(page.getByRole('heading', { name: 'Targets it sets: 2' })).toBeVisible();
  await expect(page.getByText('pay, Change fail rate ≤ 10 %')).toBeVisible();
  await expect(page.getByText(/^2 weeks across × 2 metric rows/)).toBeVisible();
});

test('a mapping leaves as a file, is forgotten, and is brought back', async ({ app }) => {
  const { page } = app;
  await chooseFiles(page, [{ name: 'ambiguous.csv', text: AMBIGUOUS }]);
  await expect(page.getByRole('heading', { name: /^Does 03.04.2026 mean/ })).toBeVisible();
  await page.keyboard.press('2');
  await expect(add(page)).toBeFocused();
  await page.keyboard.press('Enter');
  const mappings = page.getByRole('region', { name: 'Remembered mappings' });
  const download = page.waitForEvent('download');
  await mappings.getByRole('button', { name: 'Save the mapping of files like ambiguous.csv' }).click();
  const saved = await (await download).path();
  await mappings.getByRole('button', { name: 'Forget the mapping of files like ambiguous.csv' }).click();
  await expect(mappings).toContainText('none yet');

  const chooser = page.waitForEvent('filechooser');
  await mappings.getByRole('button', { name: 'Bring a mapping' }).click();
  await (await chooser).setFiles(saved);
  await expect(mappings).toContainText('files like ambiguous.csv');
  await chooseFiles(page, [{ name: 'next.csv', text: AMBIGUOUS.replaceAll('/2026', '/2025') }]);
  await expect(page.getByText(/^The same columns as ambiguous.csv/)).toBeVisible();
  expect(await settingOf(page, 'Dates')).toContain('month first');
});
