import type { Page } from '@playwright/test';
import { type App, expect } from './app.ts';
import { chooseFiles } from './choose-files.ts';
import { heading, typeLine } from './live-review.ts';
import { seeded } from './seeded.ts';

const WEEK_MS = 7 * 86_400_000;

/** The Monday of the newest whole week before today. */
function newestMonday(): number {
  const now = Date.now();
  const today = now - (now % 86_400_000);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return today - sinceMonday * 86_400_000 - WEEK_MS;
}

export type Made = {
  readonly services: readonly string[];
  readonly weeks: number;
  /** How many of the newest weeks stand at more than twice their level; none where nothing moves. */
  readonly moved: number;
};

/** Change lead time of made-up services, week by week up to the newest whole one, as an export would have it. */
export function leadTimes({ services, weeks, moved }: Made): string {
  const newest = newestMonday();
  const lines = services.flatMap((service, index) => {
    const random = seeded(4000 + index);
    const level = 10 + 60 * random.uniform();
    return Array.from({ length: weeks }, (_, week) => {
      const day = new Date(newest - (weeks - 1 - week) * WEEK_MS).toISOString().slice(0, 10);
      const factor = week >= weeks - moved ? 2.4 + 0.1 * (index % 5) : 1;
      const hours = level * factor * Math.exp(0.12 * random.normal());
      return `${day},"${service}",${hours.toFixed(1)}`;
    });
  });
  return ['Week,Service,Change lead time (hours)', ...lines, ''].join('\n');
}

/** Takes an export in by the keys that anybody uses. */
export async function takeIn({ page }: App, name: string, text: string): Promise<void> {
  await chooseFiles(page, [{ name, text }]);
  await expect(page.getByRole('button', { name: /^Add [\d,]+/ })).toBeEnabled({ timeout: 60_000 });
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText(name, { timeout: 60_000 });
}

/** Plans the next review, waits until it is known what is put forward, and starts it. */
export async function startReview(app: App, putForward: number): Promise<void> {
  const { page } = app;
  await app.goTo('prepare');
  await page.getByRole('button', { name: /Plan this review/ }).press('Enter');
  await expect(page.getByText(`${putForward} put forward`)).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, /Where we stand/)).toBeVisible({ timeout: 30_000 });
}

/** Goes on with the clicker's key until a title comes up, at most so many steps. */
export async function walkTo(page: Page, title: RegExp, most = 30): Promise<void> {
  for (let step = 0; step < most; step += 1) {
    if (await heading(page, title).isVisible()) return;
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(50);
  }
  await expect(heading(page, title)).toBeVisible();
}

/** From anywhere to the readout: names the constraint, leaves what the data cannot answer, rates, closes, makes it. */
export async function closeAndRead(page: Page, constraint: string): Promise<void> {
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  await page.keyboard.press('m');
  await page.keyboard.press('g');
  await expect(heading(page, /What limits the whole/)).toBeVisible();
  await page.keyboard.press('Enter');
  await typeLine(page, constraint);
  const candidate = page.getByRole('listitem').filter({ hasText: constraint });
  const number = /^\d+/.exec((await candidate.first().textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press(number);
  await typeLine(page, 'Everybody else lends a reviewer');
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Ready to close', exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await expect(heading(page, /Was this hour worth it/)).toBeVisible();
  await page.keyboard.press('4');
  await page.keyboard.press('e');
  await expect(heading(page, /The review is closed/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Make the readout' }).press('Enter');
  await expect(page.getByText(/It stays as it is/).first()).toBeVisible({ timeout: 30_000 });
}
