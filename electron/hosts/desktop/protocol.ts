import { readFile } from 'node:fs/promises';
import { isOwnAddress } from '#electron/hosts/desktop/address.ts';
import { resolveInside } from '#electron/services/path-guard.ts';
import { SCREEN_HEADERS, screenFile } from '#electron/services/screen-files.ts';

const NOT_FOUND = { status: 404, headers: SCREEN_HEADERS } as const;

/** Answers a request for a file of the screen. What is not a plain name below `folder` does not exist. */
export async function serveScreen(address: string, folder: string): Promise<Response> {
  const wanted = isOwnAddress(address) ? screenFile(new URL(address).pathname) : null;
  const file = wanted === null ? null : await resolveInside(folder, wanted.file);
  if (wanted === null || file === null) return new Response(null, NOT_FOUND);
  const content = await readFile(file);
  return new Response(content, { headers: { ...SCREEN_HEADERS, 'Content-Type': wanted.type } });
}
