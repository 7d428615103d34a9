import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { heading, startSampleReview, takeDown } from '#tests/support/live-review.ts';

test.setTimeout(180_000);

/** Fit for all in both themes, as far as axe can tell. */
async function expectFitForAll(app: App, page: Page = app.page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await app.axe(page)).toEqual([]);
  }
}

/** Where what is asked stands; it is spoken beside it. */
function line(page: Page) {
  return page.getByRole('region', { name: 'What is taken down' });
}

/** Walks ahead with the clicker's key until a title comes up. */
async function walkTo(page: Page, title: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await heading(page, title).isVisible()) return;
    await page.keyboard.press('PageDown');
  }
  throw new Error(`The walk never came to ${title}`);
}

test('the sample review runs from its start to its close by keyboard alone', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await expectFitForAll(app);

  await walkTo(page, /Did we do what we said/);
  for (let promise = 0; promise < 12; promise += 1) await page.keyboard.press('1');
  await expect(page.getByText(/to go/)).toHaveCount(0);
  await expectFitForAll(app);

  await walkTo(page, /Are we shipping fast/);
  await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 1 of/)).toBeVisible();
  await takeDown(page, '1', 'Split the review queue of Search @maria fri');
  await expect(page.getByText(/Verdict: Act, Maria Silva/)).toBeVisible();
  await expectFitForAll(app);

  for (let step = 0; step < 40; step += 1) {
    if (await heading(page, /What limits the whole/).isVisible()) break;
    await page.keyboard.press('5');
    await page.keyboard.press('PageDown');
  }
  await takeDown(page, 'Enter', 'Review capacity of card-data changes');
  const candidate = page.getByRole('listitem').filter({ hasText: /^\d+\s*Review capacity of card-data/ });
  const number = /^\d+/.exec((await candidate.first().textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press(number);
  await page.keyboard.type('Search lends two reviewers');
  await page.keyboard.press('Enter');
  await expect(heading(page, /Review capacity of card-data changes/)).toBeVisible();

  await takeDown(page, 'a', 'Write down who reviews what');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  await page.keyboard.press('e');
  await expect(page.getByText(/^Not ready to close: .*action without an owner/).last()).toBeVisible();
  await expectFitForAll(app);

  await page.keyboard.press('Enter');
  await page.keyboard.type('priya');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('next friday');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText(/Priya Nair will write down who reviews what by Friday\s27\sNovember/),
  ).toBeVisible();
  await page.keyboard.press('y');
  await expect(page.getByText('said yes', { exact: true })).toHaveCount(1);
  await page.keyboard.press('m');
  await page.keyboard.press('h');
  const gate = page.getByRole('complementary', { name: 'Before the close' });
  const unblock = gate.getByRole('button', { name: /^I-\d+ .*unblock/ });
  if ((await unblock.count()) > 0) {
    await unblock.first().press('Enter');
    await page.keyboard.type('@li fri');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('heading', { name: 'Ready to close' })).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(heading(page, /Was this hour worth it/)).toBeVisible();
  await page.keyboard.press('4');
  await expectFitForAll(app);
  await page.keyboard.press('e');
  await expect(heading(page, /The review is closed/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/readout\//);

  await page.getByRole('button', { name: 'Make the readout' }).press('Enter');
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible();
  await page.reload();
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText('Split the review queue of Search');
});

test('a line that is being typed survives a reload in mid-word, with what it asks', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.keyboard.press('r');
  await page.keyboard.type('The freeze hides a slow roll-ba', { delay: 20 });
  await page.waitForTimeout(100);
  await page.reload();
  const line = page.getByRole('combobox', { name: 'Risk' });
  await expect(line).toHaveValue('The freeze hides a slow roll-ba');
  await expect(line).toBeFocused();
  await page.keyboard.type('ck @li');
  const known = page.getByRole('option', { name: /Li Wei/ });
  await expect(known).toHaveAttribute('aria-selected', 'true');
  await known.click({ trial: true });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Note' })).toHaveValue(/ck @li$/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('u');
  await expect(page.getByText('The last entry is taken back.').first()).toBeVisible();
});

