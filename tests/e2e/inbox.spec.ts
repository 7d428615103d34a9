import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '#tests/support/app.ts';
import { startBuiltWebHost } from '#tests/support/web-host.ts';

const WEEK_ONE = 'Week,Service,Incidents\n2026-04-06,cart,5\n2026-04-13,cart,17\n';
const WEEK_TWO = 'Week,Service,Incidents\n2026-04-13,cart,19\n2026-04-20,cart,4\n';
const UNKNOWN = 'day;team;tickets\n2026-04-06;login;3\n2026-04-07;login;4\n';

test('files of a known layout are taken in by themselves, once, and others wait for a person', async ({
  app,
}) => {
  const { page } = app;
  const inbox = await mkdtemp(path.join(tmpdir(), 'andon-inbox-'));
  const put = (name: string, text: string) => writeFile(path.join(inbox, name), text);
  await mkdir(path.join(inbox, 'older'));
  const host = await startBuiltWebHost({ args: ['--inbox', inbox] });
  try {
    await page.goto(host.address);
    await app.goTo('data');
    const section = page.getByRole('region', { name: 'Inbox' });
    await expect(section).toContainText('“older” is a folder.');
    await put('week1.csv', WEEK_ONE);
    await expect(page.getByText(/week1\.csv waits in the inbox: its layout is new here\./)).toBeVisible({
      timeout: 15_000,
    });
    await section.getByRole('button', { name: 'Look at week1.csv' }).click();
    await expect(page.getByRole('button', { name: 'Add 2' })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(section).toContainText('0 waiting');

    await section.getByRole('button', { name: 'Move taken files' }).click();
    expect(await app.axe()).toEqual([]);
    await put('week2.csv', WEEK_TWO);
    await expect(
      page.getByText(/week2\.csv came by the inbox and is in: 1 value added, 1 changed/),
    ).toBeVisible({
      timeout: 15_000,
    });
    await expect.poll(() => readdir(path.join(inbox, 'taken'))).toEqual(['week2.csv']);
    const snapshots = page.getByRole('table', { name: 'Snapshots' });
    await expect(snapshots.getByRole('row')).toHaveCount(3);

    await put('week2-copied.csv', WEEK_TWO);
    await put('tickets.csv', UNKNOWN);
    await expect(page.getByText(/tickets\.csv waits in the inbox/)).toBeVisible({ timeout: 15_000 });
    await expect(section).toContainText('1 waiting');
    await expect(snapshots.getByRole('row')).toHaveCount(3);
  } finally {
    await page.goto('about:blank');
    await host.stop();
    await rm(inbox, { recursive: true, force: true });
  }
});
