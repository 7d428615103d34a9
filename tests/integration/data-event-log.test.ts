import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '#renderer/src/data/author.ts';
import type { SavingState } from '#renderer/src/data/saving-watch.ts';
import type { Workspace } from '#renderer/src/data/workspace.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import { rememberReviews } from '#shared/review/remembered-fold.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';
import { aLiveLog } from '#tests/support/written-log.ts';

function note(item: string, text = item): NewEvent {
  return {
    stream: 'review:r1',
    type: 'captured',
    data: { item, kind: 'note', text, line: text, block: null, anomaly: null, private: false },
  };
}

const NAMED: NewEvent = {
  stream: 'organization',
  type: 'organization-named',
  data: {
    name: 'Fernhill Market',
    timeZone: 'Europe/Berlin',
    locale: 'en-GB',
    currency: 'EUR',
    workingWeek: [1, 2, 3, 4, 5],
    fiscalYearStart: null,
  },
};

/** What an event says, in any order of arrival. */
function canonical(workspace: Workspace): string {
  return JSON.stringify([...workspace.log.events()].sort((left, right) => (left.at < right.at ? -1 : 1)));
}

const isTrouble = (state: SavingState) => state.trouble !== null;

const saved = ({ saving }: Workspace, timeout = 3000) =>
  vi.waitFor(() => expect(saving.unsaved()).toBe(false), { timeout, interval: 20 });

const inTrouble = ({ saving }: Workspace) =>
  vi.waitFor(() => expect(isTrouble(saving.state())).toBe(true), { timeout: 3000, interval: 20 });

/** Makes every write of events fail or hang while the returned switch says so. */
function disturb(workspace: Workspace) {
  const state: { conduct: 'answers' | 'fails' | 'hangs' } = { conduct: 'answers' };
  workspace.database.events.hook('creating', () => {
    if (state.conduct === 'fails') throw new Error('the quota is used up');
  });
  const bulkPut = workspace.database.events.bulkPut.bind(workspace.database.events);
  Object.assign(workspace.database.events, {
    bulkPut: (rows: Parameters<typeof bulkPut>[0]) =>
      state.conduct === 'hangs' ? new Dexie.Promise(() => undefined) : bulkPut(rows),
  });
  return state;
}

describe('saving', () => {
  it('says Saved once both stores have the event, and not before', async () => {
    const { machine, state, journaled } = machineForTest();
    const workspace = await openForTest(machine, workspaceName());
    state.conduct = { lateMs: 300 };
    const [event] = workspace.log.append([note('n1')]);
    await workspace.log.settled();
    expect(workspace.saving.unsaved()).toBe(true);
    expect(workspace.saving.state().savedAt).toBeNull();
    await saved(workspace);
    expect(journaled()).toEqual([event?.id]);
    expect(await workspace.database.events.count()).toBe(1);
  });

  it.concurrent.each(['fails', 'hangs'] as const)(
    'says NOT SAVED within two seconds when the journal %s, keeps the text, and comes back',
    async (conduct) => {
      const { machine, state, journaled } = machineForTest();
      const workspace = await openForTest(machine, workspaceName());
      state.conduct = conduct;
      const began = performance.now();
      workspace.log.append([note('n1', 'Do not lose me')]);
      await inTrouble(workspace);
      expect(performance.now() - began).toBeLessThan(2000);
      expect(workspace.saving.state().trouble).toMatchObject({ held: 1 });
      expect(workspace.log.events()).toHaveLength(1);
      state.conduct = 'answers';
      await saved(workspace, 12_000);
      expect(new Set(journaled())).toEqual(new Set(workspace.log.events().map((event) => event.id)));
    },
    20_000,
  );

  it.concurrent.each(['fails', 'hangs'] as const)(
    'says NOT SAVED within two seconds when the database %s, keeps the text, and comes back',
    async (conduct) => {
      const { machine, journaled } = machineForTest();
      const workspace = await openForTest(machine, workspaceName());
      const database = disturb(workspace);
      database.conduct = conduct;
      const began = performance.now();
      const [event] = workspace.log.append([note('n1', 'Do not lose me')]);
      await inTrouble(workspace);
      expect(performance.now() - began).toBeLessThan(2000);
      expect(workspace.log.events()).toHaveLength(1);
      expect(journaled()).toEqual([event?.id]);
      database.conduct = 'answers';
      await saved(workspace, 13_000);
      expect((await workspace.database.events.toArray()).map((row) => row.id)).toEqual([event?.id]);
    },
    20_000,
  );

  it('appends to the journal in the order of authoring, across a failure', async () => {
    const { machine, state, journaled } = machineForTest();
    const workspace = await openForTest(machine, workspaceName());
    state.conduct = 'fails';
    workspace.log.append([note('n1'), note('n2')]);
    workspace.log.append([note('n3')]);
    await inTrouble(workspace);
    state.conduct = 'answers';
    workspace.log.append([note('n4')]);
    await saved(workspace);
    expect(journaled('r1')).toEqual(workspace.log.events().map((event) => event.id));
  });
});

