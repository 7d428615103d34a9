import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFrames } from '#electron/services/journal-frame.ts';
import { syncFolder } from '#electron/services/write-atomic.ts';

/** A segment that has grown to this size is left alone and the next one begun. */
const SEGMENT_BYTES = 256 * 1024;
const SEGMENT = /^[a-z0-9-]+\.(\d{6})\.log$/;

/** Names of a stream's segments, every device's, in the order in which they are read. */
export async function segmentNames(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => SEGMENT.test(name)).sort();
}

export type Segments = {
  /** Appends and answers only when the bytes are on the disk. After a throw, call `leave` before the next append. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  /** One more than the highest sequence number in the file that is appended to. */
  readonly nextSequence: () => Promise<number>;
  readonly leave: () => Promise<void>;
};

type OpenSegment = { readonly handle: FileHandle; size: number };

/** The files of one stream and device: appended to one after the other, never changed, never removed. */
export function createSegments(folder: string, device: string): Segments {
  let current: OpenSegment | null = null;
  let number = 0;
  let sequence = 0;

  async function start(): Promise<OpenSegment> {
    for (;;) {
      number += 1;
      const file = path.join(folder, `${device}.${String(number).padStart(6, '0')}.log`);
      try {
        const handle = await open(file, 'ax', 0o600);
        await syncFolder(folder);
        return { handle, size: 0 };
      } catch (error) {
        // Another host on the same data folder was quicker; the number after it is free.
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
    }
  }

  async function reopen(): Promise<OpenSegment> {
    await mkdir(folder, { recursive: true });
    await syncFolder(path.dirname(folder));
    const last = (await segmentNames(folder)).filter((name) => name.startsWith(`${device}.`)).at(-1);
    if (last === undefined) return start();
    const file = path.join(folder, last);
    const bytes = await readFile(file);
    const read = readFrames(bytes);
    sequence = Math.max(sequence, read.lastSequence);
    number = Math.max(number, Number(SEGMENT.exec(last)?.[1]));
    // A torn tail stays as it is: whatever comes after it belongs in a file that is whole.
    return read.endsWhole ? { handle: await open(file, 'a'), size: bytes.length } : start();
  }

  async function leave(): Promise<void> {
    const left = current;
    current = null;
    await left?.handle.close().catch(() => undefined);
  }

  async function ready(): Promise<OpenSegment> {
    current ??= await reopen();
    if (current.size < SEGMENT_BYTES) return current;
    await leave();
    current = await start();
    return current;
  }

  return {
    leave,
    nextSequence: async () => {
      await ready();
      sequence += 1;
      return sequence;
    },
    append: async (bytes) => {
      const segment = await ready();
      await segment.handle.appendFile(bytes);
      await segment.handle.datasync();
      segment.size += bytes.length;
    },
  };
}
