import { pathToFileURL } from 'node:url';
import { expect, test } from '#tests/support/app.ts';

test('the next review is planned, ordered, cut and started by keyboard', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await expect(page.getByRole('heading', { name: 'Wednesday 18 November at 10:00' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Anomalies' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Start/ })).toBeInViewport({ ratio: 1 });
  expect(await app.axe()).toEqual([]);

  const first = page.getByRole('listitem').filter({ has: page.locator('[aria-current=true]') });
  await expect(first).toContainText('Throughput and incidents climb together');
  await page.keyboard.press('x');
  await page.keyboard.type('Known since the move');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Set aside' })).toBeVisible();
  await expect(page.getByText('Known since the move')).toBeVisible();

  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/live$/);
});

test('minutes that do not add up are said, and adding them up again is noticed', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.keyboard.press('Enter');
  await page.getByRole('spinbutton', { name: 'Minutes for Wins' }).fill('5');
  await expect(page.getByText('2 min over the slot')).toBeVisible();
  await expect(page.getByText('The agenda is 2 minutes over the slot')).toBeVisible();
  await page.getByRole('spinbutton', { name: 'Minutes for Wins' }).fill('3');
  await page.getByText(/hold, . not judged/).click();
  await expect(page.getByText('Minutes add up to the slot')).toBeVisible();
});

test('a win that is being typed survives a reload, and stays once it is added', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Add a win' }).fill('Checkout halved its pages');
  await page.reload();
  const field = page.getByRole('textbox', { name: 'Add a win' });
  await expect(field).toHaveValue('Checkout halved its pages');
  await field.press('Enter');
  await page.reload();
  await expect(page.getByText('Checkout halved its pages')).toBeVisible();
});

test('the agenda takes one block more, moves one and drops one, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  const names = () => page.getByRole('button', { name: /^(Wins|Upcoming changes|Deep dive on card data)$/ });
  await expect(names()).toHaveText(['Wins', 'Upcoming changes']);
  await page.getByRole('textbox', { name: 'One block more' }).fill('Deep dive on card data 3');
  await page.keyboard.press('Enter');
  await expect(names()).toHaveText(['Wins', 'Upcoming changes', 'Deep dive on card data']);
  await expect(page.getByText('3 min over the slot')).toBeVisible();

  await names().first().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(names()).toHaveText(['Upcoming changes', 'Wins', 'Deep dive on card data']);
  await names().first().focus();
  await page.keyboard.press('Delete');
  await expect(names()).toHaveText(['Wins', 'Deep dive on card data']);
  await expect(page.getByText('3 min over the slot')).toHaveCount(0);
  expect(await app.axe()).toEqual([]);
});

test('the minutes are fitted to another slot by one key, and taken back by another', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  const minutes = async () => {
    const fields = page.getByRole('spinbutton', { name: /^Minutes for/ });
    return Promise.all((await fields.all()).map(async (field) => Number(await field.inputValue())));
  };
  const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
  await expect(page.getByRole('spinbutton', { name: 'Minutes of the slot' })).toHaveValue('60');
  const before = await minutes();
  await page.getByRole('spinbutton', { name: 'Minutes of the slot' }).fill('45');
  await expect(page.getByText('15 min over the slot')).toBeVisible();
  await page.getByRole('heading', { name: 'Agenda' }).click();
  await page.keyboard.press('f');
  await expect(page.getByText('15 min over the slot')).toHaveCount(0);
  expect(sum(await minutes())).toBe(45);
  await page.keyboard.press('u');
  await expect(page.getByText('15 min over the slot')).toBeVisible();
  expect(await minutes()).toEqual(before);
  expect(await app.axe()).toEqual([]);
});

test('what the last reviews used is offered, and taken by its key alone', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByText(/Reliability has 10 min and used 13/)).toBeVisible();
  await expect(
    page.getByText(/median of the reviews of 28\sOctober, 4\sNovember and 11\sNovember/),
  ).toBeVisible();
  await expect(page.getByRole('spinbutton', { name: 'Minutes for Reliability' })).toHaveValue('10');
  await page.keyboard.press('Alt+1');
  await expect(page.getByRole('spinbutton', { name: 'Minutes for Reliability' })).toHaveValue('13');
});

test('the pre-read is handed out as one file that needs nothing else, by keyboard', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await page.getByRole('button', { name: 'Hand out the pre-read' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'As PDF' })).toBeFocused();
  expect(await app.axe()).toEqual([]);
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'As HTML, one file' }).press('Enter');
  await expect(page.getByText(/in your downloads/)).toBeVisible();
  const file = test.info().outputPath('pre-read.html');
  await (await downloading).saveAs(file);
  const reader = await page.context().newPage();
  await reader.goto(pathToFileURL(file).href);
  await expect(reader.getByRole('heading', { name: 'What to know before we meet' })).toBeVisible();
  await expect(reader.locator('figure svg').first()).toBeVisible();
  await expect(reader.getByText('Reliability').first()).toBeVisible();
  expect(await app.axe(reader)).toEqual([]);
  await reader.close();
});
