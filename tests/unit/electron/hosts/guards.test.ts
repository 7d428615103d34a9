import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnAddress } from '#electron/hosts/desktop/address.ts';
import { isAllowedPermission, isOurFrame, mayLoad } from '#electron/hosts/desktop/guards.ts';
import { assertSecure, SECURE_PREFERENCES } from '#electron/hosts/desktop/preferences.ts';
import { serveScreen } from '#electron/hosts/desktop/protocol.ts';
import { createSession, isOurs } from '#electron/hosts/web/session.ts';
import { CONTENT_SECURITY_POLICY } from '#electron/services/screen-files.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const FOREIGN = [
  'app://evil/',
  'app://andon.evil/',
  'app://user@andon/',
  'app://andon:1/',
  'apps://andon/',
  'file:///etc/passwd',
  'file://10.0.0.1/share',
  'data:text/html,hello',
  'blob:https://andon/1',
  'javascript:alert(1)',
  'http://127.0.0.1:1/',
  'about:blank',
  '',
  'andon',
];

describe('the desktop’s guards', () => {
  it.each(FOREIGN)('take %j for somebody else’s address', (address) => {
    expect(isOwnAddress(address)).toBe(false);
  });

  it('know their own address', () => {
    expect(
      ['app://andon/', 'app://andon/?stage=review-1', 'app://andon/assets/a.js'].every(isOwnAddress),
    ).toBe(true);
  });

  it('load nothing from a network', () => {
    const denied = [
      'https://example.com/',
      'ws://localhost/',
      'file:///etc/passwd',
      'app://evil/',
      'ftp://x/',
    ];
    expect(denied.filter(mayLoad)).toEqual([]);
    expect(['app://andon/', 'blob:app://andon/1', 'data:image/png;base64,'].every(mayLoad)).toBe(true);
  });

  it('grant what the meeting needs and deny every other permission', () => {
    const asked = [
      'clipboard-read',
      'clipboard-sanitized-write',
      'display-capture',
      'fullscreen',
      'geolocation',
      'idle-detection',
      'media',
      'midi',
      'notifications',
      'openExternal',
      'persistent-storage',
      'pointerLock',
      'serial',
      'unknown',
      'usb',
    ];
    expect(asked.filter((permission) => isAllowedPermission(permission, 'app://andon/'))).toEqual([
      'clipboard-sanitized-write',
      'fullscreen',
      'persistent-storage',
    ]);
    expect(asked.filter((permission) => isAllowedPermission(permission, 'app://evil/'))).toEqual([]);
  });

  it('listen to the top frame of our own screen only', () => {
    const top = { url: 'app://andon/', parent: null };
    expect(isOurFrame(top)).toBe(true);
    expect(isOurFrame(null)).toBe(false);
    expect(isOurFrame({ url: 'data:text/html,x', parent: null })).toBe(false);
    expect(isOurFrame({ url: 'app://andon/', parent: top as never })).toBe(false);
  });

  it.each(Object.entries(SECURE_PREFERENCES))('refuse a window without %s %s', (name, value) => {
    const weakened = { ...SECURE_PREFERENCES, [name]: typeof value === 'boolean' ? !value : 'other' };
    expect(() => assertSecure(weakened)).toThrow(name);
  });
});

describe('app://andon', () => {
  it('serves the screen with its policy, and nothing that lies elsewhere', async () => {
    const folder = await temporaryFolder();
    const screen = path.join(folder, 'renderer');
    await mkdir(screen);
    await writeFile(path.join(screen, 'index.html'), '<title>Andon</title>');
    await writeFile(path.join(folder, 'secret.js'), 'secret');
    await symlink(path.join(folder, 'secret.js'), path.join(screen, 'link.js'));

    const index = await serveScreen('app://andon/?stage=review-1', screen);
    expect(await index.text()).toBe('<title>Andon</title>');
    expect(index.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    const elsewhere = [
      'app://andon/../secret.js',
      'app://andon/link.js',
      'app://andon/missing.js',
      'app://evil/',
    ];
    const statuses = await Promise.all(elsewhere.map(async (url) => (await serveScreen(url, screen)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});

describe('a web session', () => {
  it('lets an invitation in once and knows the browser by its cookie afterwards', () => {
    const session = createSession(4000);
    const token = session.invite();
    const cookie = session.cookie.split(';')[0];
    expect(session.knows(undefined)).toBe(false);
    expect(session.knows('andon_4000=wrong')).toBe(false);
    expect(session.accept('wrong')).toBe(false);
    expect(session.accept(token)).toBe(true);
    expect(session.accept(token)).toBe(false);
    expect(session.knows(`other=1; ${cookie}`)).toBe(true);
    expect(createSession(4000).knows(cookie)).toBe(false);
    expect(session.cookie).toMatch(/HttpOnly; SameSite=Strict/);
  });

  it.each([
    ['a name that leads here from elsewhere', { host: 'evil.example:4000' }, 'GET', false],
    ['another port', { host: '127.0.0.1:4001' }, 'GET', false],
    ['no host', {}, 'GET', false],
    ['our address', { host: '127.0.0.1:4000' }, 'GET', true],
    [
      'a request from another site',
      { host: '127.0.0.1:4000', origin: 'https://evil.example' },
      'POST',
      false,
    ],
    ['a request that says no origin', { host: '127.0.0.1:4000' }, 'POST', false],
    ['a request from a page without origin', { host: '127.0.0.1:4000', origin: 'null' }, 'POST', false],
    ['our page', { host: 'localhost:4000', origin: 'http://localhost:4000' }, 'POST', true],
    [
      'a browser that says it came from another site',
      { host: '127.0.0.1:4000', origin: 'http://127.0.0.1:4000', 'sec-fetch-site': 'cross-site' },
      'POST',
      false,
    ],
  ])('judges %s', (_, headers, method, ours) => {
    expect(isOurs(headers, method, 4000)).toBe(ours);
  });
});
