import { expect, test } from '#tests/support/app.ts';
import { heading, takeDown, typeLine } from '#tests/support/live-review.ts';
import { closeAndRead, leadTimes, startReview, takeIn, walkTo } from '#tests/support/made-review.ts';

test.setTimeout(180_000);

const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `service-${String(index + 1).padStart(3, '0')}`);

const LONG_NAMES: readonly string[] = [
  'خدمة معالجة المدفوعات وإدارة الفواتير وتسوية الحسابات بين البنوك والمتاجر الإلكترونية',
  'שירות ניהול ההזמנות והמשלוחים של החנות המקוונת כולל החזרות וזיכויים ללקוחות פרטיים ועסקיים',
  'บริการจัดการคำสั่งซื้อและการจัดส่งสินค้าสำหรับร้านค้าออนไลน์และลูกค้าองค์กรทั่วประเทศไทย',
  'オンラインストアの注文管理と配送追跡および返品処理と請求書発行を担当する基幹業務サービス統合基盤',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzprüfungsservicedienst',
];

test('a review without any data is held and leaves a readout', async ({ app }) => {
  const { page } = app;
  await startReview(app, 0);
  await expect(page.getByText(/No series is measured yet/)).toBeVisible();
  await walkTo(page, /Are we shipping fast/);
  await expect(page.getByText(/is not measured/)).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByText('Nothing without a verdict is left here.').last()).toBeVisible();
  await closeAndRead(page, 'Nobody measures anything');
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText('Nobody measures anything');
});

for (const weeks of [3, 60]) {
  test(`a review of one series of ${weeks} weeks in which nothing happened says so`, async ({ app }) => {
    const { page } = app;
    await takeIn(app, 'lead.csv', leadTimes({ services: ['checkout'], weeks, moved: 0 }));
    await startReview(app, 0);
    await walkTo(page, /Are we shipping fast/);
    await expect(
      page.getByText('Nothing left its routine in Delivery. 1 series was looked at.'),
    ).toBeVisible();
    await closeAndRead(page, 'The review of changes');
  });
}

test('of 400 anomalies any is a few keys away, and what is left is set aside with one reason', async ({
  app,
}) => {
  const { page } = app;
  await takeIn(app, 'lead.csv', leadTimes({ services: numbered(400), weeks: 60, moved: 5 }));
  await startReview(app, 400);
  await expect(page.getByText(/^400 anomalies to walk, worst first\./)).toBeVisible();
  await walkTo(page, /Are we shipping fast/);
  await expect(
    page.getByText(/400 anomalies, worst first\. 8 minutes carry 2; what is left leads next time\./),
  ).toBeVisible();

  await page.keyboard.press('g');
  await page.keyboard.type('317');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Delivery, 317 of 400')).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.type('service-042');
  await page.keyboard.press('Enter');
  await expect(heading(page, /^service-042 /)).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.getByText('The verdict is taken back.').last()).toBeVisible();
  await page.keyboard.press('5');
  await page.keyboard.press('Escape');

  await page.keyboard.press('g');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.keyboard.press('PageUp');
  await expect(heading(page, /Are we shipping fast/)).toBeVisible();
  await takeDown(page, 'x', 'One cause: the build farm; the first of them stands for all');
  await expect(page.getByText(/^399 anomalies set aside: One cause/).last()).toBeVisible();
  await expect(page.getByText(/1 anomaly, worst first/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByText(/400 anomalies, worst first/)).toBeVisible();
  await takeDown(page, 'x', 'One cause: the build farm');

  await closeAndRead(page, 'The build farm');
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText('The build farm');
});

test('what a review of many did not reach leads the next one', async ({ app }) => {
  const { page } = app;
  await takeIn(app, 'lead.csv', leadTimes({ services: numbered(12), weeks: 60, moved: 5 }));
  await startReview(app, 12);
  await walkTo(page, /Are we shipping fast/);
  await page.keyboard.press('PageDown');
  const walked = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
  await takeDown(page, '2', 'tomorrow');
  await closeAndRead(page, 'The review of changes');

  await startReview(app, 12);
  await walkTo(page, /Are we shipping fast/);
  await expect(page.getByRole('listitem').filter({ hasText: walked })).toHaveCount(0);
  await page.keyboard.press('PageDown');
  await expect(heading(page, /./)).not.toHaveText(walked);
  await expect(page.getByText(/Last time, .*not reached/)).toBeVisible();
});

test('names of eighty letters in any script fit the stage, the console and the close', async ({ app }) => {
  const { page } = app;
  await takeIn(app, 'lead.csv', leadTimes({ services: LONG_NAMES, weeks: 60, moved: 5 }));
  await startReview(app, LONG_NAMES.length);
  await walkTo(page, /Are we shipping fast/);
  expect(await app.axe()).toEqual([]);
  for (const [place, name] of LONG_NAMES.entries()) {
    await page.keyboard.press('PageDown');
    await expect(page.getByText(`Delivery, ${place + 1} of ${LONG_NAMES.length}`).first()).toBeVisible();
    await takeDown(page, '1', `${name} @"${['محمد عبد الرحمن', '山田太郎'][place % 2]}" fri`);
  }
  await page.keyboard.press('c');
  await expect(page.getByRole('region', { name: 'At hand' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wide).toBe(false);
  await page.keyboard.press('e');
  await expect(page.getByRole('heading', { name: 'Not ready to close' })).toBeVisible();
  expect(await app.axe()).toEqual([]);
});

test('forty actions without owner and date are completed with one line', async ({ app }) => {
  const { page } = app;
  await startReview(app, 0);
  await takeDown(page, 'a', 'Write down who reviews what @"Maria Silva"');
  for (let action = 2; action <= 40; action += 1) {
    await page.keyboard.press('a');
    await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
    await page.keyboard.insertText(`Thing number ${action}`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toHaveCount(0);
  }
  await page.keyboard.press('e');
  await expect(heading(page, /40 promises, none of them complete/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Maria Silva');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: /^By when/ }).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(heading(page, /40 promises, one of them complete/)).toBeVisible();

  await page.keyboard.press('f');
  await typeLine(page, '@maria.silva in two weeks');
  await expect(heading(page, /40 promises, all owned and dated/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(heading(page, /40 promises, one of them complete/)).toBeVisible();
  await page.keyboard.press('f');
  await typeLine(page, '@maria.silva in two weeks');
  await closeAndRead(page, 'The time of one person');
  await expect(page.getByRole('region', { name: 'Pages' })).toContainText('Thing number 7');
});

test('two hundred promises are checked one key each', async ({ app }) => {
  const { page } = app;
  await startReview(app, 0);
  for (let promise = 1; promise <= 200; promise += 1) {
    await page.keyboard.press('a');
    await expect(page.getByRole('combobox', { name: 'Action' })).toBeFocused();
    await page.keyboard.insertText(`Promise number ${promise} @li today`);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox')).toHaveCount(0);
  }
  await page.keyboard.press('e');
  await page.keyboard.press('f');
  await page.keyboard.type('@Li');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(heading(page, /200 promises, all owned and dated/)).toBeVisible();
  await closeAndRead(page, 'The time of one person');
  await startReview(app, 0);
  await walkTo(page, /Did we do what we said/);
  await expect(page.getByText('200 promises. 200 to go.')).toBeVisible();
  for (let promise = 1; promise <= 200; promise += 1) await page.keyboard.press('1');
  await expect(page.getByText('200 promises. 200 kept.')).toBeVisible();
});
