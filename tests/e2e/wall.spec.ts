import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';

/** So many services with one metric over twelve weeks each; every seventh name is long or of another script. */
function manySeries(count: number): string {
  const names = [
    'платёжный-шлюз',
    '支払い処理',
    'خدمة-الدفع',
    'a-service-with-a-name-that-goes-on-and-on-and-on',
  ];
  const rows = Array.from({ length: count }, (_, service) => {
    const name =
      service % 7 === 0 ? `${names[(service / 7) % names.length]}-${service}` : `service-${service}`;
    return Array.from({ length: 12 }, (_, week) => {
      const day = new Date(Date.UTC(2026, 7, 3 + week * 7)).toISOString().slice(0, 10);
      return `${day},${name},${20 + ((service * 7 + week * 13) % 9)}`;
    });
  });
  return ['date,service,deploys', ...rows.flat(), ''].join('\n');
}

async function takeIn(page: Page, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles([{ name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }]);
  await expect(page.getByRole('button', { name: /^Add [\d,]+/ })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('many.csv');
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-series') ?? '');

test('the Wall shows every series, signals first, and a few letters and Enter open one', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('wall');
  await expect(page.getByRole('heading', { name: 'Delivery' })).toBeVisible();
  const worse = page.getByRole('link', { name: /worse\.$/ }).first();
  await expect(worse).toBeVisible();
  await expect(worse.getByText('worse', { exact: true })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('/');
  await page.keyboard.type('search lead');
  await expect(page.getByRole('status').first()).toContainText('1 series');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/metric\/change-lead-time/);
});

test('arrow keys walk the Wall as a grid, and who comes back finds the chart that was opened', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('wall');
  await expect(page.getByRole('heading', { name: 'Delivery' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  const first = await focused(page);
  await page.keyboard.press('ArrowDown');
  const below = await focused(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe(below);
  const columns = await page.evaluate(
    ([a, b]) =>
      [a, b].map(
        (id) =>
          document.querySelector(`[data-series="${CSS.escape(id ?? '')}"]`)?.getBoundingClientRect().left,
      ),
    [first, below],
  );
  expect(columns[0]).toBe(columns[1]);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe(first);
  await page.keyboard.press('End');
  const last = await focused(page);
  expect(last).not.toBe(first);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/metric\//);
  await page.goBack();
  await expect.poll(() => focused(page)).toBe(last);
});

test('the Wall is arranged by team without holding teams against each other, and narrowed to what moved', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('wall');
  await page.getByRole('button', { name: /Arrange/ }).press('Enter');
  await page.getByRole('option', { name: 'by team' }).press('Enter');
  const names = await page.getByRole('heading', { level: 2 }).allTextContents();
  expect(names.at(-1)).toBe('No team');
  const teams = names.slice(0, -1);
  expect(teams).toEqual(teams.toSorted((a, b) => a.localeCompare(b)));
  await expect(
    page.getByRole('region', { name: teams[0] ?? '' }).getByText(/^\d+ (worse|better)$/),
  ).toHaveCount(0);
  await page.getByRole('button', { name: /Show/ }).press('Enter');
  await page.getByRole('option', { name: 'out of routine' }).press('Enter');
  await expect(page.getByRole('link', { name: /routine\.$/ })).toHaveCount(0);
  await expect(page.getByRole('status').first()).toHaveText(/^\d+ series of \d+$/);
});

test('an empty Wall says what to do; one series and four hundred fit, whatever their names', async ({
  app,
}) => {
  const { page } = app;
  await app.goTo('wall');
  await expect(page.getByText('No series yet. Drop exports on this window.')).toBeVisible();
  await takeIn(page, manySeries(1));
  await app.goTo('wall');
  await expect(page.getByRole('link', { name: /deploy/i })).toHaveCount(1);
  await takeIn(page, manySeries(400));
  await app.goTo('wall');
  await expect(page.getByRole('status').first()).toHaveText(/^40[01] series$/, { timeout: 20_000 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(sideways).toBe(false);
  expect(await app.axe()).toEqual([]);
});
