import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const PATIENCE_MS = 60_000;

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/** The page under a policy that lets nothing run or load. Headless printing itself needs scripts, so they stay on. */
export function withoutScripts(html: string): string {
  const start = /^\s*<!doctype html[^>]*>/i.exec(html)?.[0].length ?? 0;
  return `<!doctype html><meta http-equiv="Content-Security-Policy" content="${POLICY}">${html.slice(start)}`;
}

/** Prints a self-contained page with a browser of this machine: no scripts, no network, a profile of its own. */
export async function printWithChromium(chromium: string, html: string): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'andon-print-'));
  try {
    const page = path.join(folder, 'readout.html');
    const pdf = path.join(folder, 'readout.pdf');
    await writeFile(page, withoutScripts(html), { mode: 0o600 });
    // Chromium refuses to start sandboxed as root; the page is ours, without scripts and without a network.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [
      '--headless',
      '--disable-gpu',
      '--no-first-run',
      '--disable-extensions',
      '--host-resolver-rules=MAP * ~NOTFOUND',
      `--user-data-dir=${path.join(folder, 'profile')}`,
      '--no-pdf-header-footer',
      `--print-to-pdf=${pdf}`,
      ...asRoot,
      pathToFileURL(page).href,
    ];
    await run(chromium, args, { timeout: PATIENCE_MS });
    return new Uint8Array(await readFile(pdf));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
