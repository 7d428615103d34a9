import { readFile } from 'node:fs/promises';
import { expect, test } from '#tests/support/app.ts';

test('actions are moved, settled and told from the keyboard', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('actions');
  const grid = page.getByRole('grid', { name: 'Actions' });
  await expect(grid.getByText('late').first()).toBeVisible();
  expect(await app.axe()).toEqual([]);
  const row = grid.getByRole('row', { name: /Plan for returns by hand/ });
  await row.getByRole('gridcell').nth(3).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('in 2 weeks');
  await expect(page.getByRole('option', { name: /in 14 days/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(row).toContainText('2\u00a0Dec');
  await page.keyboard.press('h');
  const panel = page.getByRole('complementary', { name: /in full$/ });
  await expect(panel).toContainText('Moved from 25\u00a0Nov to 2\u00a0Dec');
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Space');
  await expect(row).toBeHidden();
  await expect(panel).toContainText('Status from open to done');
});

test('a promise that slipped before asks why it moves again', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('actions');
  const row = page.getByRole('grid').getByRole('row', { name: /Write down page limits per team/ });
  await row.getByRole('gridcell').nth(3).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('11 dec');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Why does it move again?' }).fill('One team is still to answer');
  await page.keyboard.press('Enter');
  await expect(row).toContainText('11\u00a0Dec');
  await page.keyboard.press('h');
  await expect(page.getByRole('complementary', { name: /in full$/ })).toContainText(
    'One team is still to answer',
  );
});

test('one line becomes an entry, as it was understood', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('actions');
  await page.keyboard.press('a');
  await page.keyboard.type('Page rota to follow-the-sun @maria 11 dec #reliability !high');
  await expect(page.getByText('owner Maria Silva')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const row = page.getByRole('grid').getByRole('row', { name: /Page rota to follow-the-sun/ });
  await expect(row).toContainText('Maria Silva');
  await expect(row).toContainText('11\u00a0Dec');
  await page.keyboard.press('/');
  await page.keyboard.type('@maria rota');
  await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
});

test('initiatives say who unblocks, risks their band, and both open from the keyboard', async ({ app }) => {
  const { page } = app;
  await app.openSample();
  await app.goTo('initiatives');
  const blocked = page.getByRole('grid').getByRole('row', { name: /Event bus migration/ });
  await blocked.getByRole('gridcell', { name: 'name one' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('noor');
  await page.keyboard.press('Enter');
  await expect(blocked).toContainText('Noor Rahman');
  expect(await app.axe()).toEqual([]);
  await app.goTo('risks');
  const risk = page
    .getByRole('grid', { name: 'Risks' })
    .getByRole('row', { name: /Two people know the ledger/ });
  await expect(risk).toContainText('extreme');
  await risk.getByRole('gridcell', { name: 'Likely' }).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type('rare');
  await page.keyboard.press('Enter');
  await expect(risk).toContainText('Rare');
  await expect(risk).not.toContainText('extreme');
  expect(await app.axe()).toEqual([]);
});

test('an export holds no formula', async ({ app }) => {
  const { page } = app;
  await app.goTo('decisions');
  await page.keyboard.press('a');
  await page.keyboard.type('=HYPERLINK("https://example.org") is not a formula');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid', { name: 'Decisions' })).toContainText('=HYPERLINK');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Export/ }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect(text).toContain(`"'=HYPERLINK(""https://example.org"") is not a formula"`);
});
