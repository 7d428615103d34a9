import type { ElectronApplication } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { oneDesktop } from '#tests/support/desktop-folders.ts';

test.setTimeout(180_000);

const desktop = oneDesktop();

type Line = { readonly label: string; readonly accelerator: string | null; readonly enabled: boolean };

/** The lines of one menu of the application, submenus left out. */
function linesOf(app: ElectronApplication, menu: string): Promise<readonly Line[]> {
  return app.evaluate(({ Menu }, name) => {
    const found = Menu.getApplicationMenu()?.items.find((item) => item.label.replace('&', '') === name);
    return (found?.submenu?.items ?? []).map((item) => ({
      label: item.label,
      accelerator: item.accelerator ?? null,
      enabled: item.enabled,
    }));
  }, menu);
}

function choose(app: ElectronApplication, menu: string, label: string): Promise<void> {
  return app.evaluate(
    ({ Menu }, [name, line]) => {
      const found = Menu.getApplicationMenu()?.items.find((item) => item.label.replace('&', '') === name);
      found?.submenu?.items.find((item) => item.label === line)?.click();
    },
    [menu, label] as const,
  );
}

test('the menu of the application holds the commands of the screen and runs them', async () => {
  const { app, page } = desktop();
  await expect
    .poll(async () => (await linesOf(app, 'Go')).map(({ label }) => label))
    .toEqual(expect.arrayContaining(['Home', 'Wall', 'Settings', 'Try the sample organization']));
  expect(await linesOf(app, 'File')).toContainEqual({
    label: 'Choose files',
    accelerator: 'CommandOrControl+O',
    enabled: true,
  });
  await choose(app, 'Go', 'Settings');
  await expect(page).toHaveURL(/#\/settings$/);
  await choose(app, 'Help', 'Show the keys');
  await expect(page.getByRole('dialog', { name: 'Keys that work here' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a live review fills it, greys what would do nothing, and leaves letters to the field that is typed into', async () => {
  const { app, page } = desktop();
  await choose(app, 'Go', 'Prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('timer').first()).toBeVisible();
  await expect
    .poll(() => linesOf(app, 'Take down'))
    .toContainEqual({ label: 'Take down: action', accelerator: 'A', enabled: true });
  expect(await linesOf(app, 'Review')).toContainEqual({
    label: 'The question was asked',
    accelerator: 'Q',
    enabled: false,
  });
  await choose(app, 'Take down', 'Take down: action');
  const line = page.getByRole('region', { name: 'What is taken down' }).getByRole('combobox');
  await expect(line).toBeFocused();
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const keyCode of ['a', 'x', 'n']) {
      contents?.sendInputEvent({ type: 'keyDown', keyCode });
      contents?.sendInputEvent({ type: 'char', keyCode });
      contents?.sendInputEvent({ type: 'keyUp', keyCode });
    }
  });
  await expect(line).toHaveValue('axn');
});
