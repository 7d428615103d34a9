import { readFile } from 'node:fs/promises';
import { expect, test } from '#tests/support/app.ts';

test('the draft of a live review shows an edit while it is typed; a readout that was made takes none', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Anomalies' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/live$/);
  await app.goTo('readout');
  const paper = page.getByRole('region', { name: 'Pages' });
  await expect(paper.locator('h1')).toContainText(
    'Platform pages per on-call week is 22, above its upper limit of 19',
  );
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  expect(await app.axe()).toEqual([]);

  await page.getByRole('button', { name: /Review/ }).click();
  await page.getByRole('option', { name: /18\s+Nov/ }).click();
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Search is slow since its move');
  await expect(paper.locator('h1')).toHaveText('Search is slow since its move.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Back to what was proposed' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make the readout' })).toHaveCount(0);
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
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText('28 October');
});
