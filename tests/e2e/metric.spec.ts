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
  await expect(page.getByText(/^imported .+, SHA-256\u00a0[0-9a-f]{8}$/).first()).toBeVisible();
  expect(await app.axe()).toEqual([]);
});

test('every number and the reason for the signal can be read by keyboard alone', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  const chart = page.getByRole('slider').first();
  await expect(chart).toBeVisible();
  await page.keyboard.press('c');
  await expect(chart).toBeFocused();
  await page.keyboard.press('Home');
  await expect(chart).toHaveAttribute('aria-valuenow', '0');
  await page.keyboard.press('PageDown');
  await expect(chart).toHaveAttribute('aria-valuetext', /(worse|better): /);
  const signals = page.getByRole('region', { name: 'Signals' });
  await expect(signals).toContainText('beyond the limits of');
  await expect(signals.getByRole('img', { name: /outside|above the upper limit/ }).first()).toBeVisible();
  await signals
    .getByRole('button', { name: /^Why this is a signal/ })
    .first()
    .press('Enter');
  await expect(signals).not.toContainText('beyond the limits of');
});

test('the chart is drawn another way, with the limits of an earlier review, and explained with pictures', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  await page.getByRole('button', { name: /Limits of an earlier review/ }).press('Enter');
  await page.getByRole('option', { name: 'Also limits of 28 Oct' }).press('Enter');
  await expect(page.getByText('Shown on Wednesday 28 October.')).toBeVisible();
  await expect(page.getByText(/^Verdict: watch/)).toBeVisible();
  await page.getByRole('button', { name: /as it is judged/ }).press('Enter');
  await page.getByRole('option', { name: /^run chart/ }).press('Enter');
  await expect(page.getByText(/^Drawn as the textbook has it: the median/)).toBeVisible();
  await page.keyboard.press('h');
  const help = page.getByRole('dialog', { name: 'How to read this chart' });
  await expect(help.getByRole('img')).toHaveCount(23);
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('with forced colours the band lets the series be seen', async ({ app }) => {
  const { page } = app;
  await page.emulateMedia({ forcedColors: 'active' });
  await app.openSample();
  await app.goTo(SEARCH);
  const canvas = page.getByRole('slider').first().locator('canvas');
  await expect(canvas).toBeVisible();
  const inked = () =>
    canvas.evaluate((element: HTMLCanvasElement) => {
      const image = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? [];
      let dark = 0;
      for (let at = 0; at < image.length; at += 4) {
        if ((image[at + 3] ?? 0) > 200 && (image[at] ?? 255) < 40) dark++;
      }
      return dark / (image.length / 4);
    });
  await expect.poll(inked).toBeGreaterThan(0.001);
  expect(await inked()).toBeLessThan(0.1);
});

test('the chart can be taken elsewhere as picture, drawing and numbers', async ({ app }) => {
  const { page } = app;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openSample();
  await app.goTo(SEARCH);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy as CSV' }).press('Enter');
  await expect(page.getByText('The numbers are copied as CSV.')).toBeVisible();
  expect((await copied()).split('\n')).toHaveLength(54);
  await page.getByRole('button', { name: 'Copy as SVG' }).press('Enter');
  await expect(page.getByText('The chart is copied as SVG.')).toBeVisible();
  expect(await copied()).toContain('<svg');
  await page.getByRole('button', { name: 'Copy as picture' }).press('Enter');
  await expect(page.getByText('The chart is copied as a picture.')).toBeVisible();
  const types = await page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
  expect(types).toContain('image/png');
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
  await limits.getByRole('button', { name: /^Take back the limits/ }).click();
  await expect(limits.getByText('2 phases')).toBeHidden({ timeout: 20_000 });
});

test('limits are locked when it is offered, fixed on a span, and let go again', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(`metric/${encodeURIComponent('change-lead-time|checkout')}`);
  const limits = page.getByRole('region', { name: 'Limits' });
  await limits.getByRole('button', { name: 'Lock these limits' }).press('Enter');
  await expect(limits.getByText(/on 52 points, and they stay$/)).toBeVisible({ timeout: 20_000 });
  await expect(limits.getByRole('button', { name: 'Lock these limits' })).toBeHidden();
  await limits.getByRole('button', { name: /Baseline/ }).press('Enter');
  await page.getByRole('option', { name: /^Fixed baseline/ }).press('Enter');
  await limits.getByRole('button', { name: /To$/ }).press('Enter');
  await page.getByRole('option', { name: /2026-03-02/ }).press('Enter');
  await limits.getByRole('button', { name: 'Rest limits on 16 points' }).press('Enter');
  await expect(limits.getByText(/on 16 points, and they stay$/)).toBeVisible({ timeout: 20_000 });
  expect(await app.axe()).toEqual([]);
  await limits.getByRole('button', { name: /Baseline/ }).press('Enter');
  await page.getByRole('option', { name: /^Trailing baseline/ }).press('Enter');
  await expect(limits.getByText(/on 26 points, and they stay$/)).toBeVisible({ timeout: 20_000 });
});

test('a level that has held asks for its cause and changes nothing by itself', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  const limits = page.getByRole('region', { name: 'Limits' });
  await expect(limits.getByText(/^A new level since week 38/)).toBeVisible();
  await limits.getByRole('button', { name: /Search moves to the event bus$/ }).press('Enter');
  const cause = limits.getByRole('textbox', { name: 'What changed at wk\u00a038' });
  await expect(cause).toHaveValue('Search moves to the event bus');
  await expect(limits.getByText('2 phases')).toBeHidden();
  await cause.press('Enter');
  await expect(limits.getByText('2 phases')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('region', { name: 'Signals' })).toContainText('none open');
});

test('the sensitivity is chosen by its price and said beside every signal', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo(SEARCH);
  await page.getByRole('button', { name: 'Change the sensitivity' }).press('Enter');
  const sensitivity = page.getByRole('region', { name: 'Sensitivity' });
  await expect(sensitivity.getByRole('button', { name: 'Calm' })).toHaveAttribute('aria-pressed', 'true');
  await sensitivity.getByRole('button', { name: 'Alert' }).press('Enter');
  await expect(sensitivity.getByRole('button', { name: 'Alert' })).toHaveAttribute('aria-pressed', 'true');
  expect(await app.axe()).toEqual([]);
  await app.goTo(SEARCH);
  await expect(page.getByText(/At the preset alert, 34 in 100 stable series/)).toBeVisible({
    timeout: 20_000,
  });
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
