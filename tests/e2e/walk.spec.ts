import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';
import { heading, startSampleReview, takeDown, typeLine } from '#tests/support/live-review.ts';
import { closeAndRead, leadTimes, startReview, takeIn, walkTo } from '#tests/support/made-review.ts';

test.setTimeout(240_000);

const understood = (page: Page) => page.getByRole('list', { name: 'Understood' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });

test('a second slip becomes an initiative with the owner of the promise, and can be taken back', async ({
  app,
}) => {
  const { page } = app;
  await startSampleReview(app);
  await walkTo(page, /Did we do what we said/);
  const decisions = page.getByText('The second slip needs one of five decisions.').last();
  for (let promise = 0; promise < 8; promise += 1) {
    await page.keyboard.press('4');
    await page.waitForTimeout(150);
    if (await decisions.isVisible()) break;
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
  }
  await expect(decisions).toBeVisible();
  await page.keyboard.press('4');
  await expect(page.getByRole('combobox', { name: 'Make it an initiative' })).toBeFocused();
  await expect(understood(page)).toContainText('owner, proposed');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 made an initiative/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/made an initiative/)).toHaveCount(0);

  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await typeLine(page, 'One rota for every team by 18 dec');
  await app.goTo('initiatives');
  await expect(page.getByRole('grid', { name: 'Initiatives' })).toContainText('One rota for every team');
});

test('what is known of a finding is proposed, whatever is typed goes first, and a press is taken back as a whole', async ({
  app,
}) => {
  const { page } = app;
  await startSampleReview(app);
  await walkTo(page, /Are we shipping fast/);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const shown = (await title(page).textContent()) ?? '';
  await page.keyboard.press('1');
  await expect(understood(page)).toContainText('owner, proposed');
  await expect(understood(page)).toContainText('due, proposed');
  await page.keyboard.type('Split the queue @tom by 9 dec !normal');
  await expect(understood(page)).not.toContainText('proposed');
  await expect(understood(page)).toContainText('Tom Okafor');
  await page.keyboard.press('Escape');

  await page.keyboard.press('1');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Backspace');
  await expect(understood(page)).not.toContainText('proposed');
  await expect(understood(page)).toContainText('no owner');
  await page.keyboard.press('Escape');

  await takeDown(page, '1', 'Split the queue');
  await expect(page.getByText(/^Verdict: Act, .+, by /)).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(title(page)).not.toHaveText(shown);
  await page.keyboard.press('u');
  await expect(title(page)).toHaveText(shown);
  await page.keyboard.press('u');
  await expect(page.getByText(/^Verdict: Act/)).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.getByText('Split the queue', { exact: true })).toHaveCount(0);
  await page.keyboard.press('5');
  await page.keyboard.press('Escape');
  await takeDown(page, '3', 'The freeze of the year before');
  await expect(page.getByText('Verdict: Explained').first()).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('Verdict: Noise').first()).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('No verdict yet').first()).toBeVisible();
});

test('an anomaly is set aside with a reason, found again by name, and put back', async ({ app }) => {
  const { page } = app;
  await startSampleReview(app);
  await walkTo(page, /Are we shipping fast/);
  await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 1 of 4/)).toBeVisible();
  const shown = (await title(page).textContent()) ?? '';
  await takeDown(page, 'x', 'Talked about it on Monday');
  await expect(page.getByText('Set aside: Talked about it on Monday').first()).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 1 of 3/)).toBeVisible();
  await page.keyboard.press('PageUp');
  await expect(heading(page, /Are we shipping fast/)).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.type(shown.slice(0, 24));
  await expect(page.getByRole('option', { selected: true })).toContainText('Talked about it on Monday');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(shown);
  await page.keyboard.press('x');
  await expect(page.getByText('Back in the walk.').last()).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page.getByText(/^Delivery, 2 of 4/)).toBeVisible();
});

test('the third watch in a row needs another verdict; an explained anomaly rests with its cause on its chart', async ({
  app,
}) => {
  const { page } = app;
  await takeIn(app, 'lead.csv', leadTimes({ services: ['checkout'], weeks: 60, moved: 5 }));
  const toAnomaly = async () => {
    await walkTo(page, /Are we shipping fast/);
    await page.keyboard.press('PageDown');
    await expect(heading(page, /^checkout /)).toBeVisible();
  };
  for (const before of [/^(?!.*in a row)/, /Second review in a row\. Last time, .*: watch; first look/]) {
    await startReview(app, 1);
    await toAnomaly();
    await expect(page.locator('main')).toHaveText(before);
    await takeDown(page, '2', 'tomorrow, first look');
    await closeAndRead(page, 'The review of changes');
  }

  await startReview(app, 1);
  await toAnomaly();
  await expect(page.getByText(/Third review in a row\./)).toBeVisible();
  await page.keyboard.press('2');
  await expect(page.getByText(/^Watched twice in a row already/).last()).toBeVisible();
  await takeDown(page, '3', 'The build farm moved');
  await closeAndRead(page, 'The review of changes');

  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByText('0 put forward')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/Explained on .*, not worse since: The build farm moved/)).toBeVisible();
  await page.getByRole('button', { name: /^Put back/ }).press('Enter');
  await expect(page.getByText('1 put forward')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await toAnomaly();
  await expect(
    page
      .locator('svg')
      .getByText(/The build farm moved/)
      .first(),
  ).toBeVisible();
});
