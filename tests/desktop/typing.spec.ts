import { expect, type Page, test } from '@playwright/test';
import { inMainPage, openDesktop, pageProcess, pageReloaded } from '#tests/support/desktop-app.ts';
import { ownFolders } from '#tests/support/desktop-folders.ts';

const SENTENCE =
  'Search answers in half the time since the cache was split by region, and nobody was paged for it.';
/** Forty keys a second: faster than anyone types. */
const KEY_MS = 25;

const folders = ownFolders();

async function prepareReview(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/prepare';
  });
  await page.getByRole('button', { name: 'Plan this review' }).click();
  await page.getByRole('textbox', { name: 'Add a win' }).click();
}

/** Types until the page dies; answers how many characters had gone in by then. */
async function typeUntilGone(page: Page, kill: () => void, afterMs: number): Promise<number> {
  let typed = 0;
  let gone = false;
  setTimeout(() => {
    gone = true;
    kill();
  }, afterMs);
  for (const character of SENTENCE) {
    if (gone) break;
    await Promise.race([
      page.keyboard.insertText(character),
      new Promise((_, reject) => setTimeout(() => reject(new Error('gone')), 2000)),
    ]).then(
      () => {
        typed += gone ? 0 : 1;
      },
      () => {
        gone = true;
      },
    );
    await new Promise((resolve) => setTimeout(resolve, KEY_MS));
  }
  return typed;
}

/** The last key may have been on its way when the process died; nothing before it may be missing. */
function expectKept(kept: string, typed: number): void {
  expect(SENTENCE.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(typed - 1);
  expect(typed).toBeGreaterThan(5);
}

/** Kills everything in the middle of typing, and reads what is there at the next start. */
async function typeAndKill(
  afterMs: number,
  before: (page: Page) => Promise<void> = async () => {},
): Promise<{ readonly kept: string; readonly typed: number }> {
  const first = await openDesktop(folders);
  await prepareReview(first.page);
  await before(first.page);
  const main = await first.app.evaluate(() => process.pid);
  const died = first.app.waitForEvent('close');
  const typed = await typeUntilGone(first.page, () => process.kill(main, 'SIGKILL'), afterMs);
  await died;

  const second = await openDesktop(folders);
  await second.page.evaluate(() => {
    location.hash = '#/prepare';
  });
  const field = second.page.getByRole('textbox', { name: 'Add a win' });
  await expect(field).not.toHaveValue('');
  const kept = await field.inputValue();
  await second.app.close();
  return { kept, typed };
}

for (const afterMs of [400, 900, 1500]) {
  test(`loses at most one key when everything is killed after ${afterMs} ms of typing`, async () => {
    const { kept, typed } = await typeAndKill(afterMs);
    expectKept(kept, typed);
  });
}

test('loses at most one key when everything is killed while the database takes nothing', async () => {
  const { kept, typed } = await typeAndKill(900, async (page) => {
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new Error('nothing is taken');
      };
    });
  });
  expectKept(kept, typed);
});

test('is back on the same screen with the same words when the page’s process is killed', async () => {
  const { app, page } = await openDesktop(folders);
  await prepareReview(page);
  const pid = await pageProcess(app);
  const reloaded = pageReloaded(app);
  const typed = await typeUntilGone(page, () => process.kill(pid, 'SIGKILL'), 800);
  await reloaded;
  const began = Date.now();
  const field = () => inMainPage(app, `document.querySelector('[placeholder="Add a win"]')?.value ?? ''`);
  await expect.poll(field, { intervals: [50] }).not.toBe('');
  expect(Date.now() - began).toBeLessThan(3000);
  expectKept(String(await field()), typed);
  await app.close();
});
