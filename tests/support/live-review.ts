import type { Locator, Page } from '@playwright/test';
import { type App, expect } from './app.ts';

/** The title of what is on the stage. */
export function heading(page: Page, name: RegExp): Locator {
  return page.getByRole('heading', { level: 1, name });
}

/** From the empty Home to the first block of the sample's next review, by keyboard. */
export async function startSampleReview(app: App): Promise<void> {
  const { page } = app;
  await app.openSample();
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Start/ })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible();
}

/** Types a whole line after its key. */
export async function takeDown(page: Page, key: string, line: string): Promise<void> {
  await page.keyboard.press(key);
  await typeLine(page, line);
}

/** Types into the line that is open, and takes it with Enter. */
export async function typeLine(page: Page, line: string): Promise<void> {
  const field = page.getByRole('region', { name: 'What is taken down' }).getByRole('combobox');
  await expect(field).toBeFocused();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
  await expect(field).toHaveCount(0);
}

/** Runs a command by words of its name. */
export async function runByName(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { selected: true })).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Find anything' })).toHaveCount(0);
}
