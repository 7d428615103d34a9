import 'fake-indexeddb/auto';
import { screen, waitFor, waitForElementToBeRemoved } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SavedLine } from '#renderer/src/app/SavedLine.tsx';
import { SavingTrouble } from '#renderer/src/app/SavingTrouble.tsx';
import { useKeepOpen } from '#renderer/src/app/use-keep-open.ts';
import type { NewEvent } from '#renderer/src/data/author.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { show } from '#tests/support/render.tsx';
import { openForTest, workspaceName } from '#tests/support/workspace.ts';

const NOTE: NewEvent = {
  stream: 'review:r1',
  type: 'captured',
  data: { item: 'n1', kind: 'note', text: 'A', line: 'A', block: null, anomaly: null },
};

function Window() {
  useKeepOpen();
  return (
    <>
      <SavingTrouble />
      <SavedLine />
    </>
  );
}

/** Whether leaving the window now is asked about. */
function asksBeforeClosing(): boolean {
  return !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
}

describe('the banner of saving', () => {
  it('stands while a store does not answer, says what is held, and goes when it does', async () => {
    const { machine, state } = machineForTest();
    const workspace = await openForTest(machine, workspaceName());
    show(workspace, <Window />);
    expect(screen.getByText('Everything is on this machine')).toBeDefined();
    expect(asksBeforeClosing()).toBe(false);

    state.conduct = 'fails';
    workspace.log.append([NOTE]);
    const banner = await screen.findByRole('alert');
    expect(banner.textContent).toMatch(/NOT SAVED.*the disk is full/s);
    expect(screen.getByText(/1 entry is held/)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Save a copy elsewhere' })).toBeDefined();
    expect(screen.getByText(/^NOT SAVED since/)).toBeDefined();
    expect(asksBeforeClosing()).toBe(true);

    state.conduct = 'answers';
    await waitForElementToBeRemoved(() => screen.queryByRole('alert'));
    await waitFor(() => expect(screen.getByText(/^Saved .* on this machine$/)).toBeDefined());
    expect(asksBeforeClosing()).toBe(false);
  });

  it('says that a newer Andon wrote here', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const first = await openForTest(machine, name);
    await first.database.gate.put({ key: 'writer', minimum: 999 });
    first.close();
    show(await openForTest(machine, name), <Window />);
    expect(screen.getByText('Read only: a newer Andon wrote here')).toBeDefined();
    expect(screen.getByText('Read only')).toBeDefined();
  });
});
