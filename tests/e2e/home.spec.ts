import { expect, test } from '#tests/support/app.ts';

test('an empty Home says how to begin, and opens the sample organization with one click', async ({ app }) => {
  await expect(app.page.getByRole('heading', { name: 'Drop your metric exports here' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  await app.openSample();
  await expect(app.page.getByRole('heading', { name: /Wednesday 18 November at 10:00/ })).toBeVisible();
  for (const dimension of ['Delivery', 'Reliability', 'Initiatives', 'Vigilance', 'Efficiency']) {
    await expect(app.page.getByRole('heading', { name: dimension, exact: true })).toBeVisible();
  }
  await expect(app.page.getByRole('table', { name: 'Commitments due' })).toContainText('A-102');
  expect(await app.axe()).toEqual([]);
});

test('leaving the sample gives the empty Home back, and the sample is gone', async ({ app }) => {
  await app.openSample();
  await app.page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(app.page.getByRole('heading', { name: 'Drop your metric exports here' })).toBeVisible();
  const databases = await app.page.evaluate(async () => (await indexedDB.databases()).map((one) => one.name));
  expect(databases.filter((name) => name?.includes('sample'))).toEqual([]);
});

test('every screen is reached by name from the palette', async ({ app }) => {
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('combobox', { name: 'Find anything' }).fill('cadence');
  await app.page.keyboard.press('Enter');
  await expect(app.page).toHaveURL(/#\/cadence$/);
});

test('the dark theme has enough contrast as well', async ({ app }) => {
  await app.openSample();
  await app.page.evaluate(() => localStorage.setItem('andon.theme', 'dark'));
  await app.page.reload();
  await expect(app.page.getByRole('heading', { name: 'Delivery', exact: true })).toBeVisible();
  expect(await app.axe()).toEqual([]);
});

test('at 200 % zoom every screen scrolls inside itself, and the menu leaves room for it', async ({ app }) => {
  await app.openSample();
  await app.page.setViewportSize({ width: 640, height: 360 });
  for (const place of ['home', 'prepare', 'wall', 'actions', 'cadence', 'data', 'settings']) {
    await app.goTo(place);
    await expect(app.page.locator('main').first()).not.toBeEmpty();
    const beyond = await app.page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(beyond, place).toBeLessThanOrEqual(0);
  }
  await app.goTo('home');
  const menu = await app.page.getByRole('navigation', { name: 'Screens' }).boundingBox();
  expect((menu?.y ?? 0) + (menu?.height ?? 0)).toBeLessThan(120);
});

test('the keys of a screen fit into its window', async ({ app }) => {
  await app.openSample();
  await app.goTo('prepare');
  await app.page.getByRole('button', { name: 'Plan this review' }).press('Enter');
  await expect(app.page.getByRole('button', { name: /^Start/ })).toBeVisible();
  await app.page.keyboard.press('Control+Enter');
  await expect(app.page.getByRole('heading', { name: /^Where we stand/ })).toBeVisible();
  await app.page.keyboard.press('?');
  await expect(app.page.getByText('Single keys are off while you type')).toBeInViewport({ ratio: 1 });
});

test('a person, an action and a past review are found by name and opened where they stand', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  const find = async (typed: string, entry: RegExp) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Find anything' }).fill(typed);
    await page.getByRole('option', { name: entry, selected: true }).waitFor();
    await page.keyboard.press('Enter');
  };
  await find('A-101', /A-101/);
  await expect(page).toHaveURL(/#\/actions\/A-101$/);
  await expect(page.getByRole('row', { selected: true })).toContainText('A-101');
  await find('maria', /@maria/);
  await expect(page).toHaveURL(/#\/actions\/find/);
  await expect(page.getByRole('searchbox', { name: 'Narrow' })).toHaveValue(/@Maria/);
  await find('readout of', /Readout of/);
  await expect(page).toHaveURL(/#\/readout\/.+/);
  await find('identity team', /^Identity/);
  await expect(page).toHaveURL(/#\/wall$/);
  await expect(page.getByRole('searchbox', { name: 'Find a series' })).toHaveValue('Identity');
  await find('paged 21 times', /paged 21 times/);
  await expect(page).toHaveURL(/#\/metric\/.+/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys that work here' })).toBeVisible();
  await find('where things are kept', /Where things are kept/);
  await expect(page.getByRole('heading', { name: 'Where things are kept' })).toBeFocused();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.type('dark');
  await expect(page.getByRole('option', { name: 'Look: dark', selected: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('who points and clicks finds every command in the menu, and the keys go on working after it', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Go', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Cadence' }).click();
  await expect(page).toHaveURL(/#\/cadence$/);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys that work here' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('menuitem', { name: 'Help', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Turn single keys off' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeFocused();
  await expect(page.getByRole('dialog', { name: 'Keys that work here' })).toHaveCount(0);
});
