import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Progress } from '#electron/services/exports.ts';
import {
  CANCELLED,
  LARGEST_EXPORT,
  tooLarge,
  unreadable,
} from '#electron/services/read-exports/file-failures.ts';
import { systemDecoding } from '#electron/services/read-exports/system-decoding.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { createReader, type ReadContext, type ReadOutcome } from '#shared/tabular/read.ts';
import type { ReadSettings } from '#shared/tabular/reading.ts';

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
