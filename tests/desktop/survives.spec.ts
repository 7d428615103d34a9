import { expect, test } from '@playwright/test';
import { newFolder, openDesktop, removeFolder, request, stageApp } from '#tests/support/desktop-app.ts';

let appFolder: string;
let dataFolder: string;

test.beforeAll(async () => {
  appFolder = await stageApp();
});

test.afterAll(() => removeFolder(appFolder));

test.beforeEach(async () => {
  dataFolder = await newFolder('data');
});

test.afterEach(() => removeFolder(dataFolder));

test('keeps every acknowledged event when everything is killed in the middle of appending', async () => {
  const first = await openDesktop({ appFolder, dataFolder });
  const main = await first.app.evaluate(() => process.pid);
  const acknowledged: string[] = [];
  const died = first.app.waitForEvent('close');
  setTimeout(() => process.kill(main, 'SIGKILL'), 600);
  try {
    for (let at = 0; ; at += 1) {
      const event = JSON.stringify({ id: `event-${at}` });
      const reply = await request(first.page, 'journal:append', { stream: 'review-1', events: [event] });
      if (reply.ok) acknowledged.push(event);
    }
  } catch {
    // The process is gone: that is the test.
  }
  await died;

  const second = await openDesktop({ appFolder, dataFolder });
  const journal = await request(second.page, 'journal:read', {});
  await second.app.close();
  const kept = journal.ok ? (journal.value.streams[0]?.events ?? []) : [];
  expect(acknowledged.length).toBeGreaterThan(5);
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
});

test('brings the page back when its process is killed', async () => {
  const { app, page } = await openDesktop({ appFolder, dataFolder });
  const pidOfPage = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);
  const pid = await pidOfPage();
  const loaded = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve('loaded'));
      }),
  );
  const crashed = page.waitForEvent('crash');
  process.kill(pid, 'SIGKILL');
  await crashed;
  expect(await loaded).toBe('loaded');
  expect(await pidOfPage()).not.toBe(pid);
  const reply = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript("andon.request('app:hello', {})"),
  );
  expect(reply).toMatchObject({ ok: true });
  await app.close();
});

test('opens once per data folder: a second start brings the first window to the front', async () => {
  const first = await openDesktop({ appFolder, dataFolder });
  const second = openDesktop({ appFolder, dataFolder });
  await expect(second).rejects.toThrow();
  expect((await request(first.page, 'app:hello', {})).ok).toBe(true);
  await first.app.close();
});