describe('either store alone', () => {
  async function written(name: string, surroundings = surroundingsForTest().surroundings) {
    const kept = machineForTest();
    const workspace = await openForTest(kept.machine, name, surroundings);
    workspace.log.append([NAMED]);
    await workspace.log.adopt(aLiveLog().events);
    workspace.log.append([note('n1'), note('n2')]);
    await saved(workspace);
    return { kept, workspace };
  }

  it('rebuilds everything from the journal when the database is gone', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const before = canonical(workspace);
    workspace.close();
    await Dexie.delete(`andon.${name}`);
    const again = await openForTest(kept.machine, name);
    expect(canonical(again)).toBe(before);
    await again.log.settled();
    expect(await again.database.events.count()).toBe(again.log.events().length);
  });

  it('appends everything to the journal again when the journal is gone', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const before = new Set(kept.journaled());
    workspace.close();
    kept.journal.clear();
    const again = await openForTest(kept.machine, name);
    await saved(again);
    expect(new Set(kept.journaled())).toEqual(before);
  });

  it('appends nothing twice when it is opened again', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const { appends } = kept.state;
    workspace.close();
    const again = await openForTest(kept.machine, name);
    again.close();
    await openForTest(kept.machine, name);
    expect(kept.state.appends).toBe(appends);
    expect(kept.journaled().length).toBe(new Set(kept.journaled()).size);
  });

  it('appends nothing twice when the mark of the database was lost', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const { appends } = kept.state;
    await workspace.database.events.toCollection().modify({ journaled: 0 });
    workspace.close();
    const again = await openForTest(kept.machine, name);
    await vi.waitFor(async () =>
      expect(await again.database.events.where('journaled').equals(0).count()).toBe(0),
    );
    expect(kept.state.appends).toBe(appends);
  });

  it('passes over torn lines of the journal and keeps the database as it is', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const before = canonical(workspace);
    workspace.close();
    for (const [stream, lines] of kept.journal) {
      kept.journal.set(stream, [...lines.map((line) => line.slice(0, -9)), 'null', '{"id":']);
    }
    const again = await openForTest(kept.machine, name);
    expect(canonical(again)).toBe(before);
    expect(await again.database.events.count()).toBe(again.log.events().length);
  });

  it('passes over a row that cannot be read, and does not remove it', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const [row] = await workspace.database.events.toArray();
    await workspace.database.events.update(row?.id ?? '', { json: '{"id":"torn' });
    workspace.close();
    const again = await openForTest(kept.machine, name);
    expect(again.log.events().length).toBe(workspace.log.events().length);
    again.close();
    kept.journal.clear();
    const alone = await openForTest(kept.machine, name);
    expect(alone.log.events().length).toBe(workspace.log.events().length);
  });

  it('keeps what was undone and redone over a start', async () => {
    const name = workspaceName();
    const { kept, workspace } = await written(name);
    const [third] = workspace.log.append([note('n3')]);
    const undo = { event: third?.id ?? '' };
    workspace.log.append([{ stream: 'review:r1', type: 'event-undone', data: undo }]);
    await saved(workspace);
    workspace.close();
    const again = await openForTest(kept.machine, name);
    const items = () => foldReview('r1', again.log.events()).items.map((item) => item.id);
    expect(items()).toEqual(['n1', 'n2']);
    again.log.append([{ stream: 'review:r1', type: 'event-redone', data: undo }]);
    expect(items()).toEqual(['n1', 'n2', 'n3']);
    await saved(again);
    again.close();
    await Dexie.delete(`andon.${name}`);
    const rebuilt = await openForTest(kept.machine, name);
    expect(foldReview('r1', rebuilt.log.events()).items.map((item) => item.id)).toEqual(['n1', 'n2', 'n3']);
  });
});

describe('windows of one workspace', () => {
  it('see each other’s events', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const first = await openForTest(machine, name);
    const second = await openForTest(machine, name);
    const [event] = first.log.append([note('n1')]);
    await vi.waitFor(() => expect(second.log.events().map((one) => one.id)).toEqual([event?.id]));
    const [answer] = second.log.append([note('n2')]);
    await vi.waitFor(() => expect(first.log.events()).toHaveLength(2));
    expect((answer?.at ?? '') > (event?.at ?? '')).toBe(true);
  });

  it('learn what a window had stored and did not live to tell', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const stage = await openForTest(machine, name);
    const event = { ...aLiveLog().events[0], id: 'untold' };
    await stage.database.events.add({
      id: 'untold',
      stream: 'review:r1',
      at: String(event.at),
      json: JSON.stringify(event),
      journaled: 0,
    });
    expect(stage.log.events()).toHaveLength(0);
    await openForTest(machine, name);
    await vi.waitFor(() => expect(stage.log.events().map((one) => one.id)).toEqual(['untold']));
  });
});

