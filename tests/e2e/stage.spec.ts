import type { BrowserContext, Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { illegible } from '#tests/support/legible.ts';
import { heading, startSampleReview, takeDown } from '#tests/support/live-review.ts';

test.setTimeout(240_000);

async function openStage(app: App, context: BrowserContext): Promise<Page> {
  const opened = context.waitForEvent('page');
  await app.page.keyboard.press('s');
  const stage = await opened;
  app.watch(stage);
  await expect(heading(stage, /./)).toBeVisible();
  return stage;
}

/** Walks ahead until something is at hand that has a chart. */
async function walkToChart(page: Page): Promise<void> {
  const hand = page.getByRole('slider', { name: 'Point shown to the room' });
  await expect(async () => {
    await page.keyboard.press('PageDown');
    await expect(hand).toBeVisible({ timeout: 300 });
  }).toPass();
}

test('a point that the console points at is shown to the room, and is stored nowhere', async ({
  app,
  context,
}) => {
  const { page } = app;
  await startSampleReview(app);
  const stage = await openStage(app, context);
  await walkToChart(page);
  const hand = page.getByRole('slider', { name: 'Point shown to the room' });
  const shown = stage.locator('svg rect + text');

  await page.keyboard.press('f');
  await expect(hand).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  const newest = (await hand.getAttribute('aria-valuetext')) ?? '';
  expect(newest).toMatch(/wk\s46, from 9\sNov$/);
  await expect(shown).toHaveText(newest.split(', wk')[0] ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(hand).toHaveAttribute('aria-valuetext', /wk\s45, from 2\sNov$/);
  await expect(stage.getByText(/^wk\s45, from 2\sNov$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shown).toHaveCount(0);

  await hand.hover();
  await expect(shown).toHaveCount(1);
  await page.mouse.move(5, 5);
  await expect(shown).toHaveCount(0);

  // The window that points dies: what it pointed at is pointed at no more once it is back.
  await hand.hover();
  await expect(shown).toHaveCount(1);
  await page.reload();
  await expect(hand).toHaveAttribute('aria-valuetext', 'none');
  await expect(shown).toHaveCount(0);
});

test('a clicker drives the review from either window, and its other keys do no harm', async ({
  app,
  context,
}) => {
  const { page } = app;
  await startSampleReview(app);
  const stage = await openStage(app, context);
  for (const window of [stage, page]) {
    await window.bringToFront();
    await window.keyboard.press('ArrowRight');
    await expect(heading(stage, /What got better/)).toBeVisible();
    await window.keyboard.press('PageUp');
    await expect(heading(stage, /Where we stand/)).toBeVisible();
    await window.keyboard.press('PageDown');
    await window.keyboard.press('ArrowLeft');
    await expect(heading(stage, /Where we stand/)).toBeVisible();

    await window.keyboard.press('b');
    await expect(stage.getByRole('img', { name: 'The stage is dark' })).toBeVisible();
    await window.keyboard.press('.');
    await expect(heading(stage, /Where we stand/)).toBeVisible();

    await window.evaluate(() => Object.assign(globalThis, { sameAsBefore: true }));
    await window.keyboard.press('F5');
    await window.keyboard.press('Escape');
    await window.waitForTimeout(300);
    expect(await window.evaluate(() => Reflect.get(globalThis, 'sameAsBefore'))).toBe(true);
  }
  await page.keyboard.press('b');
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /What got better/)).toBeVisible();

  // While a line is typed a clicker's letters are text, and its start key still loads nothing.
  await takeDown(page, 'n', 'b. is a letter here');
  await page.keyboard.press('n');
  await page.keyboard.type('Half a note');
  await page.keyboard.press('F5');
  await expect(page.getByRole('combobox', { name: 'Note' })).toHaveValue('Half a note');
});

test('the stage goes on without a console and brings one back', async ({ app, context }) => {
  await startSampleReview(app);
  const stage = await openStage(app, context);
  await app.page.close();
  await expect(stage.getByText('The console is closed. c opens it.')).toBeVisible();
  await stage.keyboard.press('PageDown');
  await expect(heading(stage, /What got better/)).toBeVisible();
  const opened = context.waitForEvent('page');
  await stage.keyboard.press('c');
  const console = await opened;
  await expect(console.getByText('Stage in its own window')).toBeVisible();
  await expect(stage.getByText('The console is closed. c opens it.')).toHaveCount(0);
  await console.keyboard.press('PageDown');
  await expect(heading(stage, /What could move/)).toBeVisible();
});

test('a browser that opens no windows is worked around by an address', async ({ app, context }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.evaluate(() => {
    window.open = () => null;
  });
  await page.keyboard.press('s');
  const notice = page.getByText(/The browser did not open the stage/).first();
  await expect(notice).toBeVisible();
  const address = /http:\S+stage=\S+/.exec((await notice.textContent()) ?? '')?.[0] ?? '';
  const stage = await context.newPage();
  app.watch(stage);
  await stage.goto(address);
  await expect(heading(stage, /Where we stand/)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /What got better/)).toBeVisible();
});

test('half a screen shows the clock, what comes, and what is at hand', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.setViewportSize({ width: 640, height: 720 });
  const timer = page.getByRole('timer').first();
  await expect(timer).toBeInViewport();
  await walkToChart(page);
  await expect(page.getByRole('heading', { name: 'Ask' })).toBeInViewport();
  await expect(page.getByRole('region', { name: 'Next', exact: true })).toBeInViewport();
  await page.getByRole('region', { name: 'At hand' }).press('End');
  await expect(timer).toBeInViewport();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(640);
  expect(await app.axe()).toEqual([]);
});

test('every word on the stage can be read from the back of the room', async ({ app, context }) => {
  const { page } = app;
  await startSampleReview(app);
  const stage = await openStage(app, context);
  const found = new Set<string>();
  for (let step = 0; step < 40; step += 1) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await stage.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      for (const one of await illegible(stage)) found.add(`${colorScheme}: ${one}`);
    }
    if (await heading(stage, /Was this hour worth it/).isVisible()) break;
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(50);
  }
  await takeDown(page, '!', 'The number counts a deployment that was never live');
  await expect(heading(stage, /never live/)).toBeVisible();
  for (const one of await illegible(stage)) found.add(one);
  expect([...found]).toEqual([]);
});
