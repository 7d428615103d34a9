import { expect, test } from '#tests/support/app.ts';

test('the organization is named, and its working week is chosen', async ({ app }) => {
  const { page } = app;
  await app.goTo('settings');
  expect(await app.axe()).toEqual([]);
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('Larch and Co');
  await name.press('Enter');
  await expect(page.getByRole('complementary').first()).toContainText('Larch and Co');
  await page.getByRole('button', { name: 'Sat' }).click();
  await expect(page.getByRole('button', { name: 'Sat' })).toHaveAttribute('aria-pressed', 'true');
});

test('the look is chosen for this machine', async ({ app }) => {
  const { page } = app;
  await app.goTo('settings');
  await page.getByRole('button', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await app.axe()).toEqual([]);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('everything is exported and taken in again; a file that is something else is refused', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('settings');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export everything' }).click();
  const file = await (await download).path();
  const input = page.getByLabel('Export of Andon to take in');
  await input.setInputFiles(file);
  await expect(page.getByText(/: 0 of [\d,]+ entries and 0 files are new/)).toBeVisible();
  await input.setInputFiles({
    name: 'other.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await expect(
    page.getByText(/other\.json: This file holds no events of Andon\. Nothing was taken in\./),
  ).toBeVisible();
});
