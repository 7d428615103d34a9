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

test('words typed straight after the key for noise are its reason, and the next page is one key away', async ({
  app,
}) => {
  const { page } = app;
  await app.openSample();
  await startReview(app);
  const anomaly = page.getByText(/^\w+, 1 of \d+/);
  for (let step = 0; step < 12 && !(await anomaly.isVisible()); step += 1)
    await page.keyboard.press('PageDown');
  await expect(anomaly).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.type(' because of the holiday', { delay: 0 });
  await page.keyboard.press('PageDown');
  await expect(page.getByText(/, 2 of \d+/)).toBeVisible();
  await page.keyboard.press('PageUp');
  await page.keyboard.press('c');
  await expect(page.getByText(/: noise; because of the holiday/)).toBeVisible();
});

/** The entries that the console lists, newest first, as they are read aloud. */
const takenDown = ({ page }: App) => page.getByRole('region', { name: 'At hand' }).getByRole('listitem');

test('what was taken down is corrected by keys alone: its words, owner, date and kind, and back again', async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press('c');
  for (const line of ['Split the queue @zoe fri', 'Stop the batch jobs']) {
    await page.keyboard.press('a');
    await page.keyboard.type(line, { delay: 0 });
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
  }
  await expect(takenDown(app)).toHaveCount(2);
  await page.keyboard.press('F2');
  await expect(page.getByRole('combobox')).toHaveValue('Stop the batch jobs');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('combobox')).toHaveValue('Split the queue @zoe fri');
  await page.keyboard.press('Home');
  await page.keyboard.type('risk: ', { delay: 0 });
  await expect(page.getByText('Correct: Risk')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(takenDown(app).filter({ hasText: 'Risk' })).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(takenDown(app).filter({ hasText: 'Risk' })).toHaveCount(0);
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(takenDown(app)).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(takenDown(app)).toHaveCount(2);
});

test('several lines that are pasted are entries of their own, seen and counted before they are taken down', async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  await page.keyboard.press('c');
  await page.keyboard.press('a');
  await page.getByRole('combobox').evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, '- Split the queue\r\n\r\n- risk: Only two know the ledger\n- Call the vendor fri\n');
  const understood = page.getByRole('list', { name: 'Understood' });
  await expect(understood.getByText('entries')).toBeVisible();
  await expect(understood.getByText('3', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(takenDown(app)).toHaveCount(3);
  await expect(takenDown(app).filter({ hasText: 'Risk' })).toHaveCount(1);
  await page.keyboard.press('u');
  await expect(takenDown(app)).toHaveCount(0);
});

test('a line is taken down from another screen while the review is live', async ({ app }) => {
  const { page } = app;
  await startReview(app);
  await app.goTo('settings');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.keyboard.press('n');
  await page.keyboard.type('The threshold is too low', { delay: 0 });
  expect(await app.axe()).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Note taken down: The threshold is too low').first()).toBeVisible();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await app.goTo('live');
  await page.keyboard.press('c');
  await expect(takenDown(app).filter({ hasText: 'The threshold is too low' })).toHaveCount(1);
});

test('the words fly to where they went, which holds nobody up, and stay still where motion is not wanted', async ({
  app,
}) => {
  const { page } = app;
  await startReview(app);
  await page.evaluate(() => {
    const flown: (string | null)[] = [];
    Object.assign(window, { flown });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const node of addedNodes) flown.push(node.textContent);
    }).observe(document.body, { childList: true });
  });
  const flown = () => page.evaluate(() => (window as unknown as { flown: readonly string[] }).flown);
  for (const words of ['First', 'Second']) {
    await page.keyboard.press('n');
    await page.keyboard.type(words, { delay: 0 });
    await page.keyboard.press('Enter');
  }
  await expect.poll(flown).toEqual(['First', 'Second']);
  await expect(page.locator('body > span')).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.keyboard.press('n');
  await page.keyboard.type('Third', { delay: 0 });
  await page.keyboard.press('Enter');
  await expect(page.getByText('Note taken down: Third').first()).toBeVisible();
  expect(await flown()).toEqual(['First', 'Second']);
});
