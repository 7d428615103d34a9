import { readFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { toHtml } from '#shared/readout/html.ts';
import type { Readout } from '#shared/readout/readout.ts';
import { toReadout } from '#shared/readout/to-readout.ts';
import { aCrowdedReadoutSource, anEmptyReadoutSource, aReadoutSource } from '#tests/support/readout.ts';

const MM = 96 / 25.4;
const MARGINS = { across: 32 * MM, along: 24 * MM };
const PAPERS = [
  ['A4', 210 * MM, 297 * MM],
  ['Letter', 8.5 * 96, 11 * 96],
] as const;

const READOUTS: readonly (readonly [string, Readout])[] = [
  ['the sample review', toReadout(aReadoutSource())],
  ['a review without data', toReadout(anEmptyReadoutSource())],
  ['a review with far too much to say', toReadout(aCrowdedReadoutSource())],
];

const font = readFileSync(
  path.resolve(import.meta.dirname, '../../assets/fonts/inter-latin-opsz-normal.woff2'),
).toString('base64');

async function open(page: Page, readout: Readout): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) complaints.push(request.url());
  });
  await page.setContent(toHtml(readout, { font }));
  await page.evaluate(() => document.fonts.ready);
  return complaints;
}

for (const [name, readout] of READOUTS) {
  test.describe(`the readout of ${name}`, () => {
    for (const [paper, width, height] of PAPERS) {
      test(`prints its two lead pages on one sheet of ${paper} each`, async ({ page }) => {
        await page.setViewportSize({ width: Math.floor(width - MARGINS.across), height: 960 });
        await page.emulateMedia({ media: 'print' });
        expect(await open(page, readout)).toEqual([]);
        const sheets = await page
          .locator('.sheet')
          .evaluateAll((all) => all.map((sheet) => sheet.getBoundingClientRect().height));
        expect(sheets).toHaveLength(3);
        for (const sheet of sheets.slice(0, 2)) expect(sheet).toBeLessThanOrEqual(height - MARGINS.along);
      });
    }

    test('opens by itself on a wide and on a narrow screen, and reads well to everybody', async ({
      page,
    }) => {
      expect(await open(page, readout)).toEqual([]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    });
  });
}
