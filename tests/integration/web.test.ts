import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createListeners } from '#electron/hosts/web/listeners.ts';
import { startWebHost, WEB_CALLER } from '#electron/hosts/web/serve.ts';
import { createUploads } from '#electron/hosts/web/uploads.ts';
import { createAnswer } from '#electron/ipc/handle.ts';
import { createHandlers } from '#electron/ipc/handlers.ts';
import { CONTENT_SECURITY_POLICY } from '#electron/services/screen-files.ts';
import { decode, encode } from '#shared/ipc/wire.ts';
import { hostForTest, servicesForTest } from '#tests/support/services.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

type Sent = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
};

/** Sends exactly these headers: `fetch` would not let a test say `Host`, `Origin` or `Cookie`. */
function send(
  port: number,
  target: string,
  options: {
    readonly method?: string;
    readonly headers?: Record<string, string>;
    readonly body?: Uint8Array | string;
  } = {},
): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options;
    const asked = httpRequest({ host: '127.0.0.1', port, path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function webHost() {
  const screenFolder = path.join(await temporaryFolder(), 'renderer');
  await mkdir(screenFolder);
  await writeFile(path.join(screenFolder, 'index.html'), '<title>Andon</title>');
  const services = await servicesForTest();
  const listeners = createListeners();
  const uploads = createUploads(services.grants, WEB_CALLER.owner);
  const { host } = hostForTest();
  const web = await startWebHost({
    port: 0,
    screenFolder,
    answer: createAnswer(createHandlers({ ...services, discard: uploads.discard }, host), services.log),
    uploads,
    listeners,
    log: services.log,
  });
  onTestFinished(async () => {
    await web.close();
    await uploads.close();
  });
  const invitation = new URL(web.invitation());
  const own = `http://127.0.0.1:${web.port}`;
  const admitted = await send(web.port, invitation.pathname + invitation.search);
  const cookie = String((admitted.headers['set-cookie'] as readonly string[])[0]).split(';')[0] ?? '';
  const post = (target: string, body: Uint8Array | string) =>
    send(web.port, target, { method: 'POST', headers: { cookie, origin: own }, body });
  return { web, invitation, admitted, cookie, own, post, services, listeners };
}

describe('the web host', () => {
  it('turns its one-time address into a cookie, and serves the screen with the desktop’s policy', async () => {
    const { web, invitation, admitted, cookie } = await webHost();
    expect(admitted).toMatchObject({ status: 303, headers: { location: '/' } });
    const again = await send(web.port, invitation.pathname + invitation.search);
    expect(again.status).toBe(403);
    const screen = await send(web.port, '/', { headers: { cookie } });
    expect(screen.body.toString()).toBe('<title>Andon</title>');
    expect(screen.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  });

  it('shows nothing to a browser that was not invited', async () => {
    const { web, own } = await webHost();
    const asked = await Promise.all([
      send(web.port, '/'),
      send(web.port, '/messages'),
      send(web.port, '/?token=guessed'),
      send(web.port, '/rpc/app:hello', { method: 'POST', headers: { origin: own }, body: encode({}) }),
      send(web.port, '/offer?name=a.csv', { method: 'POST', headers: { origin: own }, body: 'a' }),
    ]);
    expect(asked.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  });

  it('refuses an invited browser that was led here by another site', async () => {
    const { web, cookie, own } = await webHost();
    const rebound = await send(web.port, '/', { headers: { cookie, host: 'evil.example' } });
    const forged = await send(web.port, '/rpc/app:hello', {
      method: 'POST',
      headers: { cookie, origin: 'https://evil.example' },
      body: encode({}),
    });
    const crossSite = await send(web.port, '/rpc/app:hello', {
      method: 'POST',
      headers: { cookie, origin: own, 'sec-fetch-site': 'cross-site' },
      body: encode({}),
    });
    expect([rebound.status, forged.status, crossSite.status]).toEqual([403, 403, 403]);
  });

  it('answers the contract, typed arrays included', async () => {
    const { post } = await webHost();
    const columns = new Uint8Array([1, 2, 255]);
    await post('/rpc/snapshot:keep', encode({ id: 'aa11', header: '{}', columns }));
    const kept = await post('/rpc/snapshot:read', encode({ id: 'aa11' }));
    expect(decode(kept.body)).toEqual({ ok: true, value: { header: '{}', columns } });
  });

  it('says that it did not understand, when it did not, and goes on', async () => {
    const { post } = await webHost();
    expect((await post('/rpc/app:hello', 'not encoded')).status).toBe(400);
    expect(decode((await post('/rpc/app:unheard', encode({}))).body)).toMatchObject({
      failure: { code: 'malformed' },
    });
    expect(decode((await post('/rpc/app:hello', encode({}))).body)).toMatchObject({ ok: true });
  });

  it('takes a dropped file under its own name and removes its copy when it is released', async () => {
    const { post, services } = await webHost();
    const offered = decode((await post('/offer?name=..%2Fgr%C3%B6%C3%9Fe%20(1).csv', 'week,value\n')).body);
    expect(offered).toMatchObject({ ok: true, value: { name: 'größe (1).csv', bytes: 11 } });
    const { token } = (offered as { readonly value: { readonly token: string } }).value;
    const kept = services.grants.find(WEB_CALLER.owner, token)?.path ?? '';
    expect(await readdir(path.dirname(kept))).toEqual([path.basename(kept)]);
    await post('/rpc/export:release', encode({ token }));
    expect(await readdir(path.dirname(kept))).toEqual([]);
  });

  it('finds no file beside the screen', async () => {
    const { web, cookie } = await webHost();
    const targets = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2fpackage.json',
      '/missing.js',
      '//etc/passwd',
    ];
    const answers = await Promise.all(
      targets.map((target) => send(web.port, target, { headers: { cookie } })),
    );
    expect(answers.map((answer) => answer.status)).toEqual(targets.map(() => 404));
  });

  it('tells its pages what arrived', async () => {
    const { web, cookie, listeners } = await webHost();
    const heard = new Promise<string>((resolve) => {
      const asked = httpRequest(
        { host: '127.0.0.1', port: web.port, path: '/messages', headers: { cookie } },
        (response) => {
          response.on('data', (chunk: Buffer) => {
            if (chunk.toString().startsWith('event')) resolve(chunk.toString());
            else listeners.tell('inbox:arrived', { token: 'x'.repeat(22), name: 'dora.csv' });
          });
          response.on('error', () => undefined);
        },
      );
      asked.on('error', () => undefined);
      asked.end();
    });
    expect(await heard).toBe(
      `event: inbox:arrived\ndata: {"token":"${'x'.repeat(22)}","name":"dora.csv"}\n\n`,
    );
  });
});
