import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { commandFaults, commandsHere, faultsOf } from '#tests/support/fit-for-all.ts';
import { heading, startSampleReview, takeDown, typeLine } from '#tests/support/live-review.ts';

test.describe.configure({ timeout: 600_000 });

const SCREENS = [
  'home',
  'prepare',
  'live',
  'wall',
  'readout',
  'actions',
  'initiatives',
  'risks',
  'decisions',
  'cadence',
  'data',
  'settings',
] as const;

/** Looks at many states; each that is not fit is named, and the way goes on to the next. */
function sweep(page: Page) {
  const keys = new Set<string>();
  return {
    keys,
    check: async (state: string) => expect.soft(await faultsOf(page), state).toEqual([]),
    commands: async (state: string) => {
      const listed = await commandsHere(page);
      for (const key of listed.flatMap((one) => one.keys)) keys.add(key);
      expect.soft(commandFaults(listed), state).toEqual([]);
    },
  };
}

/** What is on the stage, as far as its looks go: states that look the same are checked once. */
function lookOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const names = [...document.querySelectorAll('main [class]')].flatMap((part) => [...part.classList]);
    return [...new Set(names)].sort().join(' ');
  });
}

async function openAsk(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('region', { name: 'What is taken down' }).getByRole('combobox')).toBeFocused();
}

test('every screen is fit for all, and its commands have names, menus and keys of their own', async ({
  app,
}) => {
  const { page } = app;
  const { check, commands } = sweep(page);
  await check('empty home');
  await app.openSample();
  for (const screen of SCREENS) {
    await app.goTo(screen);
    await expect(page.locator('main').first()).not.toBeEmpty();
    await page.waitForTimeout(300);
    await check(screen);
    await commands(screen);
  }
  await app.goTo('wall');
  await page.locator('[data-series]').first().press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await check('metric');
  await commands('metric');
  await app.goTo('actions/A-101');
  await expect(page.getByRole('row', { selected: true })).toContainText('A-101');
  await check('an entry with its history');

  await page.keyboard.press('?');
  await check('keys');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('pay');
  await check('palette');
  await page.keyboard.type('xxxxxxxx');
  await check('palette, nothing found');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Help' })).toBeVisible();
  await check('menu');
});

/** Everything that a review comes by, in the order of its agenda; views that look alike are checked once. */
async function walkThrough(page: Page, { check, commands }: ReturnType<typeof sweep>): Promise<void> {
  const seen = new Set<string>();
  const title = () => page.getByRole('heading', { level: 1 }).first().textContent();
  for (let step = 0, last = ''; step < 80; step += 1) {
    const now = `${(await title()) ?? ''} ${(await page.getByRole('timer').first().isVisible()) ? '' : 'end'}`;
    if (step > 0 && now === last) return;
    last = now;
    const look = await lookOf(page);
    if (!seen.has(look)) {
      await commands(now);
      await check(`stage, ${now}`);
    }
    seen.add(look);
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(60);
  }
}

test('everything that is typed, held and asked while live is fit for all, and keys are what is written of them', async ({
  app,
}) => {
  const { page } = app;
  const { check, commands, keys } = sweep(page);
  await startSampleReview(app);
  await commands('first block');
  await page.keyboard.press('@');
  await expect(page.getByRole('dialog', { name: 'Who is here' })).toBeVisible();
  await check('attendance');
  await page.keyboard.press('Escape');

  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 1 of/)).toBeVisible();
  await commands('walk');
  await openAsk(page, 'a');
  await page.keyboard.type('Split the queue of Search @maria fri #reliability !high ');
  await check('capture with chips, stage');
  await page.keyboard.type('@pr');
  await expect(page.getByRole('listbox')).toBeVisible();
  await check('completions, stage');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await openAsk(page, '1');
  await check('verdict');
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await expect(page.getByRole('region', { name: 'Clock and agenda' })).toBeVisible();
  await check('console');
  await commands('console');
  await openAsk(page, 'd');
  await page.keyboard.type('We stop deploying at night @');
  await check('completions, console');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await check('held');
  await page.keyboard.press('Space');
  await takeDown(page, '!', 'All deployments are stopped');
  await check('andon, console');
  await page.keyboard.press('c');
  await check('andon, stage');
  await page.keyboard.press('Space');
  await typeLine(page, 'Rolled back');
  await takeDown(page, 'z', 'Fire alarm');
  await check('suspended');
  await page.keyboard.press('Space');

  // What is written about keys is what the keys do.
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Keys while live'), readme.indexOf('A capture is one line'));
  const written = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, key = '']) => key));
  expect(written.length).toBeGreaterThan(20);
  const shown = (key: string) => key.replace('PageDown', 'PgDn').replace('PageUp', 'PgUp');
  expect(written.filter((key) => !keys.has(shown(key)))).toEqual([]);
});

