import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { readBody, TooLarge } from '#electron/hosts/web/body.ts';
import type { Listeners } from '#electron/hosts/web/listeners.ts';
import { createSession, isOurs } from '#electron/hosts/web/session.ts';
import type { Uploads } from '#electron/hosts/web/uploads.ts';
import type { Answer, Caller } from '#electron/ipc/handle.ts';
import type { Log } from '#electron/services/log.ts';
import { resolveInside } from '#electron/services/path-guard.ts';
import { SCREEN_HEADERS, screenFile } from '#electron/services/screen-files.ts';
import { decode, encode } from '#shared/ipc/wire.ts';

/** Snapshots and printed readouts are the largest requests; beyond this something is wrong. */
const MAX_REQUEST_BYTES = 256 * 1024 * 1024;
const LOOPBACK = '127.0.0.1';
const NOT_INVITED = 'Open the address that Andon printed in its terminal. Enter there prints a new one.';
/** Every window of the browser that was let in is one caller. */
export const WEB_CALLER: Caller = { owner: 'web' };

export type WebHost = {
  readonly port: number;
  /** An address that lets one browser in, once. */
  readonly invitation: () => string;
  readonly close: () => Promise<void>;
};

export type WebHostOptions = {
  readonly port: number;
  readonly screenFolder: string;
  readonly answer: Answer;
  readonly uploads: Uploads;
  readonly listeners: Listeners;
  readonly log: Log;
};

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...SCREEN_HEADERS, 'Content-Type': type }).end(body);
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  send(response, status, 'text/plain; charset=utf-8', `${sentence}\n`);
}

function admit(response: ServerResponse, cookie: string, site: string): void {
  const headers = { ...SCREEN_HEADERS, 'Set-Cookie': cookie };
  if (site === 'none' || site === 'same-origin' || site === '') {
    response.writeHead(303, { ...headers, Location: '/' }).end();
    return;
  }
  // Came by a link on another site: a strict cookie travels only once the navigation starts from our own page.
  response
    .writeHead(200, { ...headers, 'Content-Type': 'text/html; charset=utf-8', Refresh: '0; url=/' })
    .end('<!doctype html><title>Andon</title><a href="/">Open Andon</a>');
}

async function sendScreen(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const wanted = screenFile(pathname);
  const file = wanted === null ? null : await resolveInside(folder, wanted.file);
  if (wanted === null || file === null) {
    refuse(response, 404, 'There is nothing at this address.');
    return;
  }
  response.writeHead(200, { ...SCREEN_HEADERS, 'Content-Type': wanted.type });
  await pipeline(createReadStream(file), response);
}

async function sendReply(
  request: IncomingMessage,
  response: ServerResponse,
  channel: string,
  answer: Answer,
) {
  const input = decode(await readBody(request, MAX_REQUEST_BYTES));
  const reply = await answer(channel, input, WEB_CALLER);
  send(response, 200, 'application/octet-stream', encode(reply));
}

async function takeUpload(request: IncomingMessage, response: ServerResponse, url: URL, uploads: Uploads) {
  const reply = await uploads.take(request, url.searchParams.get('name') ?? '');
  send(response, 200, 'application/octet-stream', encode(reply));
}

/** Answers the one browser that was let in. */
async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  { screenFolder, answer, uploads, listeners }: WebHostOptions,
): Promise<void> {
  const isPost = request.method === 'POST';
  if (isPost && url.pathname.startsWith('/rpc/')) {
    await sendReply(request, response, url.pathname.slice('/rpc/'.length), answer);
  } else if (isPost && url.pathname === '/offer') {
    await takeUpload(request, response, url, uploads);
  } else if (request.method !== 'GET') {
    refuse(response, 405, 'Andon does not do this.');
  } else if (url.pathname === '/messages') {
    listeners.add(response);
  } else {
    await sendScreen(response, screenFolder, url.pathname);
  }
}

/** Serves the screen and the contract on this machine's loopback address, to one invited browser only. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const { listeners, log } = options;
  let port = 0;
  let session = createSession(port);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const url = new URL(request.url ?? '/', `http://${LOOPBACK}:${port}`);
    if (!isOurs(request.headers, method, port)) {
      refuse(response, 403, 'This address is only for Andon on this machine.');
      return;
    }
    const token = url.searchParams.get('token');
    const known = session.knows(request.headers.cookie);
    if (method === 'GET' && url.pathname === '/' && token !== null && (known || session.accept(token))) {
      admit(response, session.cookie, String(request.headers['sec-fetch-site'] ?? ''));
      return;
    }
    if (!known) {
      refuse(response, 403, NOT_INVITED);
      return;
    }
    await serve(request, response, url, options);
  }

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (!(error instanceof TooLarge)) log.trouble('web request', error);
      if (response.headersSent) response.destroy();
      else if (error instanceof TooLarge) refuse(response, 413, 'This is more than Andon takes at once.');
      else refuse(response, 400, 'Andon did not understand this request.');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, LOOPBACK, resolve);
  });
  port = (server.address() as AddressInfo).port;
  session = createSession(port);

  return {
    port,
    invitation: () => `http://${LOOPBACK}:${port}/?token=${session.invite()}`,
    close: async () => {
      listeners.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
