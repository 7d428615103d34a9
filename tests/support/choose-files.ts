import type { Page } from '@playwright/test';

export type ChosenFile = { readonly name: string; readonly text: string };

/** Picks files with the browser's dialog, by the keys that open it. */
export async function chooseFiles(page: Page, files: readonly ChosenFile[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  const payload = files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
  await (await chooser).setFiles(payload);
}
