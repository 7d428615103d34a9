import path from 'node:path';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { heading, runByName, startSampleReview, takeDown } from '#tests/support/live-review.ts';

const folder = path.resolve(import.meta.dirname, '../../assets/screenshots/live-hour');

test.setTimeout(180_000);

async function take(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

async function look(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('andon.theme', chosen), theme);
  await page.reload();
}

/** Steps ahead until a title stands on the stage, which is a window of its own once it is open. */
async function walkTo(page: Page, title: RegExp, stage = page): Promise<void> {
  for (let step = 0; step < 60 && !(await heading(stage, title).isVisible()); step += 1) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(250);
  }
  await expect(heading(stage, title)).toBeVisible();
}

async function openStage(app: App): Promise<Page> {
  const opening = app.page.context().waitForEvent('page');
  await app.page.keyboard.press('s');
  const stage = await opening;
  app.watch(stage);
  await stage.setViewportSize({ width: 1280, height: 720 });
  await expect(heading(stage, /./)).toBeVisible();
  await app.page.bringToFront();
  return stage;
}

test('what the room sees', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  const stage = await openStage(app);
  await take(stage, 'stage-opening');
  await walkTo(page, /Did we do what we said/, stage);
  await take(stage, 'stage-commitments');
  await walkTo(page, /Deployments 1\.34 times/, stage);
  await take(stage, 'stage-cross-check');
  await takeDown(page, '!', 'Half of these incidents are one vendor outage @jonas');
  await expect(heading(stage, /vendor outage/)).toBeVisible();
  await take(stage, 'stage-andon');
  await takeDown(page, 'Space', 'The vendor is counted once from now on');
  await look(stage, 'dark');
  await walkTo(page, /Search change lead time/, stage);
  await page.keyboard.press('f');
  for (let back = 0; back < 5; back += 1) await page.keyboard.press('ArrowLeft');
  await stage.bringToFront();
  await take(stage, 'stage-pointed-at');
});

test('what the facilitator sees', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await walkTo(page, /Search change lead time/);
  await page.keyboard.press('3');
  await page.keyboard.type('Search moves to the event bus until the end of November');
  await take(page, 'verdict-with-its-reason');
  await page.keyboard.press('Enter');
  await page.keyboard.press('c');
  await takeDown(page, 'd', 'Search keeps both pipelines until the migration is done');
  await takeDown(page, 'o', 'Ask Jonas for the rollback figures first');
  await page.clock.install({ time: new Date() });
  await page.reload();
  await expect(page.getByRole('timer').first()).toBeVisible();
  await page.keyboard.press('c');
  await page.clock.fastForward('10:20');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText(/Who pays/).first()).toBeVisible();
  await take(page, 'console-overtime');
  await look(page, 'dark');
  await page.setViewportSize({ width: 720, height: 720 });
  await take(page, 'console-half-a-screen');
});

test('blocks with something to show, and finding anything', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await runByName(page, 'One block more, with something to show');
  const dialog = page.getByRole('dialog', { name: 'One block more' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Ready for the peak');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type('A check');
  await page.keyboard.press('Enter');
  await dialog
    .getByLabel('Things to tick', { exact: true })
    .fill(
      'Capacity of the checkout tested at twice last year\nRota posted for 25 to 30 November\nFreeze announced to partners\nStatus page rehearsed',
    );
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await runByName(page, 'Go to block: Ready for the peak');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await take(page, 'checklist');
  await runByName(page, 'Go to block: Rating');
  for (const vote of '5445345') await page.keyboard.press(vote);
  await take(page, 'rating');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('payments');
  await take(page, 'find-anything');
});

test('a rehearsal', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText(/nothing is kept/i).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible();
  await walkTo(page, /Platform is paged/);
  await take(page, 'rehearsal');
});
