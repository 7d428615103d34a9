import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readFrames, toFrame } from '#electron/services/journal-frame.ts';
import { createSegments, type Segments, segmentNames } from '#electron/services/journal-segments.ts';

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

async function toFrames(segments: Segments, events: readonly string[]): Promise<Buffer> {
  const frames: Buffer[] = [];
  for (const text of events) frames.push(toFrame(await segments.nextSequence(), text));
  return Buffer.concat(frames);
}

/** Appends to one stream. Only one write runs at a time; what queues up meanwhile shares one flush. */
function createStreamWriter(folder: string, device: string) {
  const segments = createSegments(folder, device);
  const waiting: Waiting[] = [];
  let running: Promise<void> | null = null;

  async function write(batch: readonly Waiting[]): Promise<void> {
    const parts: Buffer[] = [];
    for (const entry of batch) parts.push(await toFrames(segments, entry.events));
    await segments.append(Buffer.concat(parts));
    for (const [at, { events, settle }] of batch.entries()) {
      settle({ count: events.length, bytes: parts[at]?.length ?? 0 });
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0);
      try {
        await write(batch);
      } catch (error) {
        await segments.leave();
        for (const { settle } of batch) settle(error instanceof Error ? error : new Error(String(error)));
      }
    }
    running = null;
  }

  return {
    append: (events: readonly string[]): Promise<Appended> =>
      new Promise((resolve, reject) => {
        const settle = (outcome: Appended | Error) =>
          outcome instanceof Error ? reject(outcome) : resolve(outcome);
        waiting.push({ events, settle });
        running ??= run();
      }),
    close: async (): Promise<void> => {
      await running;
      await segments.leave();
    },
  };
}

async function readStream(
  folder: string,
): Promise<{ readonly events: string[]; readonly passedOver: number }> {
  const events: string[] = [];
  let passedOver = 0;
  for (const name of await segmentNames(folder)) {
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
      for (const stream of (await readdir(folder).catch(() => [])).sort()) {
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
