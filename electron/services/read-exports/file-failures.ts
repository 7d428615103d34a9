import type { Failure } from '#shared/ipc/failure.ts';

/** Larger files are refused before anything is read: what is different in them is held in memory while they are understood. */
export const LARGEST_EXPORT = 1024 ** 3;

/** Why nothing came of a reading that was stopped. */
export const CANCELLED: Failure = { code: 'cancelled', message: 'Reading was stopped; nothing was changed.' };

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'is no longer there. Put it back, or bring it from where it is now.',
  EISDIR: 'is a folder. Bring the files in it, or make it the inbox.',
  EACCES: 'may not be read by you. Change its permissions, or copy it to a folder of your own.',
  EPERM: 'may not be read by you. Change its permissions, or copy it to a folder of your own.',
  EBUSY: 'is held by another program. Close it there and bring it again.',
  ELOOP: 'is a link that leads nowhere. Bring the file itself.',
};

/** Why a file cannot be read, as one sentence. */
export function unreadable(name: string, error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException | null)?.code ?? '';
  const why = WHY[code] ?? 'could not be read to its end. Bring it again.';
  return { code: 'unreadable', message: `“${name}” ${why}` };
}

/** That a file is larger than what is read. */
export function tooLarge(name: string, bytes: number): Failure {
  const size = (bytes / 1024 ** 3).toFixed(1);
  const message = `“${name}” has ${size} GB, Andon reads up to 1 GB. Export a shorter time, or fewer columns.`;
  return { code: 'too-large', message };
}
