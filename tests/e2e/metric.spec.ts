import { expect, test } from '#tests/support/app.ts';

const SEARCH = `metric/${encodeURIComponent('change-lead-time|search')}`;

test('a series is shown in full, and the arrow keys walk its points down to file and line', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  const chart = page.getByRole('slider', { name: 'Search, Change lead time: choose a point' });
  await expect(chart).toBeVisible();
  await expect(page.getByRole('slider', { name: /moving range: choose a point$/ })).toBeVisible();
  await expect(page.getByRole('table', { name: /^Search, change lead time: 52/ })).toBeVisible();
  await chart.focus();
  const newest = await chart.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowLeft');
  await expect(chart).not.toHaveAttribute('aria-valuetext', newest ?? '');
  await expect(page.getByText(/^swarmia-dora-by-team\.csv, line\u00a0\d+$/).first()).toBeVisible();
  expect(await app.axe()).toEqual([]);
});

test('new limits begin at a named cause and can be taken back', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  await page.getByRole('slider').first().focus();
  for (let back = 0; back < 8; back++) await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: /^New limits from/ }).click();
  await page.getByRole('textbox', { name: /^What changed at/ }).fill('Moved to the event bus');
  await page.keyboard.press('Enter');
  const limits = page.getByRole('region', { name: 'Limits' });
  await expect(limits.getByText('2 phases')).toBeVisible({ timeout: 20_000 });
  await limits.getByRole('button', { name: 'Take back' }).click();
  await expect(limits.getByText('2 phases')).toBeHidden({ timeout: 20_000 });
});

test('a note, a target and the entity’s name are kept', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  await page.getByRole('textbox', { name: /^Note at/ }).fill('Second deploy slot');
  await page.keyboard.press('Enter');
  const happened = page.getByRole('region', { name: 'What happened' });
  await expect(happened.getByText('Second deploy slot')).toBeVisible();
  await page.getByRole('textbox', { name: 'Target in h' }).fill('20');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Target' })).toContainText('20\u00a0h', { timeout: 20_000 });
  await page.getByRole('button', { name: 'About Search' }).click();
  await page.getByRole('textbox', { name: /Shown as/ }).fill('Search and browse');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Search and browse, change lead time' })).toBeVisible({
    timeout: 20_000,
  });
});

test('a series that is not there says what to do', async ({ app }) => {
  await app.openSample();
  await app.goTo('metric/nothing%7Cnobody');
  await expect(app.page.getByText('No series has this name now.')).toBeVisible({ timeout: 20_000 });
  await app.page.getByRole('button', { name: 'Open the Wall' }).click();
  await expect(app.page).toHaveURL(/#\/wall/);
});
