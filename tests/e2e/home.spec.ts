import { expect, test } from '#tests/support/app.ts';

test('an empty Home says how to begin, and opens the sample organization with one click', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Drop your metric exports here' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await app.openSample();
  await expect(app.page.getByRole('heading', { name: /Wednesday 18 November at 10:00/ })).toBeVisible();
  for (const dimension of ['Delivery', 'Reliability', 'Initiatives', 'Vigilance', 'Efficiency']) {
    await expect(app.page.getByRole('heading', { name: dimension, exact: true })).toBeVisible();
  }
  await expect(app.page.getByRole('table', { name: 'Commitments due' })).toContainText('A-102');
  expect(await app.axe()).toEqual([]);
});

test('leaving the sample gives the empty Home back, and the sample is gone', async ({ app }) => {
  await app.openSample();
  await app.page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(app.page.getByRole('heading', { name: 'Drop your metric exports here' })).toBeVisible();
  const databases = await app.page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
  expect(databases.filter((name) => name?.includes('sample'))).toEqual([]);
});

test('every screen is reached by name from the palette', async ({ app }) => {
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('searchbox', { name: 'Find anything' }).fill('cadence');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(app.page).toHaveURL(/#\/cadence$/);
});

test('the dark theme has enough contrast as well', async ({ app }) => {
  await app.openSample();
  await app.page.evaluate(() => localStorage.setItem('andon.theme', 'dark'));
  await app.page.reload();
  await expect(app.page.getByRole('heading', { name: 'Delivery', exact: true })).toBeVisible();
  expect(await app.axe()).toEqual([]);
});
