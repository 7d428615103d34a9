import 'fake-indexeddb/auto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRehearsal } from '#renderer/src/data/rehearsal/open-rehearsal.ts';
import { carriedOn, rehearsedAt, startPace, withSpeed } from '#renderer/src/data/rehearsal/pace.ts';
import { sharedName } from '#renderer/src/state/shared-name.ts';
import { foldReview } from '#shared/review/fold.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';

const PLANNED = {
  stream: 'review:r1',
  type: 'review-planned',
  data: {
    date: '2026-11-18',
    time: '10:00',
    slotMinutes: 60,
    template: 'organization-60',
    facilitator: null,
    scribe: null,
  },
} as const;

let rehearsals = 0;

/** A workspace with one planned review, closed again, and a way into a rehearsal of it. */
async function aPlannedReview() {
  const { machine, journal, state } = machineForTest();
  const name = workspaceName();
  const real = await openForTest(machine, name, surroundingsForTest().surroundings);
  real.log.append([PLANNED]);
  await real.log.settled();
  rehearsals += 1;
  const id = `of-${rehearsals}`;
  const enter = async (over: () => void = () => undefined) => {
    const { surroundings, pass } = surroundingsForTest();
    const workspace = await openRehearsal(machine, { id, workspace: name, over }, surroundings);
    onTestFinished(workspace.close);
    return { workspace, pass };
  };
  return { real, journal, state, enter };
}

/** Messages between windows take a turn or two of the event loop. */
const heard = () => new Promise((resolve) => setTimeout(resolve, 30));

describe('a rehearsal', () => {
  it('begins with what is on record and keeps what it adds to itself', async () => {
    const { real, journal, state, enter } = await aPlannedReview();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = { journal: JSON.stringify([...journal]), appends: state.appends };
    const { workspace } = await enter();
    workspace.log.append([
      { stream: 'review:r1', type: 'roles-set', data: { facilitator: 'li', scribe: 'maria' } },
    ]);
    workspace.drafts.write('note', 'half a sen');
    await workspace.log.settled();
    await heard();
    expect(foldReview('r1', workspace.log.events()).facilitator).toBe('li');
    expect(foldReview('r1', real.log.events()).facilitator).toBeNull();
    expect(await real.database.events.count()).toBe(1);
    expect(await real.database.drafts.count()).toBe(0);
    expect(JSON.stringify([...journal])).toBe(before.journal);
    expect(state.appends).toBe(before.appends);
  });

  it('has a database that refuses every change, and a machine that writes no file', async () => {
    const { enter } = await aPlannedReview();
    const { workspace } = await enter();
    await expect(workspace.database.drafts.put({ key: 'a', text: 'b', at: 1 })).rejects.toThrow('rehearsal');
    await expect(workspace.database.events.clear()).rejects.toThrow('rehearsal');
    const saved = await workspace.machine.request('text:save', {
      suggestedName: 'a.md',
      text: 'a',
      kind: 'markdown',
    });
    const written = await workspace.machine.request('journal:append', { stream: 'main--x', events: ['{}'] });
    expect([saved.ok, written.ok, (await workspace.machine.offer([])).ok]).toEqual([false, false, false]);
  });

  it('is the same in a second window, which asks for what it missed, and ends in both', async () => {
    const { enter } = await aPlannedReview();
    let over = 0;
    const one = await enter(() => {
      over += 1;
    });
    one.workspace.log.append([
      { stream: 'review:r1', type: 'roles-set', data: { facilitator: 'li', scribe: null } },
    ]);
    one.workspace.drafts.write('note', 'half');
    one.workspace.rehearsal?.setSpeed(10);
    const two = await enter(() => {
      over += 1;
    });
    await heard();
    expect(foldReview('r1', two.workspace.log.events()).facilitator).toBe('li');
    expect(two.workspace.drafts.text('note')).toBe('half');
    expect(two.workspace.rehearsal?.speed()).toBe(10);
    const before = two.workspace.clock.now();
    two.pass(1000);
    expect(two.workspace.clock.now() - before).toBe(10_000);
    two.workspace.rehearsal?.leave();
    await heard();
    expect(over).toBe(2);
  });
});

describe('rehearsed time', () => {
  it('runs on from where it was when its speed changes, and never goes back', () => {
    const start = startPace(1000);
    const fast = withSpeed(start, 2000, 10);
    expect([1000, 2000].map((ms) => rehearsedAt(start, ms))).toEqual([1000, 2000]);
    expect([2000, 2500].map((ms) => rehearsedAt(fast, ms))).toEqual([2000, 7000]);
    expect(rehearsedAt(withSpeed(fast, 2500, 1), 2600)).toBe(7100);
    expect(rehearsedAt(carriedOn(start, 1000, 500), 1000)).toBe(1000);
    expect(rehearsedAt(carriedOn(start, 1000, 9000), 1000)).toBe(9000);
  });
});

describe('what windows share', () => {
  it('has a name of its own in each rehearsal', () => {
    const names = ['', '?rehearsal=a1', '?stage=r&rehearsal=b2', '?rehearsal=../x'].map((search) =>
      sharedName('andon.stage', { search }),
    );
    expect(names).toEqual([
      'andon.stage',
      'andon.stage.rehearsal.a1',
      'andon.stage.rehearsal.b2',
      'andon.stage',
    ]);
  });
});