test('every block, anomaly and check of a live review is fit for all, up to its close', async ({ app }) => {
  const { page } = app;
  const look = sweep(page);
  const { check, commands } = look;
  await startSampleReview(app);
  await walkThrough(page, look);
  await commands('rating');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  await commands('read back');
  await check('read back and gate');
});

/** Everything that is spoken by itself now. */
function spoken(page: Page): Promise<readonly string[]> {
  return page
    .locator('[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]')
    .allTextContents();
}

/** Whether the focus is on something, not lost on the page itself. */
function hasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body);
}

test('a review is run by what is read aloud: headings, names, tables, and words only when something happens', async ({
  app,
}) => {
  const { page } = app;
  await startSampleReview(app);
  await expect(page).toHaveTitle('Live, Andon');
  await expect.poll(() => hasFocus(page)).toBe(true);
  await page.keyboard.press('PageDown');
  await expect.poll(() => spoken(page)).toContainEqual(expect.stringMatching(/^Wins, \d+ minutes?$/));
  const before = await spoken(page);
  await page.waitForTimeout(2500);
  expect(await spoken(page)).toEqual(before);

  for (let step = 0; step < 4; step += 1) await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 1 of/)).toBeVisible();
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - timer "Time left of this block"
      - heading /./ [level=1]
      - img /./
      - table /./
      - region "What is taken down"
  `);
  await takeDown(page, 'a', 'Split the queue @maria fri');
  await expect.poll(() => spoken(page)).toContainEqual(expect.stringMatching(/Split the queue|taken down/i));
  await expect.poll(() => hasFocus(page)).toBe(true);
  await page.keyboard.press('u');
  await expect.poll(() => spoken(page)).toContainEqual('The last entry is taken back.');
  await page.keyboard.press('5');
  await expect.poll(() => spoken(page)).toContainEqual('Verdict: noise.');
  await page.keyboard.press('Escape');

  await page.keyboard.press('c');
  await expect(heading(page, /^Review of/)).toBeVisible();
  const clock = page.getByRole('region', { name: 'Clock and agenda' });
  await expect(clock.getByRole('timer', { name: 'Time left of this block' })).toBeVisible();
  const blocks = clock.getByRole('region', { name: 'Agenda' }).getByRole('listitem');
  await expect(blocks.filter({ hasText: 'at hand' })).toContainText(/^Delivery.*8\sminutes planned, .* used/);
  const atHand = page.getByRole('region', { name: 'At hand' });
  await expect(atHand.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(atHand.getByRole('img').first()).toHaveAttribute('aria-label', /natural limit|mean/);
  await expect(atHand.getByRole('table').first().getByRole('columnheader').first()).toHaveText('Period');
  await expect(page.getByRole('region', { name: 'What is taken down' })).toBeVisible();
  await page.keyboard.press('@');
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(page)).toBe(true);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('payments lead');
  const palette = page.getByRole('dialog', { name: 'Find anything' });
  await expect(palette).toMatchAriaSnapshot(`
    - dialog "Find anything":
      - combobox "Find anything" [expanded]
      - listbox "Find anything":
        - group "Series":
          - option "Payments, Change lead time" [selected]
  `);
  await expect(palette.getByRole('status')).toHaveText('1 found');
  await page.keyboard.press('Escape');
  await expect.poll(() => hasFocus(page)).toBe(true);

  const opening = page.context().waitForEvent('page');
  await page.keyboard.press('s');
  const stage = await opening;
  app.watch(stage);
  await expect(stage).toHaveTitle('Stage, Andon');
  await expect(stage.locator('html')).toHaveAttribute('lang', 'en');
  await expect(stage.locator('main')).toMatchAriaSnapshot(`
    - main:
      - timer "Time left of this block"
      - heading /./ [level=1]
      - img /./
      - table /./
  `);
});

test('troubles and questions of the clock are fit for all', async ({ app }) => {
  const { page } = app;
  const { check } = sweep(page);
  await startSampleReview(app);
  app.host.process.kill('SIGSTOP');
  await takeDown(page, 'n', 'Said while the disk did not answer');
  await expect(page.getByRole('alert')).toContainText('NOT SAVED', { timeout: 20_000 });
  await check('not saved, stage');
  await page.keyboard.press('c');
  await check('not saved, console');
  app.host.process.kill('SIGCONT');
  await expect(page.getByRole('alert')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText('Everything is saved again.')).toBeVisible();
  await page.keyboard.press('c');

  await page.clock.install({ time: new Date() });
  await page.reload();
  await expect(page.getByRole('timer').first()).toContainText('left of 3');
  await page.clock.fastForward('04:00');
  await expect(page.getByText(/Does it count\?/).first()).toBeVisible();
  await check('standstill asked about, stage');
  await page.keyboard.press('c');
  await check('standstill asked about, console');
  await page.keyboard.press('Alt+1');
  await expect(page.getByText(/Who pays/).first()).toBeVisible();
  await check('who pays, console');
  await page.keyboard.press('c');
  await check('who pays, stage');
});
