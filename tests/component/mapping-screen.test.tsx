import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { CurrentStateProvider } from '#renderer/src/data/CurrentStateContext.tsx';
import { MappingScreen } from '#renderer/src/features/data/MappingScreen.tsx';
import { ok } from '#shared/result.ts';
import { createReader } from '#shared/tabular/read.ts';
import { evaluateInThisThread } from '#tests/support/evaluator.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { show } from '#tests/support/render.tsx';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';

/** Which came first, the day or the month, no row says. */
const EXPORT = `Week,Service,Change lead time (h)
02/11/2026,Payments,30.5
09/11/2026,Payments,41
02/11/2026,Search,12
09/11/2026,Search,13
`;
const GRANT = { token: 'aaaaaaaaaaaaaaaaaaaaaa', name: 'lead-times.csv', bytes: EXPORT.length };

async function openExport() {
  evaluateInThisThread();
  const test = machineForTest();
  test.answer('export:points', ({ settings }) => {
    const reader = createReader({ name: GRANT.name, bytes: GRANT.bytes }, settings, {
      today: '2026-11-18',
      entities: [],
      remembered: [],
    });
    reader.push(new TextEncoder().encode(EXPORT));
    return ok(reader.end('0'.repeat(64)));
  });
  const workspace = await openForTest(test.machine, workspaceName(), surroundingsForTest().surroundings);
  show(
    workspace,
    <CurrentStateProvider>
      <MappingScreen grant={GRANT} />
    </CurrentStateProvider>,
  );
  return { workspace, user: userEvent.setup() };
}

describe('an export that leaves something open', () => {
  it('is not added before a person has answered, and then is, once', async () => {
    const { workspace, user } = await openExport();
    expect(await screen.findByRole('heading', { name: /^Does 02.11.2026 mean/ })).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await workspace.database.snapshots.count()).toBe(0);

    await user.keyboard('1');
    await waitFor(() => expect(screen.queryByRole('heading', { name: /^Does 02.11.2026 mean/ })).toBeNull());
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Add/ }).getAttribute('disabled')).toBeNull(),
    );
    await user.keyboard('{Control>}{Enter}{Enter}{/Control}');
    await waitFor(() => expect(workspace.log.events().length).toBeGreaterThan(0));
    await waitFor(() => expect(workspace.saving.unsaved()).toBe(false));
    const types = workspace.log.events().map((event) => event.type);
    expect(types.filter((type) => type === 'snapshot-imported')).toHaveLength(1);
    expect(types).toContain('mapping-remembered');
    expect(await workspace.database.snapshots.count()).toBe(1);
  });
});
