import { execFileSync, spawn } from 'node:child_process';
import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createJournal } from '#electron/services/journal.ts';
import { readFrames, toFrame } from '#electron/services/journal-frame.ts';
import { contract, MAX_EVENT_TEXT } from '#shared/ipc/contract.ts';
import { bundleForNode } from '#tests/support/bundle.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const DEVICE = 'device-1';
const event = (id: string | number) => JSON.stringify({ id: String(id) });
const eventTexts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 12 });

async function segments(folder: string, stream: string): Promise<readonly string[]> {
  const names = (await readdir(path.join(folder, stream))).sort();
  return names.map((name) => path.join(folder, stream, name));
}

describe('a journal', () => {
  it('gives back what was appended, by stream and in order', async () => {
    const folder = await temporaryFolder();
    const journal = createJournal(folder, DEVICE);
    await journal.append('review-1', [event(1), event(2)]);
    await journal.append('organization', [event(3)]);
    await journal.append('review-1', [event(4)]);
    await journal.close();
    expect(await createJournal(folder, DEVICE).read()).toEqual({
      streams: [
        { stream: 'organization', events: [event(3)] },
        { stream: 'review-1', events: [event(1), event(2), event(4)] },
      ],
      passedOver: 0,
    });
  });

  it('takes the largest event that may be asked for, in the script that needs most bytes', async () => {
    const folder = await temporaryFolder();
    const largest = '日'.repeat(MAX_EVENT_TEXT);
    expect(
      contract['journal:append'].input.safeParse({ stream: 'review-1', events: [largest] }).success,
    ).toBe(true);
    const journal = createJournal(folder, DEVICE);
    await journal.append('review-1', [largest, event(1)]);
    await journal.close();
    const { streams, passedOver } = await createJournal(folder, DEVICE).read();
    expect(passedOver).toBe(0);
    expect(streams[0]?.events.map((text) => text.length)).toEqual([MAX_EVENT_TEXT, event(1).length]);
  });

  it('is empty where nothing was ever written', async () => {
    const folder = path.join(await temporaryFolder(), 'nowhere');
    expect(await createJournal(folder, DEVICE).read()).toEqual({ streams: [], passedOver: 0 });
  });

  it('keeps the order of a hundred appends that were asked for at once', async () => {
    const folder = await temporaryFolder();
    const journal = createJournal(folder, DEVICE);
    const events = Array.from({ length: 100 }, (_, at) => event(at));
    const appended = await Promise.all(events.map((text) => journal.append('review-1', [text])));
    expect(appended.every((one) => one.count === 1 && one.bytes > 0)).toBe(true);
    expect((await journal.read()).streams[0]?.events).toEqual(events);
    await journal.close();
  });

  it('goes on in the same file after a restart', async () => {
    const folder = await temporaryFolder();
    for (const at of [1, 2, 3]) {
      const journal = createJournal(folder, DEVICE);
      await journal.append('review-1', [event(at)]);
      await journal.close();
    }
    expect(await segments(folder, 'review-1')).toHaveLength(1);
  });

  it('begins a new file when one has grown', async () => {
    const folder = await temporaryFolder();
    const journal = createJournal(folder, DEVICE);
    const large = Array.from({ length: 5 }, (_, at) => JSON.stringify({ id: at, text: 'x'.repeat(100_000) }));
    for (const text of large) await journal.append('review-1', [text]);
    await journal.close();
    expect((await segments(folder, 'review-1')).length).toBeGreaterThan(1);
    expect((await createJournal(folder, DEVICE).read()).streams[0]?.events).toEqual(large);
  });

  it('reads what other devices wrote and appends to its own file only', async () => {
    const folder = await temporaryFolder();
    const other = createJournal(folder, 'device-0');
    await other.append('review-1', [event('theirs')]);
    const theirs = await readFile((await segments(folder, 'review-1'))[0] ?? '');
    const journal = createJournal(folder, DEVICE);
    await journal.append('review-1', [event('ours')]);
    expect((await journal.read()).streams[0]?.events).toEqual([event('theirs'), event('ours')]);
    expect(await readFile((await segments(folder, 'review-1'))[0] ?? '')).toEqual(theirs);
    await Promise.all([journal.close(), other.close()]);
  });

  it('loses nothing to a second writer on the same folder', async () => {
    const folder = await temporaryFolder();
    const writers = [createJournal(folder, DEVICE), createJournal(folder, DEVICE)];
    const events = Array.from({ length: 60 }, (_, at) => event(at));
    await Promise.all(events.map((text, at) => writers[at % 2]?.append('review-1', [text])));
    const read = await createJournal(folder, DEVICE).read();
    expect([...(read.streams[0]?.events ?? [])].sort()).toEqual([...events].sort());
    await Promise.all(writers.map((writer) => writer.close()));
  });

  it('says so when it cannot write, and writes again when it can', async () => {
    const folder = await temporaryFolder();
    const journal = createJournal(folder, DEVICE);
    await writeFile(path.join(folder, 'review-1'), 'a file where the folder belongs');
    await expect(journal.append('review-1', [event(1)])).rejects.toThrow();
    await rm(path.join(folder, 'review-1'));
    await journal.append('review-1', [event(2)]);
    expect((await journal.read()).streams).toEqual([{ stream: 'review-1', events: [event(2)] }]);
    await journal.close();
  });
});

