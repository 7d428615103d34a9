import { appendFile, mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGrants } from '#electron/services/grants.ts';
import { createInbox, type InboxFile } from '#electron/services/inbox.ts';
import { openSettings } from '#electron/services/settings.ts';
import { temporaryFolder } from '#tests/support/temporary.ts';

const STILL_FOR_MS = 60;
/** Long enough for a file that lies still to be seen twice, on a busy machine too. */
const SETTLED_MS = STILL_FOR_MS * 8;

async function watchedInbox(polling = false, dataFolder?: string) {
  const folder = await temporaryFolder();
  const settings = await openSettings(dataFolder ?? (await temporaryFolder()));
  const grants = createGrants();
  const arrived: InboxFile[] = [];
  const inbox = createInbox({
    settings,
    grants,
    arrived: (file) => arrived.push(file),
    stillForMs: STILL_FOR_MS,
    polling,
  });
  onTestFinished(() => inbox.close());
  await inbox.set(folder);
  const names = () => arrived.map((file) => file.name);
  return { folder, settings, grants, inbox, arrived, names };
}

describe.each([
  ['listening', false],
  ['polling', true],
])('the inbox, %s', (_, polling) => {
  it('offers what lies there and what arrives later', async () => {
    const { folder, inbox, names, arrived, grants } = await watchedInbox(polling);
    await writeFile(path.join(folder, 'dora.csv'), 'week,value\n');
    await vi.waitFor(() => expect(names()).toEqual(['dora.csv']), 5000);
    expect(arrived[0]).toMatchObject({ bytes: 11, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(grants.find('window 1', arrived[0]?.token ?? '')?.path).toBe(path.join(folder, 'dora.csv'));
    expect(await inbox.list()).toEqual({
      folder: { name: path.basename(folder) },
      trouble: null,
      files: [arrived[0]],
      notes: [],
      moveTaken: false,
    });
  });

  it('waits until a file that grows is whole', async () => {
    const { folder, arrived } = await watchedInbox(polling);
    const file = path.join(folder, 'slow.csv');
    for (let line = 0; line < 12; line += 1) {
      await appendFile(file, `2026-01-${line + 10},${line}\n`);
      await pause(STILL_FOR_MS / 3);
    }
    await vi.waitFor(() => expect(arrived).toHaveLength(1), 5000);
    await pause(SETTLED_MS);
    expect(arrived.map((one) => one.bytes)).toEqual([12 * '2026-01-10,0\n'.length + 2]);
  });
});

describe('the inbox', () => {
  it('announces one content once, under whatever name it comes again', async () => {
    const { folder, names } = await watchedInbox();
    await writeFile(path.join(folder, 'a.csv'), 'same');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv']), 5000);
    await writeFile(path.join(folder, 'b.csv'), 'same');
    await writeFile(path.join(folder, 'c.csv'), 'other');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv', 'c.csv']), 5000);
    await pause(SETTLED_MS);
    expect(names()).toEqual(['a.csv', 'c.csv']);
  });

  it('announces a file again when its content changed', async () => {
    const { folder, names, inbox } = await watchedInbox();
    await writeFile(path.join(folder, 'a.csv'), 'week 1');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv']), 5000);
    await writeFile(path.join(folder, 'a.csv'), 'week 1 and week 2');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv', 'a.csv']), 5000);
    expect((await inbox.list()).files.map((file) => file.bytes)).toEqual([17]);
  });

  it('does not offer again, even after a restart, what was dealt with', async () => {
    const { folder, names, inbox, settings, grants, arrived } = await watchedInbox();
    await writeFile(path.join(folder, 'a.csv'), 'week 1');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv']), 5000);
    await inbox.done(arrived[0]?.token ?? '');
    expect((await inbox.list()).files).toEqual([]);
    await inbox.close();

    const again: string[] = [];
    const restarted = createInbox({
      settings,
      grants,
      arrived: (file) => again.push(file.name),
      stillForMs: STILL_FOR_MS,
      polling: false,
    });
    onTestFinished(() => restarted.close());
    await writeFile(path.join(folder, 'b.csv'), 'week 2');
    await vi.waitFor(() => expect(again).toEqual(['b.csv']), 5000);
  });

  it('passes over folders, hidden and unfinished files, and links that lead out', async () => {
    const { folder, names } = await watchedInbox();
    const outside = await temporaryFolder();
    await writeFile(path.join(outside, 'secret.csv'), 'secret');
    await symlink(path.join(outside, 'secret.csv'), path.join(folder, 'link.csv'));
    await mkdir(path.join(folder, 'folder.csv'));
    for (const name of ['.hidden.csv', '~$open.csv', 'loading.csv.crdownload', 'a.tmp']) {
      await writeFile(path.join(folder, name), name);
    }
    await writeFile(path.join(folder, 'last.csv'), 'last');
    await vi.waitFor(() => expect(names()).toEqual(['last.csv']), 5000);
    await pause(SETTLED_MS);
    expect(names()).toEqual(['last.csv']);
  });

  it('takes a file that was written beside and moved into place', async () => {
    const { folder, names } = await watchedInbox();
    await writeFile(path.join(folder, '.draft.csv'), 'whole');
    await rename(path.join(folder, '.draft.csv'), path.join(folder, 'moved.csv'));
    // At the latest when the folder is looked through: a watcher need not tell of every move.
    await vi.waitFor(() => expect(names()).toEqual(['moved.csv']), 35_000);
  }, 45_000);

  it('forgets a file that is gone, and says in a sentence when the folder is', async () => {
    const { folder, names, inbox, grants, arrived } = await watchedInbox();
    await writeFile(path.join(folder, 'a.csv'), 'week 1');
    await vi.waitFor(() => expect(names()).toEqual(['a.csv']), 5000);
    await rm(path.join(folder, 'a.csv'));
    await vi.waitFor(async () => expect((await inbox.list()).files).toEqual([]), 5000);
    expect(grants.find('window 1', arrived[0]?.token ?? '')).toBeNull();
    await rm(folder, { recursive: true });
    const list = await inbox.list();
    expect(list.trouble).toContain('cannot be read now');
    expect(list.trouble).not.toContain(path.dirname(folder));
  });
});

describe('what lies in the inbox and is no export', () => {
  it('is left alone with one sentence each', async () => {
    const { folder, inbox } = await watchedInbox();
    await mkdir(path.join(folder, 'older'));
    await writeFile(path.join(folder, '.hidden'), '');
    await symlink('/etc/hostname', path.join(folder, 'link.csv'));
    const { notes, files } = await inbox.list();
    expect(files).toEqual([]);
    expect(notes.map(({ sentence }) => sentence).sort()).toEqual([
      '“link.csv” is a link. The inbox takes files only; put the file itself there.',
      '“older” is a folder. Put the files in it into the inbox itself.',
    ]);
  });
});

describe('files that were dealt with', () => {
  async function dealtWith(move: boolean) {
    const opened = await watchedInbox();
    const { folder, inbox, arrived } = opened;
    await inbox.moveTaken(move);
    for (const text of ['week,value\n', 'week,value\n2,3\n']) {
      await writeFile(path.join(folder, 'dora.csv'), text);
      await vi.waitFor(() => expect(arrived.at(-1)?.bytes).toBe(text.length), 5000);
      await inbox.done(arrived.at(-1)?.token ?? '');
    }
    return { ...opened, lies: async (where: string) => (await readdir(path.join(folder, where))).sort() };
  }

  it('stay where they are unless somebody asked for more', async () => {
    const { lies } = await dealtWith(false);
    expect(await lies('.')).toEqual(['dora.csv']);
  });

  it('go to the folder taken where that was asked for, each under a name of its own', async () => {
    const { lies, inbox } = await dealtWith(true);
    expect(await lies('.')).toEqual(['taken']);
    expect(await lies('taken')).toEqual(['dora (2).csv', 'dora.csv']);
    expect(await inbox.list()).toMatchObject({ files: [], notes: [] });
  });
});
