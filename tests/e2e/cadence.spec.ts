import { expect, test } from '#tests/support/app.ts';

test('a new organization sets its rhythm and adds who belongs to it', async ({ app }) => {
  const { page } = app;
  await app.goTo('cadence');
  await expect(page.getByText('No rhythm is set yet')).toBeVisible();
  expect(await app.axe()).toEqual([]);
  const add = page.getByRole('textbox', { name: 'Add somebody' });
  for (const person of ['Maria Silva, Platform', 'Maria Lund', 'Li Wei']) {
    await add.fill(person);
    await add.press('Enter');
  }
  await expect(page.getByText('@maria.lund')).toBeVisible();
  await page.getByRole('button', { name: 'Set this rhythm' }).click();
  const time = page.getByRole('textbox', { name: 'At' });
  await time.fill('9.30');
  await time.press('Enter');
  await expect(page.getByText('Every Wednesday at 09:30')).toBeVisible();
  for (const name of ['Maria Silva', 'Li Wei']) {
    await page.getByRole('button', { name: /Add to the rota/ }).click();
    await page.getByRole('option', { name }).click();
  }
  const next = page.getByRole('region', { name: 'Next reviews' });
  await expect(next.getByRole('listitem')).toHaveCount(3);
  await expect(next.getByRole('listitem').first()).toContainText('Maria Silva');
  await page.getByRole('button', { name: 'Maria Silva later' }).click();
  await expect(next.getByRole('listitem').first()).toContainText('Li Wei');
});

test('whoever is away is passed over and comes first when back, and two people exchange their turns', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('cadence');
  const next = page.getByRole('region', { name: 'Next reviews' }).getByRole('listitem');
  await expect(next).toContainText([/Li Wei/, /Maria Silva/, /Tom Okafor/, /Ana Costa/]);
  const away = page.getByRole('textbox', { name: 'Somebody is away' });
  await away.fill('@maria 24 nov to 4 dec');
  await expect(page.getByText('Maria Silva, 24 Nov to 4 Dec')).toBeVisible();
  await away.press('Enter');
  await expect(next).toContainText([
    /Li Wei/,
    /Tom Okafor.*Maria Silva is away until 4\sDecember/,
    /Ana Costa/,
    /Maria Silva/,
  ]);
  await page.getByRole('button', { name: /Exchange Tom Okafor’s turn/ }).press('Enter');
  await page.getByRole('option', { name: 'Ana Costa' }).press('Enter');
  await expect(next).toContainText([
    /Li Wei/,
    /Ana Costa.*for Tom Okafor/,
    /Tom Okafor.*for Ana Costa/,
    /Maria/,
  ]);
  expect(await app.axe()).toEqual([]);
  await page.reload();
  await expect(next.nth(1)).toContainText('Ana Costa');
  await page
    .getByRole('button', { name: /Take back that Ana Costa/ })
    .first()
    .press('Enter');
  await expect(next.nth(1)).toContainText('Tom Okafor');
  await page.getByRole('button', { name: /Maria Silva is not away/ }).press('Enter');
  await expect(next.nth(1)).toContainText('Maria Silva');
});

test('the minutes of a template add up, and it goes back to how it came', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('cadence');
  const minutes = page.getByRole('spinbutton', { name: 'Minutes for Delivery' });
  const before = await minutes.inputValue();
  await minutes.fill(String(Number(before) + 5));
  await minutes.press('Enter');
  await expect(page.getByText('5 min over the slot')).toBeVisible();
  await page.getByRole('button', { name: 'Back to how the template comes' }).click();
  await expect(minutes).toHaveValue(before);
  await expect(page.getByText('adds up')).toBeVisible();
  expect(await app.axe()).toEqual([]);
});
