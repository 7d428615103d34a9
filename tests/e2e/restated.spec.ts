import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/app.ts';

async function choose(page: Page, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Control+o');
  await (await chooser).setFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }]);
}

/** A review of today that was started and closed a moment ago, and the next one, planned. */
function reviews(nowMs: number): string {
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
  const plan = (date: string) => ({
    date,
    time: '10:00',
    slotMinutes: 60,
    template: 'weekly',
    facilitator: null,
    scribe: null,
  });
  const frozen = {
    asOf: day(nowMs),
    anomalies: [],
    wins: [],
    dimensions: [],
    expectedFalse: 0,
    commitments: [],
    gaps: [],
  };
  const words = { purpose: '', stage: '', speaks: '', done: '' };
  const open = {
    id: 'open',
    kind: 'open',
    name: 'Open',
    minutes: 5,
    protected: false,
    dimension: null,
    ...words,
  };
  const written = [
    ['review:last', 'review-planned', plan(day(nowMs))],
    ['review:last', 'review-started', frozen],
    ['review:last', 'review-closed', {}],
    ['review:next', 'review-planned', plan(day(nowMs + 7 * 86_400_000))],
    ['review:next', 'agenda-set', { template: 'weekly', slotMinutes: 60, blocks: [open] }],
  ] as const;
  const events = written.map(([stream, type, data], at) => ({
    id: `other-${at}`,
    stream,
    at: `${new Date(nowMs + at).toISOString()}-0000-other-device`,
    device: 'other-device',
    actor: 'maria',
    type,
    data,
  }));
  return JSON.stringify({ format: 'andon-events', version: 1, events });
}

test('what an import changes in weeks that a review looked at is said at the next one', async ({ app }) => {
  const { page } = app;
  await choose(page, 'weeks.csv', 'Week,Service,Incidents\n2026-04-06,cart,5\n2026-04-13,cart,17\n');
  await expect(page.getByRole('button', { name: 'Add 2' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('table', { name: 'Snapshots' })).toContainText('weeks.csv');
  await page.getByLabel('Export of Andon').setInputFiles({
    name: 'reviews.json',
    mimeType: 'application/json',
    buffer: Buffer.from(reviews(Date.now())),
  });
  await expect(page.getByText(/5 of 5 entries are new/)).toBeVisible();

  await choose(page, 'corrected.csv', 'Week,Service,Incidents\n2026-04-13,cart,19\n2026-04-20,cart,4\n');
  await expect(page.getByRole('button', { name: 'Add 1, change 1' })).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await app.goTo('prepare');
  const restated = page.getByRole('region', { name: 'Restated since the last review' });
  await expect(restated).toContainText('1 figure of 1 series');
  await expect(restated).toContainText(/week 16: 17.incidents → 19.incidents/);
  expect(await app.axe()).toEqual([]);

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^Restated since the last review \(1 figure of 1 series\)/)).toBeVisible();
});
