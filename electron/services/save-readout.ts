import path from 'node:path';
import { writeAtomic } from '#electron/services/write-atomic.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';

type Saved = { readonly kind: 'saved'; readonly name: string };

const WHY: Readonly<Record<string, string>> = {
  EACCES: 'the folder does not let Andon write there',
  EPERM: 'the folder does not let Andon write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'the folder is no longer there',
};

/** Writes what leaves the app to where the user said, whole or not at all. */
export async function saveReadout(
  file: string,
  content: Uint8Array | string,
): Promise<Result<Saved, Failure>> {
  const name = path.basename(file);
  try {
    await writeAtomic(file, content);
    return ok({ kind: 'saved', name });
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? ''] ?? 'the disk refused it';
    return fail({ code: 'not-saved', message: `${name} was not saved: ${why}. Save it somewhere else.` });
  }
}
