import { expect, test } from '@playwright/test';
import { inMainPage, openDesktop, pageProcess, pageReloaded, request } from '#tests/support/desktop-app.ts';
import { ownFolders } from '#tests/support/desktop-folders.ts';

const folders = ownFolders();

test('keeps every acknowledged event when everything is killed in the middle of appending', async () => {
  const first = await openDesktop(folders);
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

  const second = await openDesktop(folders);
  const journal = await request(second.page, 'journal:read', {});
  await second.app.close();
  const kept = journal.ok ? (journal.value.streams[0]?.events ?? []) : [];
  expect(acknowledged.length).toBeGreaterThan(5);
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
});

test('brings the page back when its process is killed', async () => {
  const { app } = await openDesktop(folders);
  const before = await pageProcess(app);
  const reloaded = pageReloaded(app);
  process.kill(before, 'SIGKILL');
  await reloaded;
  await expect.poll(() => pageProcess(app)).not.toBe(before);
  expect(await inMainPage(app, "andon.request('app:hello', {})")).toMatchObject({ ok: true });
  await app.close();
});

test('opens once per data folder: a second start brings the first window to the front', async () => {
  const first = await openDesktop(folders);
  const second = openDesktop(folders);
  await expect(second).rejects.toThrow();
  expect((await request(first.page, 'app:hello', {})).ok).toBe(true);
  await first.app.close();
});
