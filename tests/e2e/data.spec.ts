import { expect, test } from '#tests/support/app.ts';
import { type ChosenFile, chooseFiles as choose } from '#tests/support/choose-files.ts';

const WEEK_ONE = 'date,service,deploys\n2026-04-06,cart,5\n2026-04-07,cart,17\n2026-04-06,login,3\n';
const WEEK_TWO = 'date,service,deploys\n2026-04-07,cart,99\n2026-04-08,cart,6\n2026-04-06,login,3\n';
const AMBIGUOUS = 'date,service,incidents\n03/04/2026,cart,2\n05/06/2026,cart,1\n07/08/2026,cart,1\n';

test('a file is understood, taken in with one key, overlapped by the next one and taken back exactly', async ({
  app,
}) => {
  const { page } = app;
  await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('heading', { name: 'week1.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('week1.csv');

  await choose(page, [{ name: 'week2.csv', text: WEEK_TWO }]);
  await expect(page.getByRole('button', { name: 'Add 1, change 1' })).toBeVisible();
  await expect(page.getByText(/17\s.*99/)).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Take back week2.csv' }).click();

  await choose(page, [{ name: 'week1-again.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('heading', { name: /^Imported on .*, nothing new$/ })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Nothing new in it' })).toBeVisible();
});

test('what is stored already can be left alone, or a whole range replaced', async ({ app }) => {
  const { page } = app;
  await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await choose(page, [{ name: 'week2.csv', text: WEEK_TWO.replace('2026-04-06,login,3\n', '') }]);
  const ways = page.getByRole('group', { name: 'Values that are stored already' });
  await ways.getByRole('button', { name: 'Keep what is stored' }).click();
  await expect(page.getByRole('button', { name: 'Add 1', exact: false })).toHaveText(/^Add 1(?!,)/);
  await expect(ways).toContainText('1 stored value differs and stays as stored');
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').getByText(/1 value added, 0 changed/)).toBeVisible();
});

test('what the file cannot decide is asked, and nothing is stored before it is answered', async ({ app }) => {
  const { page } = app;
  await choose(page, [{ name: 'ambiguous.csv', text: AMBIGUOUS }]);
  await expect(page.getByRole('heading', { name: 'Does 03/04/2026 mean 3 April or 4 March?' })).toBeVisible();
  await expect(page.getByText('one question open')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add/ })).toBeDisabled();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');

  await choose(page, [{ name: 'ambiguous-again.csv', text: AMBIGUOUS.replaceAll('2026', '2025') }]);
  await expect(page.getByText(/^The same columns as ambiguous.csv/)).toBeVisible();
});

test.describe('bad input', () => {
  const cases: readonly (ChosenFile & { readonly says: RegExp })[] = [
    { name: 'empty.csv', text: '', says: /empty/i },
    {
      name: 'login.csv',
      text: '<!doctype html><html><body>Sign in, please</body></html>',
      says: /web page/i,
    },
    { name: 'cut.json', text: '{"incidents":[{"id":1,"title":"Cart', says: /incomplete|cut off/i },
    { name: 'picture.csv', text: '\u0089PNG\r\n\u001a\n', says: /PNG|not a table|binary|no table/i },
  ];
  for (const { name, text, says } of cases) {
    test(`${name} is named for what it is, and the app goes on`, async ({ app }) => {
      const { page } = app;
      await choose(page, [{ name, text }]);
      await expect(page.getByRole('alert')).toContainText(says);
      expect(await app.axe()).toEqual([]);
      await page.keyboard.press('Escape');
      await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
      await expect(page.getByRole('button', { name: 'Add 3' })).toBeVisible();
    });
  }

  test('headers named like object internals are columns like any other', async ({ app }) => {
    const text = 'date,__proto__,constructor,deploys\n2026-04-06,1,cart,5\n2026-04-07,2,__proto__,6\n';
    await choose(app.page, [{ name: 'hostile.csv', text }]);
    const columns = app.page.getByRole('table', { name: 'Columns' });
    await expect(columns).toContainText('__proto__');
    await expect(columns).toContainText('constructor');
  });
});

test('several files chosen together queue up', async ({ app }) => {
  const { page } = app;
  await choose(page, [
    { name: 'week1.csv', text: WEEK_ONE },
    { name: 'week2.csv', text: WEEK_TWO },
  ]);
  const queue = page.getByRole('list', { name: 'Files that came together' });
  await expect(queue.getByRole('listitem')).toHaveText([/week1\.csv.*1 of 2/, /week2\.csv.*waits/]);
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'week2.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 1, change 1' })).toBeEnabled();
});

test('without its database the app rebuilds everything from the journal', async ({ app }) => {
  const { page } = app;
  await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Saved/)).toBeVisible();
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases())
      if (name !== undefined) indexedDB.deleteDatabase(name);
  });
  await page.reload();
  await app.goTo('data');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('week1.csv');
  await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('heading', { name: /^Imported on .*, nothing new$/ })).toBeVisible();
});

test('reading a large file is stopped with Escape and leaves nothing', async ({ app }) => {
  const { page } = app;
  const lines = Array.from(
    { length: 700_000 },
    (_, row) => `2026-${String(1 + (row % 12)).padStart(2, '0')}-07,service-${row % 900},deploys,${row}.25`,
  );
  await choose(page, [{ name: 'large.csv', text: `date,service,metric,value\n${lines.join('\n')}\n` }]);
  await expect(page.getByRole('button', { name: /Stop reading/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Stop reading/ })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'large.csv' })).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Snapshots' })).toHaveCount(0);

  await choose(page, [{ name: 'week1.csv', text: WEEK_ONE }]);
  await expect(page.getByRole('button', { name: 'Add 3' })).toBeVisible();
});
