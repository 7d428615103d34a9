import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Workspace } from '#renderer/src/data/workspace.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, workspaceName } from '#tests/support/workspace.ts';

const KEY = 'live:r1:capture';

const NOTE: NewEvent = {
  stream: 'review:r1',
  type: 'captured',
  data: { item: 'n1', kind: 'note', text: 'A', line: 'A', block: null, anomaly: null },
};

const stored = async ({ database }: Workspace) => (await database.drafts.get(KEY))?.text ?? null;
const saved = ({ saving }: Workspace) => vi.waitFor(() => expect(saving.unsaved()).toBe(false));

async function opened(name = workspaceName(), { machine } = machineForTest()) {
  return { name, machine, workspace: await openForTest(machine, name) };
}

describe('a draft', () => {
  it('is at hand at once, and on the disk with every input event', async () => {
    const { workspace } = await opened();
    const { drafts } = workspace;
    for (const text of ['C', 'Ca', 'Cap']) {
      drafts.write(KEY, text);
      expect(drafts.text(KEY)).toBe(text);
    }
    await saved(workspace);
    expect(await stored(workspace)).toBe('Cap');
  });

  it('is there again, without waiting, when the window opens again', async () => {
    const { workspace, name } = await opened();
    workspace.drafts.write(KEY, 'Cap preview');
    await saved(workspace);
    workspace.close();
    const again = await opened(name);
    expect(again.workspace.drafts.text(KEY)).toBe('Cap preview');
  });

  it('goes with the event it became, and what is typed next under its key stays', async () => {
    const { workspace } = await opened();
    workspace.drafts.write(KEY, 'First');
    workspace.log.append([NOTE], { clearDraft: KEY });
    expect(workspace.drafts.text(KEY)).toBe('');
    workspace.drafts.write(KEY, 'S');
    workspace.drafts.write(KEY, 'Se');
    await saved(workspace);
    expect(workspace.drafts.text(KEY)).toBe('Se');
    expect(await stored(workspace)).toBe('Se');
  });

  it('leaves the disk only together with its event, however late that is stored', async () => {
    const { workspace } = await opened();
    workspace.drafts.write(KEY, 'First');
    await saved(workspace);
    let refuse = true;
    workspace.database.events.hook('creating', () => {
      if (refuse) throw new Error('the quota is used up');
    });
    workspace.log.append([NOTE], { clearDraft: KEY });
    await vi.waitFor(() => expect(workspace.saving.state().trouble).not.toBeNull());
    expect(await stored(workspace)).toBe('First');
    refuse = false;
    await saved(workspace);
    expect(await stored(workspace)).toBeNull();
    expect(await workspace.database.events.count()).toBe(1);
  });

  it('that became nothing is gone from the disk as well', async () => {
    const { workspace } = await opened();
    workspace.drafts.write(KEY, 'Never mind');
    await saved(workspace);
    workspace.log.append([], { clearDraft: KEY });
    await saved(workspace);
    expect(workspace.drafts.text(KEY)).toBe('');
    expect(await stored(workspace)).toBeNull();
  });

  it('that the database does not take is said to be NOT SAVED, stays on the screen, and is stored once it can be', async () => {
    const { workspace } = await opened();
    let refuse = true;
    workspace.database.drafts.hook('creating', () => {
      if (refuse) throw new Error('the quota is used up');
    });
    workspace.drafts.write(KEY, 'Do not');
    workspace.drafts.write(KEY, 'Do not lose me');
    await vi.waitFor(() => expect(workspace.saving.state().trouble).toMatchObject({ held: 1 }));
    expect(workspace.drafts.text(KEY)).toBe('Do not lose me');
    refuse = false;
    await saved(workspace);
    expect(await stored(workspace)).toBe('Do not lose me');
  });

  it('is the same in every window', async () => {
    const { workspace, name, machine } = await opened();
    const other = await openForTest(machine, name);
    workspace.drafts.write(KEY, 'Seen from both');
    await vi.waitFor(() => expect(other.drafts.text(KEY)).toBe('Seen from both'));
    other.log.append([NOTE], { clearDraft: KEY });
    await vi.waitFor(() => expect(workspace.drafts.text(KEY)).toBe(''));
  });
});