describe('a database', () => {
  it('that a newer Andon wrote is read, and nothing is changed in it', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const workspace = await openForTest(machine, name);
    workspace.log.append([note('n1')]);
    await saved(workspace);
    await workspace.database.gate.put({ key: 'writer', minimum: 999 });
    workspace.close();
    const older = await openForTest(machine, name);
    expect(older.readOnly).toBe(true);
    expect(older.log.events()).toHaveLength(1);
    expect(older.log.append([note('n2')])).toEqual([]);
    expect(await older.log.adopt(aLiveLog().events)).toBe(0);
    older.drafts.write('a', 'typed');
    expect(await older.database.events.count()).toBe(1);
    expect(await older.database.drafts.count()).toBe(0);
    expect(await older.database.gate.get('writer')).toEqual({ key: 'writer', minimum: 999 });
  });

  it('that will not open is left under its name, and everything is read again from the journal', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const { surroundings } = surroundingsForTest();
    const workspace = await openForTest(machine, name, surroundings);
    workspace.log.append([note('n1')]);
    await saved(workspace);
    const before = canonical(workspace);
    workspace.close();
    const open = indexedDB.open.bind(indexedDB);
    const broken = vi.spyOn(indexedDB, 'open').mockImplementation((database, version) => {
      if (database !== `andon.${name}`) return open(database, version);
      throw new DOMException('Internal error opening backing store', 'UnknownError');
    });
    const fresh = await openForTest(machine, name, surroundings);
    broken.mockRestore();
    expect(fresh.setAside).toContain('would not open');
    expect(canonical(fresh)).toBe(before);
    expect(await Dexie.exists(`andon.${name}`)).toBe(true);
    const later = await openForTest(machine, name, surroundings);
    expect(later.setAside).toBeNull();
    expect(later.database.name).toBe(fresh.database.name);
  });
});

describe('times of events', () => {
  const at = (when: string) => Date.parse(`2026-11-18T${when}Z`);

  it('do not follow an adopted clock that is days ahead, now or after a start', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const { surroundings } = surroundingsForTest(at('10:00:00'));
    const ahead = {
      ...aLiveLog().events[0],
      id: 'ahead',
      device: 'elsewhere',
      at: '2026-11-25T10:00:00.000Z-0000-elsewhere',
    } as ReturnType<typeof aLiveLog>['events'][number];
    const workspace = await openForTest(machine, name, surroundings);
    await workspace.log.adopt([ahead]);
    const [own] = workspace.log.append([note('n1')]);
    expect(hybridMs(own?.at ?? '')).toBe(at('10:00:00'));
    await saved(workspace);
    workspace.close();
    const again = await openForTest(machine, name, surroundings);
    const [next] = again.log.append([note('n2')]);
    expect(hybridMs(next?.at ?? '')).toBe(at('10:00:00'));
    expect((next?.at ?? '') > (own?.at ?? '')).toBe(true);
  });

  it('follow a clock that is a little ahead, and so does the clock of the meeting', async () => {
    const { machine } = machineForTest();
    const { surroundings, pass } = surroundingsForTest(at('09:58:00'));
    const workspace = await openForTest(machine, workspaceName(), surroundings);
    await workspace.log.adopt(aLiveLog().events);
    const [first] = workspace.log.append([note('n1')]);
    pass(30_000);
    const [second] = workspace.log.append([note('n2')]);
    expect(hybridMs(first?.at ?? '')).toBe(at('10:00:00'));
    expect(hybridMs(second?.at ?? '')).toBe(at('10:00:30'));
    expect(workspace.clock.toWall(workspace.clock.now())).toBe(at('09:58:30'));
  });

  it('go on steadily when the wall clock is set back an hour, over a reload too', async () => {
    const { machine } = machineForTest();
    const name = workspaceName();
    const { surroundings, pass } = surroundingsForTest(at('10:00:00'));
    const workspace = await openForTest(machine, name, surroundings);
    workspace.log.append([note('n1')]);
    pass(60_000 - 3_600_000, 60_000);
    const [second] = workspace.log.append([note('n2')]);
    expect(hybridMs(second?.at ?? '')).toBe(at('10:01:00'));
    pass(60_000);
    await saved(workspace);
    workspace.close();
    pass(2000);
    const again = await openForTest(machine, name, surroundings);
    const [third] = again.log.append([note('n3')]);
    expect(hybridMs(third?.at ?? '') - hybridMs(second?.at ?? '')).toBe(62_000);
  });
});

describe('registers', () => {
  it('are the same from the database and from the journal alone', async () => {
    const kept = machineForTest();
    const name = workspaceName();
    const workspace = await openForTest(kept.machine, name);
    await workspace.log.adopt(aLiveLog().events);
    workspace.log.append([note('n1')]);
    await saved(workspace);
    const fold = (one: Workspace) => JSON.stringify(foldRegisters(one.log.events(), rememberReviews()));
    const before = fold(workspace);
    workspace.close();
    await Dexie.delete(`andon.${name}`);
    expect(fold(await openForTest(kept.machine, name))).toBe(before);
  });
});