/** A disk of its own that is full soon, where this machine lets us make one. */
async function smallDisk(): Promise<string | null> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

describe('a journal on a full disk', () => {
  it('says of each append whether it is kept, and goes on once there is room', async ({ skip }) => {
    const folder = await smallDisk();
    if (folder === null) return skip('a small disk can be made by root on Linux only');
    const filler = path.join(folder, 'filler');
    await writeFile(filler, Buffer.alloc(64 * 1024));
    const journal = createJournal(path.join(folder, 'journal'), DEVICE);
    const kept: string[] = [];
    const refused: string[] = [];
    for (let at = 0; at < 40; at += 1) {
      const text = JSON.stringify({ id: at, text: 'x'.repeat(3000) });
      await journal.append('review-1', [text]).then(
        () => kept.push(text),
        () => refused.push(text),
      );
    }
    expect(kept.length).toBeGreaterThan(5);
    expect(refused.length).toBeGreaterThan(5);
    await rm(filler);
    for (const text of refused.slice(0, 3)) {
      await journal.append('review-1', [text]);
      kept.push(text);
    }
    const events = (await journal.read()).streams[0]?.events ?? [];
    expect(kept.filter((text) => !events.includes(text))).toEqual([]);
    await journal.close();
  });
});

describe('a damaged journal', () => {
  it('gives the longest whole beginning of a file that was cut anywhere', () => {
    fc.assert(
      fc.property(eventTexts, fc.nat(), (texts, at) => {
        const frames = texts.map((text, index) => toFrame(index + 1, text));
        const bytes = Buffer.concat(frames);
        const cut = at % (bytes.length + 1);
        const read = readFrames(bytes.subarray(0, cut));
        let whole = 0;
        for (let end = 0; whole < frames.length; whole += 1) {
          end += frames[whole]?.length ?? 0;
          if (end > cut) break;
        }
        expect(read.texts).toEqual(texts.slice(0, whole));
      }),
    );
  });

  it('loses one event to a flipped bit, never those behind it', () => {
    fc.assert(
      fc.property(eventTexts, fc.nat(), fc.nat(7), (texts, at, bit) => {
        const bytes = Buffer.concat(texts.map((text, index) => toFrame(index + 1, text)));
        const place = at % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
        const read = readFrames(bytes);
        expect(read.texts).toHaveLength(texts.length - 1);
        expect(read.passedOver).toBe(1);
        expect(texts).toEqual(expect.arrayContaining([...read.texts]));
      }),
    );
  });

  it('sets a torn tail aside: the file stays as it is and what comes next is whole', async () => {
    const folder = await temporaryFolder();
    const first = createJournal(folder, DEVICE);
    await first.append('review-1', [event(1), event(2)]);
    await first.close();
    const [torn = ''] = await segments(folder, 'review-1');
    await appendFile(torn, toFrame(3, event(3)).subarray(0, 20));
    const before = await readFile(torn);

    const second = createJournal(folder, DEVICE);
    await second.append('review-1', [event(4)]);
    await second.close();
    expect(await readFile(torn)).toEqual(before);
    expect(await createJournal(folder, DEVICE).read()).toEqual({
      streams: [{ stream: 'review-1', events: [event(1), event(2), event(4)] }],
      passedOver: 1,
    });
  });

  it('ignores files that are no journal', async () => {
    const folder = await temporaryFolder();
    await mkdir(path.join(folder, 'review-1'), { recursive: true });
    await writeFile(path.join(folder, 'review-1', '.DS_Store'), 'junk');
    await writeFile(path.join(folder, 'desktop.ini'), 'junk');
    expect(await createJournal(folder, DEVICE).read()).toEqual({ streams: [], passedOver: 0 });
  });
});

describe('a journal whose process is killed', () => {
  let bundle = '';

  beforeAll(async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'andon-bundle-'));
    bundle = await bundleForNode('tests/fixtures/append-forever.ts', folder);
  });

  afterAll(() => rm(path.dirname(bundle), { recursive: true, force: true }));

  /** Appends until it is killed in mid-flight; answers the ids that were acknowledged. */
  function appendUntilKilled(folder: string, round: number, aliveForMs: number): Promise<readonly string[]> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [bundle, folder, String(round)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        if (said === '') setTimeout(() => child.kill('SIGKILL'), aliveForMs);
        said += chunk.toString();
      });
      child.on('close', () => resolve(said.split('\n').slice(0, -1)));
    });
  }

  it('has every acknowledged event after twenty kills', { timeout: 60_000 }, async () => {
    const folder = await temporaryFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < 20; round += 1) {
      acknowledged.push(...(await appendUntilKilled(folder, round, 3 + ((round * 7) % 40))));
    }
    const read = await createJournal(folder, 'device-under-test').read();
    const kept = new Set(
      (read.streams[0]?.events ?? []).map((text) => (JSON.parse(text) as { id: string }).id),
    );
    expect(acknowledged.length).toBeGreaterThan(20);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });
});
