import { BrowserWindow, session } from 'electron';
import { SCHEME } from '#electron/hosts/desktop/address.ts';
import { guardContents } from '#electron/hosts/desktop/guards.ts';
import { assertSecure, SECURE_PREFERENCES } from '#electron/hosts/desktop/preferences.ts';

const PAGE = `${SCHEME}://readout/`;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** Prints a self-contained page in a hidden window of its own: no scripts, no network, nothing kept. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  // Without `persist:` a partition lives in memory only.
  const apart = session.fromPartition(`print-${Date.now()}`);
  apart.protocol.handle(SCHEME, (request) => {
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': POLICY };
    return request.url === PAGE ? new Response(html, { headers }) : new Response(null, { status: 404 });
  });
  apart.setPermissionRequestHandler((_, __, answer) => answer(false));
  apart.webRequest.onBeforeRequest((request, answer) =>
    answer({ cancel: request.url !== PAGE && !request.url.startsWith('data:') }),
  );
  const window = new BrowserWindow({
    show: false,
    webPreferences: assertSecure({
      ...SECURE_PREFERENCES,
      session: apart,
      javascript: false,
      devTools: false,
    }),
  });
  try {
    guardContents(window.webContents);
    await window.loadURL(PAGE);
    return await window.webContents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  } finally {
    window.destroy();
    apart.protocol.unhandle(SCHEME);
  }
}
