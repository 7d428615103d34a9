import 'fake-indexeddb/auto';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import { AnomalyList } from '#renderer/src/features/prepare/AnomalyList.tsx';
import { foldReview } from '#shared/review/fold.ts';
import type { CurrentState } from '#shared/signals/reading.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { show } from '#tests/support/render.tsx';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';
import { aBlock, aLog, anAnomaly } from '#tests/support/written-log.ts';

const STATE: CurrentState = {
  asOf: '2026-11-18',
  readings: [],
  anomalies: [
    anAnomaly('first', { entityName: 'Search', score: 90 }),
    anAnomaly('second', { entityName: 'Payments', score: 80 }),
    anAnomaly('third', { entityName: 'Ledger', score: 70 }),
  ],
  wins: [],
  expectedFalse: 0,
  gaps: [],
} as unknown as CurrentState;

function List() {
  const review = useReview('r1');
  return review === null ? null : <AnomalyList review={review} state={STATE} />;
}

async function openList() {
  const log = aLog();
  log.review('09:51:00', 'agenda-set', {
    template: 'short',
    slotMinutes: 50,
    blocks: [aBlock('delivery', 20, { dimension: 'delivery' })],
  });
  const { machine } = machineForTest();
  const workspace = await openForTest(machine, workspaceName(), surroundingsForTest().surroundings);
  await workspace.log.adopt(log.events);
  show(workspace, <List />);
  return { workspace, user: userEvent.setup(), review: () => foldReview('r1', workspace.log.events()) };
}

/** Names of the anomalies that are put forward, in the order of the list. */
const order = () =>
  screen
    .getAllByRole('button', { name: /Change lead time/ })
    .map((row) => /Search|Payments|Ledger/.exec(row.textContent ?? '')?.[0]);

describe('the anomalies of a review being prepared', () => {
  it('move with Alt and an arrow, and the one that moved stays chosen', async () => {
    const { user } = await openList();
    expect(order()).toEqual(['Search', 'Payments', 'Ledger']);
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(order()).toEqual(['Payments', 'Search', 'Ledger']);
    await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}');
    expect(order()).toEqual(['Payments', 'Ledger', 'Search']);
    expect(screen.getByRole('button', { current: true }).textContent).toContain('Search');
  });

  it('are set aside with a reason only, and put back', async () => {
    const { user, review } = await openList();
    await user.keyboard('jx');
    const field = await screen.findByRole('textbox', { name: 'Why is it not talked about?' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await user.keyboard('{Enter}');
    expect(review().aside).toEqual({});
    await user.keyboard('Known since the move{Enter}');
    await waitFor(() => expect(order()).toEqual(['Search', 'Ledger']));
    expect(review().aside).toEqual({ second: 'Known since the move' });
    expect(screen.getByText('Known since the move')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Put back' }));
    expect(order()).toEqual(['Search', 'Payments', 'Ledger']);
  });
});
