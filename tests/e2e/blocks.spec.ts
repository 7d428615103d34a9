import type { Page } from '@playwright/test';
import { type App, expect, test } from '#tests/support/app.ts';
import { heading, runByName, takeDown, typeLine } from '#tests/support/live-review.ts';

test.setTimeout(240_000);

/** Plans the sample's next review, without starting it. */
async function planSampleReview(app: App): Promise<void> {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
}

/** One block more by its line, in Prepare. */
async function addByLine(page: Page, line: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'One block more' });
  await field.focus();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('');
}

type Filled = {
  readonly name: string;
  readonly shows: string;
  readonly field: string;
  readonly text: string;
};

/** Fills in the dialog that is open, by keyboard, and takes it. */
async function fillIn(page: Page, { name, shows, field, text }: Filled): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'One block more' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.type(shows);
  await page.keyboard.press('Enter');
  if (text !== '') {
    await dialog.getByLabel(field, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
}

async function goToBlock(page: Page, name: string): Promise<void> {
  await runByName(page, `Go to block: ${name}`);
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Start/ }).focus();
  await page.keyboard.press('Control+Enter');
}

test('blocks with something to show are filled in by keyboard, ticked, acted on and turned page by page', async ({
  app,
}) => {
  const { page } = app;
  await planSampleReview(app);
  const more = page.getByRole('button', { name: 'Block with a text, checklist, register or charts' });
  await more.press('Enter');
  await fillIn(page, {
    name: 'Ready for the peak',
    shows: 'A check',
    field: 'Things to tick',
    text: 'Pager tested\nRota posted',
  });
  await more.press('Enter');
  await fillIn(page, { name: 'Our risks', shows: 'Part of', field: '', text: '' });
  await more.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'One block more' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Lead times');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type('Charts');
  await page.keyboard.press('Enter');
  await dialog.getByRole('searchbox', { name: 'Find a series' }).focus();
  await page.keyboard.type('lead time');
  await page.keyboard.press('Tab');
  for (let chosen = 0; chosen < 5; chosen += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
  }
  await expect(dialog.getByRole('list', { name: 'Chosen' }).getByRole('listitem')).toHaveCount(5);
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(dialog).toHaveCount(0);
  await start(page);
  await expect(heading(page, /Where we stand/)).toBeVisible();

  await goToBlock(page, 'Ready for the peak');
  await expect(page.getByText('0 of 2 done.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2 done.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('All 2 are done.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('1 of 2 done.')).toBeVisible();
  expect(await app.axe()).toEqual([]);

  await goToBlock(page, 'Our risks');
  await expect(heading(page, /Open risks, oldest first/)).toBeVisible();
  const row = page.getByRole('listitem').filter({ has: page.getByText('R-2', { exact: true }) });
  await page.keyboard.press('j');
  await expect(row).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Enter');
  await typeLine(page, '@maria #reliability');
  await expect(row).toContainText('Maria Silva');
  await page.keyboard.press('u');
  await expect(row).not.toContainText('Maria Silva');
  expect(await app.axe()).toEqual([]);

  await goToBlock(page, 'Lead times');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
  await page.keyboard.press('j');
  const second = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 2 }) })
    .nth(1);
  const name = await second.getByRole('heading', { level: 2 }).locator('span').first().textContent();
  await page.keyboard.press('a');
  await expect(page.getByRole('list', { name: 'Understood' })).toContainText(name ?? '');
  await page.keyboard.press('Escape');
  await page.keyboard.press('PageDown');
  await expect(page.getByText('2 of 2', { exact: true })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('PageUp');
  await expect(page.getByText('1 of 2', { exact: true })).toBeVisible();
});

test('who is here, what is parked, what comes and how it was are blocks with keys of their own', async ({
  app,
}) => {
  const { page } = app;
  await planSampleReview(app);
  await addByLine(page, 'attendance');
  await addByLine(page, 'parking lot 4');
  await start(page);

  await expect(heading(page, /Who is here/)).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('4');
  await expect(page.getByText(/are here, 1 sent word/).first()).toBeVisible();
  expect(await app.axe()).toEqual([]);

  await takeDown(page, 'p', 'Do we need two registries?');
  await takeDown(page, 'p', 'Who owns the batch host?');
  await goToBlock(page, 'Parking lot');
  await expect(page.getByText('2 things parked. 2 to go.')).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('2 things parked. 1 to go.')).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByRole('combobox')).toHaveValue('Who owns the batch host?');
  await typeLine(page, ' @maria fri');
  await expect(page.getByText('2 things parked. All are settled.')).toBeVisible();
  await expect(page.getByText(/^A-\d+, Maria Silva$/)).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('u');
  await expect(page.getByText('2 things parked. 1 to go.')).toBeVisible();

  await goToBlock(page, 'Upcoming changes');
  await page.keyboard.press('Enter');
  await typeLine(page, 'Vault moves 25 nov');
  await expect(page.getByRole('listitem').filter({ hasText: 'Vault moves' })).toContainText('25 Nov');

  await goToBlock(page, 'Rating');
  await page.keyboard.press('4');
  await page.keyboard.press('4');
  await expect(page.getByText(/2 votes; a mean is said from 3 on/)).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(/3\.0 of 5 by 3 votes/)).toBeVisible();
  await page.keyboard.press('Enter');
  await typeLine(page, 'Too many charts');
  await expect(page.getByText('“Too many charts”')).toBeVisible();
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect(page.getByText(/2 votes; a mean is said from 3 on/)).toBeVisible();
  expect(await app.axe()).toEqual([]);
});

test('a block is given something to show while the review runs, and the templates keep theirs', async ({
  app,
}) => {
  const { page } = app;
  await planSampleReview(app);
  await start(page);
  await expect(heading(page, /Where we stand/)).toBeVisible();
  await runByName(page, 'One block more, with something to show');
  await fillIn(page, {
    name: 'House rules',
    shows: 'A text',
    field: 'Text',
    text: 'One voice\n- <b>no</b> blame',
  });
  await page.keyboard.press('Shift+PageDown');
  await expect(heading(page, /House rules/)).toBeVisible();
  await expect(page.getByText('<b>no</b> blame').first()).toBeVisible();
  await page.keyboard.press('v');
  const changing = page.getByRole('dialog', { name: 'What the block shows' });
  await changing.getByLabel('Text', { exact: true }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n- no guessing');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('no guessing').first()).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText('no guessing')).toHaveCount(0);
  await page.reload();
  await expect(heading(page, /House rules/)).toBeVisible();

  await app.goTo('cadence');
  await addByLine(page, 'parking lot 5');
  const block = page.getByRole('button', { name: /^Parking lot/ });
  await block.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(block).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(block).toHaveCount(0);
});
