import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { unreadable } from '#electron/services/read-exports/file-failures.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';

/** SHA-256 of a file's bytes, so that one that was taken in before is known before it is read. */
export async function fingerprint(path: string, name: string): Promise<Result<string, Failure>> {
  try {
    const handle = await open(path, 'r');
    try {
      const hash = createHash('sha256');
      for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
      return ok(hash.digest('hex'));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return fail(unreadable(name, error));
  }
}
