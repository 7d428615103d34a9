import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { useReview } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { Gate } from '#renderer/src/features/live/closing/Gate.tsx';
import { DeskContext } from '#renderer/src/features/live/desk.ts';
import { Line } from '#renderer/src/features/live/line/Line.tsx';
import { LiveContext, useLiveParts } from '#renderer/src/features/live/live.ts';
import { useDeskParts } from '#renderer/src/features/live/use-desk-parts.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { Review } from '#shared/review/review.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { show } from '#tests/support/render.tsx';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';
import { aLiveLog } from '#tests/support/written-log.ts';

const ACTION: Ask = { kind: 'capture', capture: 'action', private: false };

function Desk({ review }: { readonly review: Review }) {
  const live = useLiveParts(review);
  const desk = useDeskParts(review.id);
  return (
    <LiveContext value={live}>
      <DeskContext value={desk}>
        <button type="button" onClick={() => desk.open(ACTION)}>
          Take down an action
        </button>
        <Line size="stage" />
        <Gate />
      </DeskContext>
    </LiveContext>
  );
}

function Live() {
  const review = useReview('r1');
  return review === null ? null : <Desk review={review} />;
}

async function openLive() {
  const log = aLiveLog();
  log.organization('09:40:00', 'person-added', {
    person: 'maria.silva',
    name: 'Maria Silva',
    team: null,
    role: null,
    active: true,
  });
  log.organization('09:41:00', 'day-pinned', { day: '2026-11-18' });
  const { machine } = machineForTest();
  const workspace = await openForTest(machine, workspaceName(), surroundingsForTest().surroundings);
  await workspace.log.adopt(log.events);
  show(workspace, <Live />);
  return { workspace, user: userEvent.setup(), review: () => foldReview('r1', workspace.log.events()) };
}

describe('the line', () => {
  it('is there to the letter when it is typed into at once, in the middle too', async () => {
    const { user } = await openLive();
    await user.click(screen.getByRole('button', { name: 'Take down an action' }));
    const field = screen.getByRole<HTMLInputElement>('combobox');
    expect(document.activeElement).toBe(field);
    await user.keyboard('ap preview');
    field.setSelectionRange(0, 0);
    await user.keyboard('C');
    expect(field.value).toBe('Cap preview');
    expect(field.selectionStart).toBe(1);
  });

  it('says beside the text what it understood and what is missing, and takes it down on Enter', async () => {
    const { user, review } = await openLive();
    await user.click(screen.getByRole('button', { name: 'Take down an action' }));
    await user.keyboard('Cap previews at 40 ');
    const understood = within(screen.getByRole('list', { name: 'Understood' }));
    expect(understood.getByText('no owner')).toBeDefined();
    expect(understood.getByText('no date')).toBeDefined();
    await user.keyboard('@maria.silva 27 nov');
    expect(understood.getByText('Maria Silva')).toBeDefined();
    expect(understood.getByText(/27/)).toBeDefined();
    expect(understood.queryByText('no owner')).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull());
    expect(review().items).toMatchObject([
      { kind: 'action', text: 'Cap previews at 40', owner: 'maria.silva', due: '2026-11-27' },
    ]);
  });
});

describe('the gate', () => {
  it('names what holds the close, and lets go of a rule that is waived with its reason', async () => {
    const { user, review } = await openLive();
    expect(screen.getByRole('heading', { name: 'Not ready to close' })).toBeDefined();
    expect(screen.getByRole('button', { name: /Close the review/ })).toHaveProperty('disabled', true);
    const waive = screen.getAllByRole('button', { name: /^Waive with a reason/ });
    const [first] = waive;
    if (first === undefined) throw new Error('Nothing holds the close.');
    await user.click(first);
    await user.keyboard('too short{Enter}');
    expect(Object.keys(review().waivers ?? {})).toHaveLength(0);
    await user.keyboard(', but long enough now{Enter}');
    await waitFor(() => expect(screen.getByText(/but long enough now/)).toBeDefined());
    expect(screen.getAllByRole('button', { name: /^Waive with a reason/ })).toHaveLength(waive.length - 1);
  });
});
