import { type App, expect, test } from '#tests/support/app.ts';

test.setTimeout(90_000);

const SENTENCE = 'Cap preview environments at 40';

async function startReview({ page, goTo }: App): Promise<void> {
  await goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('timer').first()).toBeVisible();
}

test('what is typed into the line at once after its key is there to the letter', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  for (const key of ['a', 'n', 'r']) {
    await page.keyboard.press(key);
    await page.keyboard.type(SENTENCE, { delay: 0 });
    await expect(page.getByRole('combobox')).toHaveValue(SENTENCE);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toHaveCount(0);
  }
});

test('a letter typed in the middle stays there, and so does the caret', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press('n');
  await page.keyboard.type('ap preview');
  await page.keyboard.press('Home');
  await page.keyboard.type('C');
  await page.keyboard.type('le', { delay: 0 });
  await expect(page.getByRole('combobox')).toHaveValue('Cleap preview');
  await page.reload();
  const line = page.getByRole('combobox');
  await expect(line).toHaveValue('Cleap preview');
  await page.keyboard.type('!', { delay: 0 });
  await expect(line).toHaveValue('Cleap preview!');
});

test('a line opened again right after it was taken down is empty', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press('n');
  await page.keyboard.type('First', { delay: 0 });
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  await page.keyboard.type('Second', { delay: 0 });
  await expect(page.getByRole('combobox')).toHaveValue('Second');
  await page.reload();
  await expect(page.getByRole('combobox')).toHaveValue('Second');
});

test('a page that goes away in the middle of a burst of keys keeps them to the letter', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  for (const length of [7, 19, SENTENCE.length]) {
    await page.keyboard.press('n');
    await page.keyboard.press('Control+a');
    await page.keyboard.type(SENTENCE.slice(0, length), { delay: 0 });
    await page.reload();
    await expect(page.getByRole('combobox')).toHaveValue(SENTENCE.slice(0, length));
    await page.keyboard.press('Escape');
  }
});

test('what is typed while the database takes no draft is there after the page went away', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press('n');
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new Error('nothing is taken');
    };
  });
  await page.keyboard.type(SENTENCE, { delay: 0 });
  await page.reload();
  await expect(page.getByRole('combobox')).toHaveValue(SENTENCE);
});
