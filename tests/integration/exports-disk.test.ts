import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ExportJob, Progress } from '#electron/services/exports.ts';
import { readExportFile } from '#electron/services/read-exports/read-exports.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const context = { entities: [], today: '2026-11-20', remembered: [] };
const builtWorker = path.resolve(import.meta.dirname, '../../dist/electron/read-exports-worker.js');

function job(file: string, more: Partial<ExportJob> = {}): ExportJob {
  const signal = new AbortController().signal;
  return {
    path: file,
    name: path.basename(file),
    settings: {},
    signal,
    onProgress: () => undefined,
    ...more,
  };
}

function read(file: string, more: Partial<ExportJob> = {}): ReturnType<typeof readExportFile> {
  return readExportFile(job(file, more), context);
}

/** A file of some megabytes: a long table of one metric. */
async function longExport(folder: string, rows: number): Promise<string> {
  const file = path.join(folder, 'long.csv');
  const lines = Array.from({ length: rows }, (_, row) => {
    const day = new Date(Date.UTC(2020, 0, 1 + (row % 900))).toISOString().slice(0, 10);
    return `deploys,service-${row % 40},${day},${row % 97}`;
  });
  await writeFile(file, `metric,service,date,value\n${lines.join('\n')}\n`);
  return file;
}

describe('an export on the disk', () => {
  it('is read with its hash, its size and progress', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'deploys 🚀.csv');
    await writeFile(file, 'date,service,deploys\n2026-04-06,a,1\n2026-04-13,a,2\n');
    const seen: Progress[] = [];
    const outcome = await read(file, { onProgress: (progress) => seen.push(progress) });
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        reading: {
          file: 'deploys 🚀.csv',
          bytes: 51,
          sha256: '95f5356e1904ee6045c64053d3a611fee826ae812a102fb858570b08737c9d1e',
          status: 'read',
        },
      },
    });
    expect(seen.at(-1)).toEqual({ bytes: 51, total: 51, rows: 0 });
  });

  it.each([
    ['is gone', async (folder: string) => path.join(folder, 'gone.csv'), /“gone.csv” is no longer there/],
    [
      'is a folder',
      async (folder: string) => {
        const inside = path.join(folder, 'exports');
        await mkdir(inside);
        return inside;
      },
      /“exports” is a folder/,
    ],
    [
      'is a link to nowhere',
      async (folder: string) => {
        const link = path.join(folder, 'link.csv');
        await symlink(path.join(folder, 'nothing'), link);
        return link;
      },
      /“link.csv” is no longer there/,
    ],
  ])('that %s is one sentence', async (_, make, message) => {
    const outcome = await read(await make(await temporaryFolder()));
    expect(outcome).toMatchObject({
      ok: false,
      failure: { code: 'unreadable', message: expect.stringMatching(message) },
    });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is one sentence', async () => {
    const file = path.join(await temporaryFolder(), 'secret.csv');
    await writeFile(file, 'a,b\n1,2\n');
    await chmod(file, 0o000);
    const outcome = await read(file);
    expect(outcome).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/may not be read by you/) },
    });
  });

  it.each(['csv', 'json'])(
    'of several megabytes of long decimals as %s gives each of them as it stands',
    async (kind) => {
      const folder = await temporaryFolder();
      const file = path.join(folder, `ratios.${kind}`);
      const rows = Array.from({ length: 40_000 }, (_, row) => ({
        day: new Date(Date.UTC(2020, 0, 1 + (row % 2000))).toISOString().slice(0, 10),
        service: `service-${Math.floor(row / 2000)}`,
        value: 100 + Math.sin(row) * 33,
      }));
      const text =
        kind === 'json'
          ? JSON.stringify(rows.map(({ day, service, value }) => ({ date: day, service, depth: value })))
          : `date,service,depth\n${rows.map(({ day, service, value }) => `${day},${service},${value}`).join('\n')}\n`;
      await writeFile(file, text);
      const outcome = await read(file, { settings: { decimal: '.' } });
      if (!outcome.ok) throw new Error(outcome.failure.message);
      const { points, reading } = outcome.value;
      expect(reading.questions).toEqual([]);
      const sum = (values: Iterable<number>) =>
        [...values]
          .map((value) => Math.abs(value))
          .sort()
          .reduce((a, b) => a + b, 0);
      expect(sum(points?.values ?? [])).toBe(sum(rows.map(({ value }) => value)));
    },
  );

  it('that grows while it is read is not taken half', async () => {
    const file = await longExport(await temporaryFolder(), 80_000);
    let grown: Promise<void> | null = null;
    const outcome = await read(file, {
      onProgress: () => {
        grown ??= appendFile(file, 'deploys,late,2026-01-01,1\n');
      },
    });
    await grown;
    expect(outcome).toMatchObject({
      ok: false,
      failure: { message: expect.stringMatching(/was being written/) },
    });
  });

  it('gives nothing once it is cancelled', async () => {
    const file = await longExport(await temporaryFolder(), 80_000);
    const controller = new AbortController();
    const outcome = await read(file, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });
});

describe.skipIf(!existsSync(builtWorker))('the built worker', () => {
  const script = pathToFileURL(builtWorker);

  it('gives the same as this thread, with its columns handed over', async () => {
    const file = await longExport(await temporaryFolder(), 20_000);
    const here = await read(file);
    const there = await readExportFile(job(file), context, { script });
    expect(there).toEqual(here);
    expect(there.ok && there.value.points?.values).toBeInstanceOf(Float64Array);
  });

  it('stops within a second wherever it is', async () => {
    const file = await longExport(await temporaryFolder(), 300_000);
    const controller = new AbortController();
    let read = 0;
    const reading = readExportFile(
      job(file, {
        signal: controller.signal,
        onProgress: ({ bytes, total }) => {
          read = bytes / total;
        },
      }),
      context,
      { script },
    );
    // All bytes are in and the long step of understanding them has begun.
    while (read < 1) await new Promise((resolve) => setTimeout(resolve, 5));
    const stopped = performance.now();
    controller.abort();
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(performance.now() - stopped).toBeLessThan(1000);
  });
});
