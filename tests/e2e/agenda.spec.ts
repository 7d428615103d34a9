import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { heading, runByName, startSampleReview, takeDown, typeLine } from '#tests/support/live-review.ts';

test.setTimeout(120_000);

/** Names of the agenda as the console lists them, with what is said of them. */
async function agenda(page: Page): Promise<readonly string[]> {
  const rows = page
    .getByRole('region', { name: 'Clock and agenda' })
    .getByRole('listitem')
    .getByRole('button');
  return rows.allTextContents();
}

test('the agenda is changed while it runs, by keyboard, and everything can be taken back', async ({
  app,
}) => {
  const { page } = app;
  await startSampleReview(app);
  await page.keyboard.press('c');
  const before = await agenda(page);
  expect(before.length).toBeGreaterThan(5);

  await runByName(page, 'One block more');
  await typeLine(page, 'Deep dive on card data 3');
  await expect(page.getByRole('button', { name: 'Deep dive on card data' })).toBeVisible();
  expect((await agenda(page))[1]).toBe('Deep dive on card data');

  const dive = page.getByRole('button', { name: 'Deep dive on card data' });
  await dive.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await agenda(page))[2]).toBe('Deep dive on card data');
  await expect(dive).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(dive).toContainText('not today');
  await page.keyboard.press('u');
  await expect(dive).not.toContainText('not today');
  expect(await app.axe()).toEqual([]);

  await page.keyboard.press('Shift+PageDown');
  await expect(
    page
      .getByRole('listitem')
      .filter({ hasText: before[1] ?? '' })
      .first(),
  ).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('Shift+PageDown');
  await runByName(page, 'Cut this block in two');
  await expect(page.getByRole('button', { name: 'Deep dive on card data, continued' })).toBeVisible();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('u');
  await expect.poll(() => agenda(page)).toEqual(before);
});

test('the clock is held for a reason that the room sees, and the chair goes to somebody else', async ({
  app,
}) => {
  const { page } = app;
  await startSampleReview(app);
  await takeDown(page, 't', 'The vendor is on the line');
  await expect(page.getByText('The vendor is on the line').first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(heading(page, /Where we stand/)).toBeVisible();
  await expect(page.getByRole('banner').getByText('The vendor is on the line')).toHaveCount(0);

  await runByName(page, 'Hand over the chair');
  await typeLine(page, '@maria');
  await expect(page.getByText(/leads from here/).first()).toBeVisible();
});

test('who is here is marked by typing names, and a draw shows its weights', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.keyboard.press('@');
  const here = page.getByRole('listbox', { name: 'Here' });
  await expect(page.getByRole('textbox', { name: 'In one line' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(here.getByRole('option').first()).toBeFocused();
  await page.keyboard.press('Control+a');
  const everybody = await here.getByRole('option').count();
  await expect(page.getByText(`${everybody} are here.`).first()).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText(`${everybody - 1} are here.`).first()).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: /Where we stand/ })).toBeVisible();

  await runByName(page, 'Draw the next facilitator');
  await expect(page.getByText(/Drawn to facilitate next: /).first()).toBeVisible();
});

test('Tab goes to what was understood, and what is typed takes its place', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.keyboard.press('a');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Split the queue @maria !high');
  const understood = page.getByRole('list', { name: 'Understood' });
  await expect(understood).toContainText('high');
  await page.keyboard.press('Tab');
  await page.keyboard.type('!low');
  await expect(understood).toContainText('low');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('combobox')).toHaveValue('Split the queue  !low');
  await expect(understood).toContainText('no owner');
});
