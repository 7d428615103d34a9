import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { CONTENT_SECURITY_POLICY } from '#electron/services/screen-files.ts';
import { request } from '#tests/support/desktop-app.ts';
import { oneDesktop } from '#tests/support/desktop-folders.ts';

const desktop = oneDesktop();

test('opens its window at the one address that it keeps', async () => {
  expect(desktop().page.url()).toBe('app://andon/');
  await expect(desktop().page).toHaveTitle(/Andon/);
});

test('gives the page three functions, frozen, and nothing else of Electron or Node', async () => {
  const surface = await desktop().page.evaluate(() => {
    const bridge = (window as unknown as { readonly andon: object }).andon;
    return {
      keys: Object.keys(bridge).sort(),
      frozen: Object.isFrozen(bridge),
      node: [
        typeof Reflect.get(window, 'require'),
        typeof Reflect.get(window, 'process'),
        typeof Reflect.get(window, 'module'),
      ],
    };
  });
  expect(surface).toEqual({
    keys: ['offer', 'request', 'subscribe'],
    frozen: true,
    node: ['undefined', 'undefined', 'undefined'],
  });
});

test('is really sandboxed: nobody turned it off, and the kernel filters what the page may call', async () => {
  const { commandLine, page } = await desktop().app.evaluate(({ BrowserWindow }) => ({
    commandLine: process.argv.join(' '),
    page: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
  }));
  expect(commandLine).not.toContain('no-sandbox');
  test.skip(process.platform !== 'linux', 'only Linux tells about the filter in /proc');
  const status = readFileSync(`/proc/${page}/status`, 'utf8');
  expect(/^Seccomp:\s+(\d)/m.exec(status)?.[1]).toBe('2');
});

test('serves the screen with the content security policy, and nothing beside it', async () => {
  const answers = await desktop().page.evaluate(async () => {
    const ask = (address: string) =>
      fetch(address).then(
        (answer) => answer.status,
        () => 'refused',
      );
    const own = await fetch('app://andon/');
    return {
      policy: own.headers.get('content-security-policy'),
      missing: await ask('app://andon/../package.json'),
      encoded: await ask('app://andon/%2e%2e/package.json'),
      other: await ask('app://other/'),
      network: await ask('https://example.com/'),
    };
  });
  expect(answers.policy).toBe(CONTENT_SECURITY_POLICY);
  expect(answers).toMatchObject({ missing: 404, encoded: 404, other: 'refused', network: 'refused' });
});

test('answers its own window', async () => {
  expect(await request(desktop().page, 'app:hello', {})).toMatchObject({
    ok: true,
    value: { host: 'desktop', inbox: null },
  });
});

test('refuses a window that shows something else, even with the same preload', async () => {
  const refused = await desktop().app.evaluate(async ({ BrowserWindow, app }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/electron/preload.cjs`, sandbox: true },
    });
    await foreign.loadURL('data:text/html,<title>Foreign</title>');
    const reply: unknown = await foreign.webContents.executeJavaScript("andon.request('app:hello', {})");
    foreign.destroy();
    return reply;
  });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
});

test('refuses a window that came to our address by itself', async () => {
  const refused = await desktop().app.evaluate(async ({ BrowserWindow, app }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: { preload: `${app.getAppPath()}/dist/electron/preload.cjs`, sandbox: true },
    });
    await foreign.loadURL('app://andon/');
    const reply: unknown = await foreign.webContents.executeJavaScript("andon.request('app:hello', {})");
    foreign.destroy();
    return reply;
  });
  expect(refused).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
});

test('refuses channels that do not exist and requests that say too much', async () => {
  const replies = await desktop().page.evaluate(async () => {
    const { andon } = window as unknown as {
      andon: { request: (channel: string, input: unknown) => unknown };
    };
    return [
      await andon.request('andon:offer', ['/etc/passwd']),
      await andon.request('app:hello', { extra: true }),
      await andon.request('journal:append', { stream: '../../etc', events: ['{}'] }),
    ];
  });
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, failure: { code: 'malformed' } });
});

test('turns a picked file into a grant without its path', async () => {
  const file = path.join(desktop().dataFolder, 'dora.csv');
  await writeFile(file, 'week,value\n2026-01-05,1\n', { mode: 0o644 });
  await desktop().page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'pick';
    document.body.append(input);
  });
  await desktop().page.locator('#pick').setInputFiles(file);
  const grants = await desktop().page.evaluate(() => {
    const { andon } = window as unknown as { andon: { offer: (files: readonly File[]) => unknown } };
    const input = document.querySelector<HTMLInputElement>('#pick');
    return andon.offer([...(input?.files ?? []), new File(['made up'], 'made-up.csv')]);
  });
  expect(grants).toEqual({
    ok: true,
    value: [{ token: expect.stringMatching(/^[\w-]{22}$/), name: 'dora.csv', bytes: 24 }],
  });
});

test('prints a readout to PDF, without running its scripts', async () => {
  const target = path.join(desktop().dataFolder, 'readout.pdf');
  await desktop().app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, target);
  const reply = await desktop().page.evaluate(() => {
    const { andon } = window as unknown as {
      andon: { request: (channel: string, input: unknown) => unknown };
    };
    const html = '<!doctype html><h1>Readout</h1><script>document.body.textContent = ""</script>';
    return andon.request('readout:print', { html, suggestedName: 'readout.pdf' });
  });
  expect(reply).toEqual({ ok: true, value: { kind: 'saved', name: 'readout.pdf' } });
  const pdf = readFileSync(target);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.length).toBeGreaterThan(5000);
});

test('opens the stage as a second window of the same screen, and closes it', async () => {
  const stage = desktop().app.waitForEvent('window');
  await request(desktop().page, 'stage:open', { review: 'review-1' });
  const window = await stage;
  await window.waitForLoadState('domcontentloaded');
  expect(window.url()).toBe('app://andon/?stage=review-1');
  const closed = window.waitForEvent('close');
  await request(desktop().page, 'stage:close', {});
  await closed;
  expect(desktop().app.windows()).toHaveLength(1);
});

test('stays where it is: no navigation, no new window, no permission', async () => {
  const { page, app } = desktop();
  const opened = await page.evaluate(() => window.open('app://andon/'));
  expect(opened).toBeNull();
  const camera = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: Error) => error.name,
    ),
  );
  expect(camera).not.toBe('granted');
  const notifications = await page.evaluate(() => Notification.requestPermission());
  expect(notifications).toBe('denied');
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.url()).toBe('app://andon/');
  expect(app.windows()).toHaveLength(1);
});
