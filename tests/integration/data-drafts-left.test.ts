import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '#renderer/src/data/author.ts';
import type { TypedLine, TypingLog } from '#renderer/src/workers/typing-log.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, surroundingsNow, workspaceName } from '#tests/support/workspace.ts';

const KEY = 'live:r1:capture';

const NOTE: NewEvent = {
  stream: 'review:r1',
  type: 'captured',
  data: { item: 'n1', kind: 'note', text: 'A', line: 'A', block: null, anomaly: null },
};

/** Logs of windows, each with what windows before it left; they outlive the windows, as files do. */
function logs() {
  const files: TypedLine[][] = [];
  const openTypingLog = (): TypingLog => {
    const left = files.flat();
    const own: TypedLine[] = [];
    files.push(own);
    return {
      open: async (takeOver) => {
        await takeOver(left);
      },
      write: (line) => own.push(line) > 0,
      empty: () => own.splice(0),
      close: () => undefined,
    };
  };
  return { files, openTypingLog };
}

async function twoWindows() {
  const { files, openTypingLog } = logs();
  const { machine } = machineForTest();
  const name = workspaceName();
  const open = () => openForTest(machine, name, { ...surroundingsNow(), openTypingLog });
  return { files, open };
}

describe('what was typed before everything died', () => {
  it('is there again although the database never had it', async () => {
    const { open } = await twoWindows();
    const first = await open();
    first.database.drafts.hook('creating', () => {
      throw new Error('it died on the way');
    });
    first.drafts.write(KEY, 'Cap prev');
    first.drafts.write(KEY, 'Cap previ');
    const second = await open();
    expect(second.drafts.text(KEY)).toBe('Cap previ');
    await vi.waitFor(async () => expect((await second.database.drafts.get(KEY))?.text).toBe('Cap previ'));
  });

  it('is not put before what the database has of a later moment', async () => {
    const { open, files } = await twoWindows();
    const first = await open();
    first.drafts.write(KEY, 'Older');
    first.drafts.write(KEY, 'Older and newer');
    await vi.waitFor(() => expect(first.saving.unsaved()).toBe(false));
    files.push([{ key: KEY, text: 'Older', at: 1 }]);
    const second = await open();
    expect(second.drafts.text(KEY)).toBe('Older and newer');
  });

  it('stays gone when it was taken away to the last letter', async () => {
    const { open } = await twoWindows();
    const first = await open();
    first.drafts.write(KEY, 'x');
    await vi.waitFor(() => expect(first.saving.unsaved()).toBe(false));
    first.database.drafts.hook('deleting', () => {
      throw new Error('it died on the way');
    });
    first.drafts.write(KEY, '');
    const second = await open();
    expect(second.drafts.text(KEY)).toBe('');
  });

  it('is no draft any more once the event that it became is stored', async () => {
    const { open } = await twoWindows();
    const first = await open();
    first.drafts.write(KEY, 'Taken down');
    first.log.append([NOTE], { clearDraft: KEY });
    await vi.waitFor(() => expect(first.saving.unsaved()).toBe(false));
    const second = await open();
    expect(second.drafts.text(KEY)).toBe('');
  });

  it('is a draft still when its event died on the way', async () => {
    const { open, files } = await twoWindows();
    const first = await open();
    first.drafts.write(KEY, 'Taken down');
    await vi.waitFor(() => expect(first.saving.unsaved()).toBe(false));
    files.push([{ key: KEY, became: 'never-stored', at: Date.now() + 1000 }]);
    const second = await open();
    expect(second.drafts.text(KEY)).toBe('Taken down');
  });
});
