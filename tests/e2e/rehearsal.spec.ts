import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { chromiumArgs, chromiumForTests } from '#tests/support/chromium.ts';
import { heading, takeDown } from '#tests/support/live-review.ts';
import { tracesOf } from '#tests/support/traces.ts';
import { type RunningHost, startBuiltWebHost } from '#tests/support/web-host.ts';

test.setTimeout(180_000);

const strip = (page: Page) => page.getByRole('complementary', { name: 'Rehearsal' });

async function planned(app: App): Promise<void> {
  await app.openSample();
  await app.goTo('prepare');
  await app.page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(app.page.getByRole('button', { name: /Start/ })).toBeVisible();
  await expect(app.page.getByText(/^Saved .* on this machine/)).toBeVisible();
}

async function rehearse(page: Page): Promise<void> {
  await expect(strip(page)).toContainText('Rehearsal: nothing is kept');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible();
  await takeDown(page, 'a', 'Page rota for payments @maria fri');
  await takeDown(page, 'd', 'Keep the freeze');
  for (let block = 0; block < 4; block += 1) await page.keyboard.press('PageDown');
  await page.keyboard.press('n');
  await page.keyboard.type('half a sen');
}

test('a rehearsal of the whole review leaves nothing behind', async ({ app }) => {
  const { page, host } = app;
  await planned(app);
  const context = page.context();
  // Another tab at the same place, so that no window of the real thing runs while traces are taken.
  const aside = await context.newPage();
  await aside.goto(page.url());
  await page.close();
  const before = await tracesOf(aside, host.dataFolder);
  expect(Object.keys(before).some((key) => key.endsWith(' events'))).toBe(true);

  await aside.goto(new URL('/?rehearsal=first#/prepare', aside.url()).href);
  await rehearse(aside);
  expect(await app.axe(aside)).toEqual([]);
  await aside.evaluate(() => {
    localStorage.setItem('andon.theme', 'dark');
    location.hash = '#/actions';
  });
  await expect(aside.getByText('Page rota for payments').first()).toBeVisible();
  expect(await tracesOf(aside, host.dataFolder)).toEqual(before);
});

test('F9 leaves it at any moment, and the real review is where it was', async ({ app }) => {
  const { page } = app;
  await planned(app);
  await page.keyboard.press('r');
  await rehearse(page);
  await page.keyboard.press('F9');
  await expect(page).toHaveURL(/\/#\/prepare$/);
  await expect(strip(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await app.goTo('actions');
  await expect(page.getByText('Page rota for payments')).toHaveCount(0);
});

test('the stage of a rehearsal sees the rehearsal, and a real stage sees nothing of it', async ({ app }) => {
  const { page } = app;
  await planned(app);
  const real = await page.context().newPage();
  await real.goto(page.url());
  await page.keyboard.press('r');
  await expect(strip(page)).toBeVisible();
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('F8');
  await expect(strip(page)).toContainText('clock ×10');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible();
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('s');
  const stage = await opening;
  app.watch(stage);
  await expect(strip(stage)).toContainText('Rehearsal: nothing is kept');
  await expect(strip(stage)).toContainText('clock ×10');
  await expect(heading(stage, /Where we stand/)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /What got better/)).toBeVisible();
  await expect(real.getByRole('button', { name: /Start/ })).toBeVisible();
  await real.reload();
  await expect(real.getByRole('button', { name: /Start/ })).toBeVisible();
  await Promise.all([stage.waitForEvent('close'), page.keyboard.press('F9')]);
});

/** Ends the browser of a profile as the system does when it runs out of memory. The profile's lock names its process. */
function killBrowser(profile: string): void {
  const id = Number(/\d+$/.exec(readlinkSync(path.join(profile, 'SingletonLock')))?.[0]);
  process.kill(id, 'SIGKILL');
  rmSync(path.join(profile, 'SingletonLock'), { force: true });
}

function openBrowser(profile: string): Promise<BrowserContext> {
  const executablePath = chromiumForTests() ?? undefined;
  return chromium.launchPersistentContext(profile, {
    args: [...chromiumArgs],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

async function reopen(profile: string, cookies: Cookies, { address }: RunningHost) {
  const context = await openBrowser(profile);
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(new URL('/nothing-here', address).href);
  return { context, page };
}

test('a browser killed in the middle of a rehearsal has kept nothing of it', async () => {
  const host = await startBuiltWebHost();
  const profile = mkdtempSync(path.join(tmpdir(), 'andon-rehearsal-'));
  let context = await openBrowser(profile);
  let page = await context.newPage();
  await page.goto(host.address);
  await page.evaluate(() => {
    location.hash = '#/prepare';
  });
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByText(/^Saved .* on this machine/)).toBeVisible();
  const cookies = await context.cookies();
  // A browser that is closed properly writes everything to the disk: what is there now, a kill cannot take away.
  await context.close();
  ({ context, page } = await reopen(profile, cookies, host));
  const before = await tracesOf(page, host.dataFolder);
  await page.goto(new URL('/?rehearsal=killed#/prepare', page.url()).href);
  await rehearse(page);
  killBrowser(profile);
  ({ context, page } = await reopen(profile, cookies, host));
  expect(await tracesOf(page, host.dataFolder)).toEqual(before);
  await context.close();
  await host.stop();
  rmSync(profile, { recursive: true, force: true });
});
