import { type FileHandle, mkdir, open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFrames, toFrame } from '#electron/services/journal-frame.ts';
import { syncFolder } from '#electron/services/write-atomic.ts';

/** A segment that has grown to this size is left alone and the next one begun. */
const SEGMENT_BYTES = 256 * 1024;
const SEGMENT = /^[a-z0-9-]+\.(\d{6})\.log$/;

export type Appended = { readonly count: number; readonly bytes: number };

export type JournalRead = {
  readonly streams: readonly { readonly stream: string; readonly events: readonly string[] }[];
  readonly passedOver: number;
};

export type Journal = {
  /** Appends events; answers when they are on the disk, and throws when they are not. */
  readonly append: (stream: string, events: readonly string[]) => Promise<Appended>;
  readonly read: () => Promise<JournalRead>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly events: readonly string[];
  readonly settle: (outcome: Appended | Error) => void;
};

type OpenSegment = { readonly handle: FileHandle; size: number };

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

function segmentNumber(name: string): number {
  return Number(SEGMENT.exec(name)?.[1] ?? 0);
}

/** One stream's files of this device. Only one append runs at a time; what queues up meanwhile shares one flush. */
function createStreamWriter(folder: string, device: string) {
  const waiting: Waiting[] = [];
  let segment: OpenSegment | null = null;
  let sequence = 0;
  let lastNumber = 0;
  let running: Promise<void> | null = null;

  async function startSegment(): Promise<OpenSegment> {
    for (;;) {
      lastNumber += 1;
      const file = path.join(folder, `${device}.${String(lastNumber).padStart(6, '0')}.log`);
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

  async function openLast(): Promise<OpenSegment> {
    await mkdir(folder, { recursive: true });
    await syncFolder(path.dirname(folder));
    const own = (await namesIn(folder)).filter((name) => name.startsWith(`${device}.`) && SEGMENT.test(name));
    const last = own.sort().at(-1);
    if (last === undefined) return startSegment();
    const file = path.join(folder, last);
    const bytes = await readFile(file);
    const read = readFrames(bytes);
    sequence = Math.max(sequence, read.lastSequence);
    lastNumber = Math.max(lastNumber, segmentNumber(last));
    // A torn tail stays as it is: whatever comes after it belongs in a file that is whole.
    if (!read.endsWhole || bytes.length >= SEGMENT_BYTES) return startSegment();
    return { handle: await open(file, 'a'), size: bytes.length };
  }

  async function leaveSegment(): Promise<void> {
    const left = segment;
    segment = null;
    await left?.handle.close().catch(() => undefined);
  }

  async function write(batch: readonly Waiting[]): Promise<void> {
    segment ??= await openLast();
    if (segment.size >= SEGMENT_BYTES) {
      await leaveSegment();
      segment = await startSegment();
    }
    const sizes: number[] = [];
    const frames = batch.flatMap((entry) => {
      const own = entry.events.map((text) => toFrame(++sequence, text));
      sizes.push(own.reduce((sum, frame) => sum + frame.length, 0));
      return own;
    });
    const bytes = Buffer.concat(frames);
    await segment.handle.appendFile(bytes);
    await segment.handle.datasync();
    segment.size += bytes.length;
    for (const [at, entry] of batch.entries()) {
      entry.settle({ count: entry.events.length, bytes: sizes[at] ?? 0 });
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        await write(batch);
      } catch (error) {
        await leaveSegment();
        for (const entry of batch) entry.settle(error instanceof Error ? error : new Error(String(error)));
      }
    }
    running = null;
  }

  return {
    append: (events: readonly string[]): Promise<Appended> =>
      new Promise((resolve, reject) => {
        waiting.push({
          events,
          settle: (outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome)),
        });
        running ??= run();
      }),
    close: async (): Promise<void> => {
      await running;
      await leaveSegment();
    },
  };
}

async function readStream(
  folder: string,
): Promise<{ readonly events: string[]; readonly passedOver: number }> {
  const names = (await namesIn(folder)).filter((name) => SEGMENT.test(name)).sort();
  const events: string[] = [];
  let passedOver = 0;
  for (const name of names) {
    const bytes = await readFile(path.join(folder, name)).catch(() => null);
    const read = bytes === null ? null : readFrames(bytes);
    for (const text of read?.texts ?? []) events.push(text);
    passedOver += read?.passedOver ?? 1;
  }
  return { events, passedOver };
}

/** The journal below `folder`: one folder per stream, in it the segments of each device, appended to and never changed. */
export function createJournal(folder: string, device: string): Journal {
  const writers = new Map<string, ReturnType<typeof createStreamWriter>>();

  function writerOf(stream: string) {
    const known = writers.get(stream);
    if (known !== undefined) return known;
    const made = createStreamWriter(path.join(folder, stream), device);
    writers.set(stream, made);
    return made;
  }

  return {
    append: (stream, events) => writerOf(stream).append(events),

    read: async () => {
      const streams: { stream: string; events: readonly string[] }[] = [];
      let passedOver = 0;
      for (const stream of [...(await namesIn(folder))].sort()) {
        const read = await readStream(path.join(folder, stream));
        if (read.events.length > 0) streams.push({ stream, events: read.events });
        passedOver += read.passedOver;
      }
      return { streams, passedOver };
    },

    close: async () => {
      await Promise.all([...writers.values()].map((writer) => writer.close()));
    },
  };
}
