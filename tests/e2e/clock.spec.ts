import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { takeDown } from '#tests/support/live-review.ts';

test.setTimeout(180_000);

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

test('a wall clock that began in 1970 and is set right is told about, not asked about', async ({ app }) => {
  const { page } = app;
  await settableWallClock(page);
  await page.evaluate((ms) => window.setWallClock(ms), Date.UTC(1970, 0, 1, 0, 3) - Date.now());
  await page.reload();
  await startReview(app);
  const before = await secondsLeft(page);
  const began = performance.now();
  await page.evaluate(() => window.setWallClock(0));
  await expect(page.getByText(/The clock of this machine was set ahead/)).toBeVisible({ timeout: 1500 });
  await expect(asked(page)).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(timerOf(page)).toContainText('held');
  expect(Math.abs((await secondsLeft(page)) - (before - (performance.now() - began) / 1000))).toBeLessThan(2);
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

/** Stops everything that draws in this browser, and whatever else is named, for so long. */
async function stopFor(ms: number, others: readonly number[] = []): Promise<void> {
  const pids = [...renderers(), ...others];
  expect(pids.length).toBeGreaterThan(others.length);
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await new Promise((resolve) => setTimeout(resolve, ms));
  for (const pid of pids) process.kill(pid, 'SIGCONT');
}

/** How many events of a type are in the browser's database. */
async function countOf(page: Page, type: string): Promise<number> {
  const texts = await page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const opening = indexedDB.open('andon.main');
        opening.onsuccess = () => {
          const all = opening.result.transaction('events').objectStore('events').getAll();
          all.onsuccess = () => resolve(all.result.map((row: { readonly json: string }) => row.json));
        };
      }),
  );
  return texts.filter((text) => text.includes(`"type":"${type}"`)).length;
}

test('everything that was stopped asks within a second of going on, once for two windows', async ({
  app,
  context,
}) => {
  test.skip(process.platform !== 'linux', 'Processes are found in /proc.');
  const { page, host } = app;
  await startReview(app);
  const other = await context.newPage();
  app.watch(other);
  await other.goto(page.url());
  await expect(timerOf(other)).toBeVisible();
  const before = await secondsLeft(page);
  await stopFor(25_000, [host.process.pid ?? 0]);
  const woke = performance.now();
  await expect(asked(page)).toBeVisible({ timeout: 5000 });
  expect(performance.now() - woke).toBeLessThan(1500);
  await expect(asked(other)).toBeVisible();
  expect(before - (await secondsLeft(page))).toBeLessThan(8);
  await other.keyboard.press('Alt+2');
  await expect(asked(page)).toHaveCount(0);
  await expect(asked(other)).toHaveCount(0);
  expect(await countOf(page, 'gap-noticed')).toBe(1);
});

test('the display is kept awake while a review is live, and no longer', async ({ app }) => {
  const { page } = app;
  await page.addInitScript(() => {
    const held = new Set<WakeLockSentinel>();
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      held.add(lock);
      lock.addEventListener('release', () => held.delete(lock));
      return lock;
    };
    Object.assign(window, { wakeLocks: held });
  });
  await page.reload();
  const locks = () => page.evaluate(() => (window as unknown as { wakeLocks: Set<unknown> }).wakeLocks.size);
  await startReview(app);
  await expect.poll(locks).toBe(1);
  await page.keyboard.press('Space');
  await expect(timerOf(page)).toContainText('held');
  expect(await locks()).toBe(1);
  await page.keyboard.press('Space');
  await takeDown(page, 'z', 'Fire alarm');
  await expect.poll(locks).toBe(0);
  await page.keyboard.press('Space');
  await expect.poll(locks).toBe(1);
});

test('a review that is suspended goes on the next day where it stopped, from Home', async ({ app }) => {
  const { page } = app;
  await settableWallClock(page);
  await startReview(app);
  await page.keyboard.press('PageDown');
  const before = await secondsLeft(page);
  await takeDown(page, 'z', 'The room is booked');
  await expect(page.getByRole('heading', { name: 'The review is suspended' })).toBeVisible();
  await expect(page.getByText(/Meeting: 60\smin left when it goes on/)).toBeVisible();
  await page.evaluate((ms) => window.setWallClock(ms), 22 * HOUR);
  await app.goTo('home');
  await page.reload();
  await expect(page.getByText(/Suspended/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Return to the review' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The review is suspended' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(timerOf(page)).toBeVisible();
  await expect(asked(page)).toHaveCount(0);
  expect(Math.abs(before - (await secondsLeft(page)))).toBeLessThan(6);
});

test('times are told in the zone of the organization, and say so where clocks here differ', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(timerOf(page)).toBeVisible();
  const inLondon = (ms: number) =>
    new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'Europe/London' }).format(ms);
  const ends = [59, 60, 61].map((minutes) => inLondon(Date.now() + minutes * 60_000));
  const words = (await page.getByText(/Meeting: \d+\smin left, ends/).textContent()) ?? '';
  expect(ends).toContain(/ends (\d\d:\d\d)/.exec(words)?.[1]);
  expect(words).toContain('London time');
});
