import { expect, test } from '#tests/support/app.ts';

test('the Wall shows every series, signals first, and a few letters and Enter open one', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('wall');
  await expect(page.getByRole('heading', { name: 'Delivery' })).toBeVisible();
  await expect(page.getByRole('link', { name: /worse\.$/ }).first()).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('search lead');
  await expect(page.getByRole('status').first()).toContainText('1 series');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/metric\/change-lead-time/);
});
