import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Progress } from '#electron/services/exports.ts';
import { systemDecoding } from '#electron/services/read-exports/system-decoding.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { createReader, type ReadContext, type ReadOutcome } from '#shared/tabular/read.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

/** Larger files are refused before anything is read: what is different in them is held in memory while they are understood. */
export const LARGEST_EXPORT = 1024 ** 3;

const CHUNK_BYTES = 1024 * 1024;

export type FileRequest = {
  readonly path: string;
  /** The name that people know the file by. */
  readonly name: string;
  readonly settings: ReadSettings;
  readonly context: ReadContext;
};

export type Watch = {
  readonly isCancelled: () => boolean;
  readonly onProgress: (progress: Progress) => void;
};

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

function tooLarge(name: string, bytes: number): Failure {
  const size = (bytes / 1024 ** 3).toFixed(1);
  const message = `“${name}” has ${size} GB, Andon reads up to 1 GB. Export a shorter time, or fewer columns.`;
  return { code: 'too-large', message };
}

async function readOpen(
  handle: FileHandle,
  request: FileRequest,
  watch: Watch,
): Promise<Result<ReadOutcome, Failure>> {
  const { name, settings, context } = request;
  const before = await handle.stat();
  if (before.isDirectory()) return fail(unreadable(name, { code: 'EISDIR' }));
  if (before.size > LARGEST_EXPORT) return fail(tooLarge(name, before.size));
  const reader = createReader({ name, bytes: before.size }, settings, {
    ...context,
    decoding: systemDecoding,
  });
  const hash = createHash('sha256');
  const buffer = new Uint8Array(CHUNK_BYTES);
  let bytes = 0;
  for (;;) {
    if (watch.isCancelled()) return fail(CANCELLED);
    const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null);
    if (bytesRead === 0) break;
    // A plain array of bytes: what takes a part of it gets a copy, not a view of what the next read overwrites.
    const chunk = new Uint8Array(buffer.buffer, buffer.byteOffset, bytesRead);
    hash.update(chunk);
    reader.push(chunk);
    bytes += bytesRead;
    watch.onProgress({ bytes, total: Math.max(before.size, bytes), rows: reader.rows() });
  }
  const after = await handle.stat();
  if (after.size !== bytes || after.mtimeMs !== before.mtimeMs) {
    const message = `“${name}” was being written while it was read. Wait until it is complete and bring it again.`;
    return fail({ code: 'unreadable', message });
  }
  return ok(reader.end(hash.digest('hex')));
}

/** Reads an export from the disk in chunks. The file is only read; what is wrong with it is one sentence. */
export async function readFileExport(
  request: FileRequest,
  watch: Watch,
): Promise<Result<ReadOutcome, Failure>> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(request.path, 'r');
    return await readOpen(handle, request, watch);
  } catch (error) {
    return fail(unreadable(request.name, error));
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
