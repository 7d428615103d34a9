import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { heading, runByName, takeDown, typeLine } from '#tests/support/live-review.ts';
import { type RunningHost, startBuiltWebHost } from '#tests/support/web-host.ts';

test.setTimeout(600_000);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** What lies between a key and the reading of a clock by this test, and between the faked clocks of two pages. */
const NEAR = 4 * SECOND;
const STEP = 10 * SECOND;
const BEAT = 300;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

type Stage = { block: string | null; sinceMs: number; readonly usedMs: Map<string, number> };

/** The test's own account of the time, kept beside the app: no figure of the app goes into it. */
function startLedger(nowMs: () => Promise<number>) {
  const ledger: Stage = { block: null, sinceMs: 0, usedMs: new Map() };
  const settle = (atMs: number): void => {
    if (ledger.block === null) return;
    ledger.usedMs.set(ledger.block, (ledger.usedMs.get(ledger.block) ?? 0) + atMs - ledger.sinceMs);
  };
  return {
    /** The clock runs for this block from now on; for none while it is held. */
    runsFor: async (block: string | null) => {
      const atMs = await nowMs();
      settle(atMs);
      ledger.block = block;
      ledger.sinceMs = atMs;
    },
    usedMs: (block: string) => ledger.usedMs.get(block) ?? 0,
  };
}

/** `1:05` and `−0:25` in milliseconds. */
function msOf(figure: string): number {
  const [, sign, minutes, seconds] = /([-−+]?)(\d+):(\d\d)/.exec(figure) ?? [];
  return (sign === '−' || sign === '-' ? -1 : 1) * (Number(minutes) * MINUTE + Number(seconds) * SECOND);
}

type Room = {
  readonly context: BrowserContext;
  readonly restart: () => Promise<string>;
  readonly stop: () => Promise<void>;
  readonly address: string;
};

