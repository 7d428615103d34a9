import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { type ReadFile, takeIn } from '#renderer/src/data/imports.ts';
import { getPoints } from '#renderer/src/data/snapshot-blocks.ts';
import type { Workspace } from '#renderer/src/data/workspace.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { createReader } from '#shared/tabular/read.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';

const EXPORT = `Week,Service,Change lead time (h)
2026-11-02,Payments,30.5
2026-11-09,Payments,41
`;

/** An export as it is read, with two points unless another text is given. */
function readExport(name = 'lead-times.csv', text = EXPORT): ReadFile {
  const grant = { token: 'aaaaaaaaaaaaaaaaaaaaaa', name, bytes: text.length };
  const reader = createReader(grant, {}, { today: '2026-11-18', entities: [], remembered: [] });
  reader.push(new TextEncoder().encode(text));
  const { reading, points } = reader.end('0'.repeat(64));
  return { grant, reading, points };
}

async function imported() {
  const kept = machineForTest();
  const name = workspaceName();
  const window = surroundingsForTest();
  const workspace = await openForTest(kept.machine, name, window.surroundings);
  const taken = await takeIn(workspace, readExport());
  if (!taken.ok) throw new Error(taken.failure.message);
  return { kept, name, window, workspace, id: taken.value };
}

const INCIDENTS = `Incident,Service,Started,Resolved,Severity
INC-1,cart,2026-11-03T11:00:00Z,2026-11-03T12:00:00Z,SEV1
`;

const ids = ({ database }: Workspace) => database.snapshots.toCollection().primaryKeys();

describe('an import', () => {
  it('is in the database, kept by the machine, and named by an event', async () => {
    const { kept, workspace, id } = await imported();
    expect(await ids(workspace)).toEqual([id]);
    expect([...kept.snapshots.keys()]).toEqual([id]);
    const types = workspace.log.events().map((event) => event.type);
    expect(types).toEqual(['snapshot-imported', 'mapping-remembered', 'entity-changed']);
  });

  it('says what kind of thing a column names, once', async () => {
    const { workspace } = await imported();
    const again = await takeIn(workspace, readExport());
    expect(again.ok).toBe(true);
    const kinds = workspace.log
      .events()
      .flatMap((event) => (event.type === 'entity-changed' ? [event.data] : []));
    expect(kinds).toEqual([{ entity: 'Payments', changes: { kind: 'service' } }]);
  });

  it('keeps what its rows say beside their numbers', async () => {
    const workspace = await openForTest(
      machineForTest().machine,
      workspaceName(),
      surroundingsForTest().surroundings,
    );
    const read = readExport('incidents.csv', INCIDENTS);
    const taken = await takeIn(workspace, read);
    if (!taken.ok) throw new Error(taken.failure.message);
    const stored = (await getPoints(workspace.database, [taken.value])).get(taken.value);
    expect(read.points?.records?.records).toMatchObject([{ kind: 'incident', id: 'INC-1', service: 'cart' }]);
    expect(stored?.records).toEqual(read.points?.records);
  });

  it('sets the objectives that its file declares, the strictest of several, in the same breath', async () => {
    const { machine } = machineForTest();
    const workspace = await openForTest(machine, workspaceName(), surroundingsForTest().surroundings);
    const slo = (name: string, objective: number) => ` - {name: ${name}, objective: ${objective}}\n`;
    const text = `version: prometheus/v1\nservice: shop\nslos:\n${slo('all', 99)}${slo('paying', 99.9)}`;
    const taken = await takeIn(workspace, readExport('slo.yaml', text));
    if (!taken.ok) throw new Error(taken.failure.message);
    const [imported, ...set] = workspace.log.events();
    expect(imported?.type).toBe('snapshot-imported');
    expect(set.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'target-set',
        data: {
          metric: 'slo-attainment',
          entity: 'shop',
          target: { op: '>=', value: 0.999 },
          snapshot: taken.value,
        },
      },
    ]);
    expect(foldRegisters(workspace.log.events()).targets).toHaveLength(1);
    workspace.log.append([
      { stream: 'organization', type: 'snapshot-taken-back', data: { snapshot: taken.value } },
    ]);
    expect(foldRegisters(workspace.log.events()).targets).toEqual([]);
  });

  it('comes back from the machine when the database is gone', async () => {
    const { kept, name, window, workspace, id } = await imported();
    const before = await workspace.database.snapshots.get(id);
    workspace.close();
    await Dexie.delete(`andon.${name}`);
    const again = await openForTest(kept.machine, name, window.surroundings);
    expect(await again.database.snapshots.get(id)).toEqual(before);
  });

  it('is handed to the machine again when the machine has lost it', async () => {
    const { kept, name, window, workspace, id } = await imported();
    workspace.close();
    kept.snapshots.clear();
    await openForTest(kept.machine, name, window.surroundings);
    await vi.waitFor(() => expect([...kept.snapshots.keys()]).toEqual([id]));
  });

  it('of which only the points were stored does nothing, and its points are removed at a later start', async () => {
    const { kept, name, window, workspace, id } = await imported();
    const row = await workspace.database.snapshots.get(id);
    if (row === undefined) throw new Error('The import is not there.');
    await workspace.database.snapshots.add({ ...row, id: 'never-named', kept: 0 });
    workspace.close();

    const first = await openForTest(kept.machine, name, window.surroundings);
    await vi.waitFor(async () =>
      expect((await first.database.snapshots.get('never-named'))?.unnamedSince).toBeDefined(),
    );
    expect([...kept.snapshots.keys()]).toEqual([id]);
    first.close();
    window.pass(2 * 3_600_000);
    const second = await openForTest(kept.machine, name, window.surroundings);
    await vi.waitFor(async () => expect(await ids(second)).toEqual([id]));
  });

  it('that the database refuses is refused with a reason, and nothing of it is stored', async () => {
    const { machine } = machineForTest();
    const workspace = await openForTest(machine, workspaceName());
    workspace.database.snapshots.hook('creating', () => {
      throw new Error('the quota is used up');
    });
    const taken = await takeIn(workspace, readExport());
    expect(taken).toMatchObject({ ok: false, failure: { code: 'not-saved' } });
    expect(workspace.log.events()).toEqual([]);
    expect(workspace.saving.unsaved()).toBe(false);
  });
});