test('the stage in its own window shows what the console shows, and comes and goes with a key', async ({
  app,
  context,
}) => {
  const { page } = app;
  await startSampleReview(app);
  const opened = context.waitForEvent('page');
  await page.keyboard.press('s');
  const stage = await opened;
  app.watch(stage);
  await expect(heading(stage, /Where we stand/)).toBeVisible();
  await expect(page.getByText('Stage in its own window')).toBeVisible();
  await walkTo(stage, /Are we shipping fast/);
  await stage.keyboard.press('PageDown');
  const headline = (await stage.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await expect(page.getByText('Delivery, 1 of').first()).toBeVisible();
  await takeDown(page, 'p', 'Only for the parking lot');
  await takeDown(page, 'o', 'Ask Jonas first');
  await expect(page.getByText('Ask Jonas first', { exact: true })).toBeVisible();
  await expect(stage.getByText('Ask Jonas first')).toHaveCount(0);
  await expectFitForAll(app);
  await expectFitForAll(app, stage);

  await takeDown(page, '!', 'The number counts a deployment that was never live @jonas');
  await expect(heading(stage, /never live/)).toBeVisible();
  await expect(stage.getByText(/Jonas Weber pulled the andon/)).toBeVisible();
  await expectFitForAll(app, stage);
  await takeDown(page, 'Space', 'It is taken out of the count');
  await expect(stage.getByRole('heading', { level: 1, name: headline })).toBeVisible();

  await page.keyboard.press('s');
  await expect.poll(() => stage.isClosed()).toBe(true);
  await expect(page.getByRole('region', { name: 'Clock and agenda' })).toHaveCount(0);
});

test('the clock is right after a reload, holds, and asks whether sleep counts', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.keyboard.press('Space');
  const timer = page.getByRole('timer').first();
  await expect(timer).toContainText('held');
  const held = await timer.textContent();
  await page.reload();
  await expect(timer).toHaveText(held ?? '');
  await page.keyboard.press('Space');
  await expect(timer).toContainText('left of 3');

  // Without a time of its own the faked clock may begin in 1970.
  await page.clock.install({ time: new Date() });
  await page.reload();
  await expect(timer).toContainText('left of 3');
  await page.clock.fastForward('04:00');
  await expect(line(page).getByText(/Andon stood still for 4\smin\. Does it count\?/)).toBeVisible();
  await expect(timer).toContainText('left of 3');
  await page.keyboard.press('Alt+1');
  await expect(timer).toContainText('over 3');
  await expect(line(page).getByText(/Who pays/)).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(timer).toContainText('left of');
});

test('a review whose app was gone for minutes resumes in the minute in which it stopped', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await page.clock.install({ time: Date.now() + 600_000 });
  await page.reload();
  await expect(line(page).getByText(/Andon stood still for \d+\smin\. Does it count\?/)).toBeVisible();
  await expect(page.getByRole('timer').first()).toContainText('left of 3');
});

test('a rule that cannot be met is waived with a reason that says something; a review can stop and go on', async ({
  app,
}) => {
  const { page } = app;
  await app.goTo('live');
  await expect(heading(page, /No review is live/)).toBeVisible();
  await expectFitForAll(app);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/No series is measured yet/)).toBeVisible();

  await takeDown(page, 'z', 'Fire alarm');
  await expect(heading(page, /The review is suspended/)).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByText(/No series is measured yet/)).toBeVisible();

  await takeDown(page, 'a', 'Find out what could be measured');
  await page.keyboard.press('e');
  const gate = page.getByRole('complementary', { name: 'Before the close' });
  const waive = gate.getByRole('button', { name: /^Waive with a reason: 1 action/ });
  await waive.press('Enter');
  await page.keyboard.type('no time');
  await page.keyboard.press('Enter');
  const line = page.getByRole('region', { name: 'What is taken down' });
  await expect(line.getByText(/^Ten characters or more/)).toBeVisible();
  await page.keyboard.type(', nobody from that team is here');
  await page.keyboard.press('Enter');
  await expect(gate.getByText(/waived: no time, nobody from that team is here/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  await expectFitForAll(app);
});
