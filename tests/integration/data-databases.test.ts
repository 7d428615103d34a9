import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { getPoints } from '#renderer/src/data/snapshot-blocks.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { machineForTest } from '#tests/support/machine.ts';
import { openForTest, surroundingsForTest, workspaceName } from '#tests/support/workspace.ts';

type Layout = { readonly keyPath: string; readonly indexes: readonly string[] };
type Kept = {
  readonly nativeVersion: number;
  readonly stores: Readonly<Record<string, Layout>>;
  /** Values of each snapshot, in the order in which they are stored. */
  readonly figures?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly rows: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
};

const folder = path.resolve(import.meta.dirname, '../fixtures/databases');
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
const versions = readdirSync(folder).filter((file) => /^v\d+\.json$/.test(file));

/** A row as it lay in the database: bytes are base64 in the file. */
function rowOf(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { columns } = row;
  return typeof columns === 'string'
    ? { ...row, columns: new Uint8Array(Buffer.from(columns, 'base64')) }
    : row;
}

/** An index over several columns is named by them: `[snapshot+metric+last]`. */
function keyPathOf(index: string): string | string[] {
  return index.startsWith('[') ? index.slice(1, -1).split('+') : index;
}

/** Lays a database down as an earlier build left it, without any code of that build or of this one. */
function layDown(name: string, { nativeVersion, stores, rows }: Kept): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, nativeVersion);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, indexes }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath });
        for (const index of indexes) made.createIndex(index, keyPathOf(index));
        for (const row of rows[store] ?? []) made.put(rowOf(row));
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

// The files are frozen: a build that cannot open one of them, or reads something else in it, has lost old reviews.
describe('databases of earlier builds', () => {
  it.each(versions)('%s opens, is written to, and says what it said', async (file) => {
    const kept = read(file) as Kept;
    const name = workspaceName();
    await layDown(`andon.${name}`, kept);
    const { machine, journal, journaled } = machineForTest();
    const workspace = await openForTest(machine, name, surroundingsForTest().surroundings);
    expect(workspace).toMatchObject({ readOnly: false, setAside: null });

    const registers = foldRegisters(workspace.log.events());
    const plain = {
      ...registers,
      mappings: Object.fromEntries(registers.mappings),
      verdicts: Object.fromEntries(registers.verdicts),
    };
    expect(JSON.parse(JSON.stringify(plain))).toMatchObject(
      read(file.replace('.json', '.registers.json')) as object,
    );
    for (const draft of kept.rows['drafts'] ?? []) {
      expect(workspace.drafts.text(String(draft['key']))).toBe(draft['text']);
    }
    for (const snapshot of kept.rows['snapshots'] ?? []) {
      const stored = await workspace.database.snapshots.get(String(snapshot['id']));
      expect(stored).toMatchObject(rowOf(snapshot));
    }
    const ids = (kept.rows['snapshots'] ?? []).map((snapshot) => String(snapshot['id']));
    const points = await getPoints(workspace.database, ids);
    expect([...points.keys()].sort()).toEqual(ids.sort());
    for (const [id, values] of Object.entries(kept.figures ?? {})) {
      const figures = Array.from(points.get(id)?.values ?? [], (value) =>
        Number.isNaN(value) ? null : value,
      );
      expect(figures).toEqual(values);
    }
    // The journal was not there, so it gets everything.
    await vi.waitFor(() => expect(workspace.saving.unsaved()).toBe(false));
    expect(new Set(journaled())).toEqual(new Set(workspace.log.events().map((event) => event.id)));
    expect([...journal.keys()]).toContain(`${name}--organization`);
  });
});