/** A host that can be restarted at the same address over the same data, as a program that was closed and opened. */
async function openRoom(context: BrowserContext): Promise<Room> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'andon-hour-'));
  const args = ['--port', String(await freePort())];
  let host: RunningHost = await startBuiltWebHost({ dataFolder, args });
  return {
    context,
    address: host.address,
    restart: async () => {
      await host.stop();
      host = await startBuiltWebHost({ dataFolder, args });
      return host.address;
    },
    stop: async () => {
      await host.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Time passes in steps that no clock takes for a standstill; one that a busy machine adds counts as time that passed. */
async function letPass(page: Page, ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= STEP) {
    await page.clock.fastForward(Math.min(left, STEP));
    // The beat of the clock comes from a worker, whose time is not faked: it has to see every step.
    await page.waitForTimeout(BEAT);
  }
  const gap = page.getByRole('heading', { name: /Does it count/ });
  while (await gap.isVisible()) {
    await page.keyboard.press('Alt+1');
    await page.waitForTimeout(300);
  }
}

type Given = readonly [key: string, line: string | null];

/** Gives every anomaly of the dimension at hand a verdict: the next of those that are to be given, then noise. */
async function walk(page: Page, verdicts: Given[]): Promise<void> {
  const place = page.getByText(/, \d+ of \d+/).first();
  for (let at = 1; ; at += 1) {
    await page.keyboard.press('PageDown');
    await expect(place).toContainText(`, ${at} of `);
    const [key, line] = verdicts.shift() ?? ['5', null];
    await page.keyboard.press(key);
    if (line === null) await page.keyboard.press('Enter');
    else await typeLine(page, line);
    await expect(page.getByRole('region', { name: 'Verdict' })).toContainText(/Verdict: /);
    if (/, (\d+) of \1\b/.test((await place.textContent()) ?? '')) return;
  }
}

/** Every promise of the last review, each in another way; one that slipped twice gets its decision. */
async function checkPromises(page: Page): Promise<void> {
  for (let at = 0; at < 12; at += 1) {
    if (!(await page.getByText(/\d to go/).isVisible())) return;
    await page.keyboard.press(at === 1 ? '2' : '1');
  }
}

test('sixty minutes of the sample, by keyboard alone, through everything that may happen to them', async ({
  context,
}) => {
  const room = await openRoom(context);
  try {
    await holdReview(room);
  } finally {
    await room.stop();
  }
});

async function holdReview({ context, address, restart }: Room): Promise<void> {
  await context.clock.install({ time: Date.now() });
  const troubles: string[] = [];
  let expected = false;
  const watch = (page: Page) => {
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected) troubles.push(message.text());
    });
  };
  let page = await context.newPage();
  watch(page);
  const ledger = startLedger(() => page.evaluate(() => Date.now()));
  await page.goto(address);
  await page.getByRole('button', { name: 'Try the sample organization' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Delivery', exact: true })).toBeVisible({
    timeout: 120_000,
  });

  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible();
  await ledger.runsFor('Open on the data');

  await page.keyboard.press('@');
  const present = page.getByRole('textbox', { name: 'In one line' });
  await expect(present).toBeFocused();
  await page.keyboard.type('all but noor; remote li; guest Kim from Acme');
  await page.keyboard.press('Enter');
  await page.keyboard.type('away noor');
  await page.keyboard.press('Enter');
  await expect(page.getByText('11 are here, 1 of them remote, 1 guest, 1 sent word.').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const stage = await opened;
  watch(stage);
  await expect(heading(stage, /Where we stand/)).toBeVisible();
  await letPass(page, 2 * MINUTE);
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /What got better/)).toBeVisible();
  await ledger.runsFor('Wins');
  await takeDown(page, 'w', 'Checkout went a week without a page #reliability');
  await takeDown(page, 'n', 'Support heard nothing about returns');

  await runByName(page, 'One block more, next');
  await typeLine(page, 'Deep dive on payments 5');
  await runByName(page, 'Not today: Upcoming changes');
  await letPass(page, MINUTE);
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /Deep dive on payments/)).toBeVisible();
  await ledger.runsFor('Deep dive on payments');
  await takeDown(page, 'd', 'Ledger writes go through one queue @priya');
  await takeDown(page, 'p', 'Who pays for the second region');
  await letPass(page, 4 * MINUTE);

  await page.keyboard.press('PageDown');
  await expect(heading(stage, /Did we do what we said/)).toBeVisible();
  await ledger.runsFor('Commitments of the last review');
  await checkPromises(page);
  await letPass(page, 3 * MINUTE);

  // The window at the keyboard dies, a line half typed; the stage goes on alone.
  await page.keyboard.press('r');
  await page.keyboard.type('Two people know how pay');
  await page.waitForTimeout(300);
  await page.close({ runBeforeUnload: false });
  await expect(heading(stage, /Did we do what we said/)).toBeVisible();
  page = await context.newPage();
  watch(page);
  await page.goto(new URL('/#/home', address).href);
  await expect(page.getByRole('button', { name: 'Return to the review' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Risk' })).toHaveValue('Two people know how pay');
  await page.keyboard.type('outs are run 3x4 @tom');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Risk' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer').first()).toBeVisible();
  await letPass(page, MINUTE);

  await page.keyboard.press('Shift+PageDown');
  await expect(heading(stage, /Are we shipping fast/)).toBeVisible();
  await ledger.runsFor('Delivery');
  const verdicts: Given[] = [
    ['1', 'Split the review queue of Search @maria fri'],
    ['3', 'The migration doubled every alert for three weeks'],
    ['4', 'The label of reworked deployments changed @ben fri'],
    ['2', 'Traffic moves back on Monday'],
    ['5', null],
    ['6', 'Lead time counts the weekend @li next friday'],
  ];
  await walk(page, verdicts);
  await takeDown(page, 'a', 'A line that nobody meant');
  await page.keyboard.press('u');
  await letPass(page, 2 * MINUTE);

  await page.keyboard.press('Shift+PageDown');
  await expect(heading(stage, /Are we keeping our promises/)).toBeVisible();
  await ledger.runsFor('Reliability');
  await walk(page, verdicts);
  await takeDown(page, '!', 'The incident is not in the record @ana.costa');
  await expect(stage.getByText(/pulled the andon/)).toBeVisible();
  await ledger.runsFor(null);
  await letPass(page, 2 * MINUTE);
  await takeDown(page, 'Space', 'It is declared today, after the fact');
  await expect(stage.getByText(/pulled the andon/)).toHaveCount(0);
  await ledger.runsFor('Reliability');
  await letPass(page, 11 * MINUTE);
  await expect(page.getByRole('heading', { name: /Who pays \d+ min/ })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('heading', { name: /Who pays/ })).toHaveCount(0);

  await page.keyboard.press('Shift+PageDown');
  await expect(heading(stage, /Are our organization-wide/)).toBeVisible();
  await ledger.runsFor('Initiatives');
  await walk(page, verdicts);
  await letPass(page, 2 * MINUTE);

  // The program behind both windows is closed and opened again while a line is typed.
  await page.keyboard.press('a');
  await page.keyboard.type('Free the event bus migration @ana.pet');
  expected = true;
  const reopened = await restart();
  await page.keyboard.type('rova 27 nov');
  await page.goto(reopened);
  await expect(page.getByRole('button', { name: 'Return to the review' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Action' })).toHaveValue(
    'Free the event bus migration @ana.petrova 27 nov',
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Action' })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('timer').first()).toBeVisible();
  expected = false;
  await letPass(page, MINUTE);

  await page.keyboard.press('Shift+PageDown');
  await expect(heading(stage, /defending our systems/)).toBeVisible();
  await ledger.runsFor('Vigilance');
  await runByName(page, 'Hand over the chair');
  await typeLine(page, '@tom');
  await expect(page.getByText(/Tom Okafor leads/).first()).toBeVisible();
  await walk(page, verdicts);
  await letPass(page, 4 * MINUTE);
  await page.keyboard.press('Shift+PageDown');
  await ledger.runsFor('Efficiency');
  await walk(page, verdicts);
  await letPass(page, 4 * MINUTE);

  await page.keyboard.press('Shift+PageDown');
  await expect(heading(stage, /What limits the whole/)).toBeVisible();
  await ledger.runsFor('The constraint');
  await takeDown(page, 'Enter', 'Review capacity of card-data changes');
  const candidate = stage.getByRole('listitem').filter({ hasText: /^\d+\s*Review capacity of card-data/ });
  const number = /^\d+/.exec((await candidate.first().textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press(number);
  await typeLine(page, 'Search lends two reviewers');
  await letPass(page, 3 * MINUTE);

  await page.keyboard.press('Shift+PageDown');
  const gate = page.getByRole('complementary', { name: 'Before the close' });
  await expect(gate).toBeVisible();
  await ledger.runsFor('Read back and close');
  await page.keyboard.press('m');
  const unblock = gate.getByRole('button', { name: /^I-\d+ .*unblock/ });
  if ((await unblock.count()) > 0) {
    await unblock.first().press('Enter');
    await page.keyboard.type('@li fri');
    await page.keyboard.press('Enter');
  }
  await letPass(page, 3 * MINUTE);
  await page.keyboard.press('PageDown');
  await expect(heading(stage, /Was this hour worth it/)).toBeVisible();
  await ledger.runsFor('Rating and hand-over');
  for (const vote of ['4', '5', '5']) await page.keyboard.press(vote);
  await page.keyboard.press('h');
  await expectTheSameMinutes(stage, ledger);
  await page.keyboard.press('e');
  await expect(heading(page, /The review is closed/)).toBeVisible();

  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make the readout' }).press('Enter');
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible();
  const pages = page.getByRole('region', { name: 'Pages' });
  for (const said of SAID) await expect(pages).toContainText(said);
  await expect(pages).not.toContainText('A line that nobody meant');

  await page.keyboard.press('Control+k');
  await page.keyboard.type('cadence');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const led = page.getByRole('region', { name: 'Who led' }).getByRole('listitem');
  await expect(led.first()).toContainText(/18\sNov\s*Li Wei/);
  await expect(
    page.getByRole('region', { name: 'Next reviews' }).getByRole('listitem').first(),
  ).toContainText(/Wed 25\sNov.*Maria Silva/);
  expect(troubles).toEqual([]);
}

/** What was taken down, decided and settled, as the readout has it. */
const SAID = [
  'Checkout went a week without a page',
  'Ledger writes go through one queue',
  'Who pays for the second region',
  'Split the review queue of Search',
  'Two people know how payouts are run',
  'Free the event bus migration',
  'The migration doubled every alert for three weeks',
  'Review capacity of card-data changes',
  'The andon was pulled once',
  'facilitator Li Wei',
  /Li Wei led until \d\d:\d\d, then Tom Okafor\./,
  'Maria Silva wrote.',
  /11 people were there; 1 sent word/,
  'Remote: Li Wei.',
  'Guests: Kim from Acme.',
  'Rated 4.7 of 5 by 3 people',
] as const;

/** Plan, used and difference of every block on the stage, held against the test's own account. */
async function expectTheSameMinutes(stage: Page, ledger: ReturnType<typeof startLedger>): Promise<void> {
  const rows = stage.getByRole('list', { name: 'Plan, used, difference in minutes' }).getByRole('listitem');
  const shown = (await rows.allInnerTexts()).map((row) => row.split('\n').map((cell) => cell.trim()));
  expect(shown.find(([name]) => name === 'Deep dive on payments')?.[1]).toBe('none');
  for (const [name = '', planned = '', used = '', difference = ''] of shown) {
    if (name === 'Rating and hand-over' || name === 'Upcoming changes') continue;
    expect(Math.abs(msOf(used) - ledger.usedMs(name)), `${name}: ${used}`).toBeLessThan(NEAR);
    expect(msOf(used) - (planned === 'none' ? 0 : msOf(planned)), name).toBe(msOf(difference));
  }
}
