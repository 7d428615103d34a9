import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';

test.setTimeout(90_000);

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with the window's own type.
  interface Window {
    /** Moves the wall clock of the page; nothing else. */
    setWallClock: (byMs: number) => void;
  }
}

const HOUR = 3_600_000;

/** Puts a wall clock into every page that can be set, as the owner of a laptop can; the monotonic one runs on. */
async function settableWallClock(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const now = Date.now.bind(Date);
    const byMs = () => Number(sessionStorage.getItem('wall clock') ?? 0);
    Date.now = () => now() + byMs();
    window.setWallClock = (ms) => sessionStorage.setItem('wall clock', String(ms));
  });
  await page.reload();
}

/** A review of the organization's own, live in its first block. */
async function startReview(app: App): Promise<void> {
  const { page } = app;
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(timerOf(page)).toBeVisible();
}

/** What the line asks; it is spoken, too. */
function asked(page: Page) {
  return page.getByRole('region', { name: 'What is taken down' }).getByText(/Does it count\?/);
}

function timerOf(page: Page) {
  return page.getByRole('timer').first();
}

/** Seconds left of the block, as the clock on the stage says. */
async function secondsLeft(page: Page): Promise<number> {
  const text = (await timerOf(page).textContent()) ?? '';
  const [, sign, minutes, seconds] = /([-−]?)(\d+):(\d\d)/.exec(text) ?? [];
  return (sign === '' ? 1 : -1) * (Number(minutes) * 60 + Number(seconds));
}

test('a wall clock set back an hour does nothing to the meeting, over a reload too', async ({ app }) => {
  const { page } = app;
  await settableWallClock(page);
  await startReview(app);
  const before = await secondsLeft(page);
  const began = performance.now();
  await page.evaluate((ms) => window.setWallClock(ms), -HOUR);
  await page.waitForTimeout(3000);
  const run = () => (performance.now() - began) / 1000;
  expect(Math.abs((await secondsLeft(page)) - (before - run()))).toBeLessThan(2);
  await page.reload();
  await expect(timerOf(page)).toBeVisible();
  expect(Math.abs((await secondsLeft(page)) - (before - run()))).toBeLessThan(3);
  await page.keyboard.press('Space');
  await expect(timerOf(page)).toContainText('held');
  const held = await secondsLeft(page);
  expect(Math.abs(held - (before - run()))).toBeLessThan(3);
  await expect(asked(page)).toHaveCount(0);
});

test('a wall clock set forward an hour is asked about, and counts for nothing until somebody says so', async ({
  app,
}) => {
  const { page } = app;
  await settableWallClock(page);
  await startReview(app);
  const before = await secondsLeft(page);
  const began = performance.now();
  await page.evaluate((ms) => window.setWallClock(ms), HOUR);
  await expect(asked(page)).toBeVisible({ timeout: 1500 });
  expect(Math.abs((await secondsLeft(page)) - (before - (performance.now() - began) / 1000))).toBeLessThan(2);
  await page.keyboard.press('Alt+2');
  await expect(asked(page)).toHaveCount(0);
  expect(Math.abs((await secondsLeft(page)) - (before - (performance.now() - began) / 1000))).toBeLessThan(3);
});

function readProcess(pid: number, file: 'stat' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** The processes that draw pages in the browser that this test started, and in no other. */
function renderers(): readonly number[] {
  const pids = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
  const parents = new Map(
    pids.map((pid) => [
      pid,
      Number(
        readProcess(pid, 'stat')
          .replace(/^.*\) /s, '')
          .split(' ')[1],
      ),
    ]),
  );
  const isOurs = (pid: number): boolean => {
    const parent = parents.get(pid);
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return pids.filter((pid) => readProcess(pid, 'cmdline').includes('--type=renderer') && isOurs(pid));
}

test('a page that was stopped asks about the gap within a second of going on', async ({ app }) => {
  test.skip(process.platform !== 'linux', 'Processes are found in /proc.');
  const { page } = app;
  await startReview(app);
  const before = await secondsLeft(page);
  const pids = renderers();
  expect(pids.length).toBeGreaterThan(0);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, 25_000));
  for (const pid of pids) process.kill(pid, 'SIGCONT');
  const woke = performance.now();
  await expect(asked(page)).toBeVisible({ timeout: 5000 });
  expect(performance.now() - woke).toBeLessThan(1500);
  expect(before - (await secondsLeft(page))).toBeLessThan(8);
});
