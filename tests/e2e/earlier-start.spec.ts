import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startBuiltWebHost } from '#tests/support/web-host.ts';

test.setTimeout(120_000);

function timerOf(page: Page) {
  return page.getByRole('timer').first();
}

/** Seconds left of the block, as the clock on the stage says. */
async function secondsLeft(page: Page): Promise<number> {
  const [, minutes, seconds] = /(\d+):(\d\d)/.exec((await timerOf(page).textContent()) ?? '') ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

test('a tab of an earlier start keeps its time, says what to do, and goes on once that is done', async ({
  page,
  context,
}) => {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'andon-restart-'));
  const first = await startBuiltWebHost({ dataFolder });
  const { port } = new URL(first.address);
  await page.goto(first.address);
  await page.evaluate(() => {
    location.hash = '#/prepare';
  });
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(timerOf(page)).toBeVisible();
  const before = await secondsLeft(page);
  const began = performance.now();

  first.process.kill('SIGKILL');
  const second = await startBuiltWebHost({ dataFolder, args: ['--port', port] });
  await page.keyboard.press('Space');
  const trouble = page.getByRole('alert').filter({ hasText: 'NOT SAVED' });
  await expect(trouble).toContainText('Open the address that Andon printed when it started');
  await expect(timerOf(page)).toContainText('held');
  const held = await secondsLeft(page);
  expect(Math.abs(held - (before - (performance.now() - began) / 1000))).toBeLessThan(4);

  const again = await context.newPage();
  await again.goto(second.address);
  await expect(trouble).toHaveCount(0, { timeout: 15_000 });
  await again.evaluate(() => {
    location.hash = '#/live';
  });
  await expect(timerOf(again)).toContainText('held');
  expect(await secondsLeft(again)).toBe(held);
  await second.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
