import { readFile } from 'node:fs/promises';
import { expect, test } from '#tests/support/app.ts';

test('the readout shows an edit while it is typed, is made, and then stays as it is', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('readout');
  const paper = page.getByRole('group', { name: 'Pages' });
  await expect(
    paper.getByRole('heading', { name: 'What it means' }).or(paper.locator('h1')).first(),
  ).toBeVisible();
  expect(await app.axe()).toEqual([]);
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Search is slow since its move');
  await expect(paper.locator('h1')).toHaveText('Search is slow since its move.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Back to what was proposed' })).toBeVisible();
  await page.getByRole('button', { name: 'Make the readout' }).click();
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible();
  await expect(title).toBeHidden();
  await page.reload();
  await expect(paper.locator('h1')).toHaveText('Search is slow since its move.');
  expect(await app.axe()).toEqual([]);
});

test('the readout leaves as Markdown and as one HTML file that needs nothing else', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('readout');
  const first = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Markdown' }).click();
  const markdown = await first;
  expect(markdown.suggestedFilename()).toMatch(/^readout-\d{4}-\d{2}-\d{2}\.md$/);
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: 'HTML' }).click();
  const html = await readFile(await (await second).path(), 'utf8');
  expect(html).toContain('data:font/woff2;base64,');
  expect(html).not.toMatch(/(?:src|href)="https?:/);
});

test('every past review has its readout, and none held says how to begin', async ({ app }) => {
  const { page } = app;
  await app.goTo('readout');
  await expect(page.getByText(/none has been held yet/)).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await app.goTo('home');
  await app.openSample();
  await app.goTo('readout');
  await page.getByRole('button', { name: /Review/ }).click();
  await page.getByRole('option', { name: /28\s+Oct/ }).click();
  await expect(page.getByRole('group', { name: 'Pages' })).toContainText('28 October');
});
