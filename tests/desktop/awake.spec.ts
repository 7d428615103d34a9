import { type ElectronApplication, expect, test } from '@playwright/test';
import { inMainPage, openDesktop, pageProcess, pageReloaded } from '#tests/support/desktop-app.ts';
import { ownFolders } from '#tests/support/desktop-folders.ts';

const folders = ownFolders();

/** How many blockers the system holds for the app; their numbers count up from zero. */
function blockers(app: ElectronApplication): Promise<number> {
  return app.evaluate(
    ({ powerSaveBlocker }) =>
      Array.from({ length: 50 }, (_, id) => id).filter((id) => powerSaveBlocker.isStarted(id)).length,
  );
}

test('the display is kept awake while a review is live, also after its page died, and no longer', async () => {
  const { app, page } = await openDesktop(folders);
  await page.evaluate(() => {
    location.hash = '#/prepare';
  });
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  expect(await blockers(app)).toBe(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('timer').first()).toBeVisible();
  await expect.poll(() => blockers(app)).toBe(1);

  const died = await pageProcess(app);
  const reloaded = pageReloaded(app);
  process.kill(died, 'SIGKILL');
  await expect.poll(() => blockers(app), { intervals: [20] }).toBe(0);
  await reloaded;
  await expect.poll(() => blockers(app)).toBe(1);

  // A review goes on whichever screen is open.
  await inMainPage(app, "void (location.hash = '#/wall')");
  await inMainPage(app, 'new Promise((resolve) => setTimeout(resolve, 500))');
  expect(await blockers(app)).toBe(1);
  await app.close();
});
