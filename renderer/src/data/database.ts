import Dexie, { type Table } from 'dexie';

/** The newest layout that this build writes. Raised with every version of the schema. */
export const WRITER_VERSION = 2;

export type EventRow = {
  readonly id: string;
  readonly stream: string;
  readonly at: string;
  /** The event as it was authored; parsed on the way out. */
  readonly json: string;
  /** 1 when the main process's journal has it too. */
  readonly journaled: 0 | 1;
};

export type DraftRow = { readonly key: string; readonly text: string; readonly at: number };

export type SnapshotRow = {
  readonly id: string;
  /** In how many rows of `blocks` its points lie. */
  readonly blocks?: number;
  /** JSON head of the columns, and all of them in one piece: so the first layout stored them. */
  readonly header?: string;
  readonly columns?: Uint8Array;
  /** 1 when the main process keeps it too. */
  readonly kept: 0 | 1;
  /** Since when it is known that no event names it; such points were never taken in. */
  readonly unnamedSince?: number;
};

/** The points of some series of one metric of a snapshot. */
export type BlockRow = {
  /** Snapshot and place: `ID|0`. */
  readonly key: string;
  readonly snapshot: string;
  readonly metric: string;
  /** First and last entity in it, in order. */
  readonly first: string;
  readonly last: string;
  /** JSON head of the columns. */
  readonly header: string;
  readonly columns: Uint8Array;
};

type GateRow = { readonly key: 'writer'; readonly minimum: number };

export type Database = Dexie & {
  readonly events: Table<EventRow, string>;
  readonly drafts: Table<DraftRow, string>;
  readonly snapshots: Table<SnapshotRow, string>;
  readonly blocks: Table<BlockRow, string>;
  readonly gate: Table<GateRow, string>;
};

/** Versions are only ever added; a version that has landed is never edited. */
export function defineDatabase(name: string): Database {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Database;
  database.version(1).stores({
    events: 'id, stream, journaled',
    drafts: 'key',
    snapshots: 'id, kept',
    gate: 'key',
  });
  // Snapshots of the first layout stay as they are: what was imported is never written anew.
  database.version(2).stores({ blocks: 'key, snapshot, [snapshot+metric+last]' });
  return database;
}

export type Opened = {
  readonly database: Database;
  /** Set when an earlier database would not open and was left aside; a sentence for people. */
  readonly setAside: string | null;
  /** True when a newer Andon wrote here: nothing may be written by this one. */
  readonly readOnly: boolean;
};

const OPEN_TIMEOUT_MS = 15_000;

async function open(name: string): Promise<Database> {
  const database = defineDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('it does not answer'));
      database.close();
    }, OPEN_TIMEOUT_MS);
  });
  await Promise.race([database.open(), timeout]);
  clearTimeout(timer);
  return database;
}

async function isNewer({ gate }: Database): Promise<boolean> {
  const row = await gate.get('writer');
  if (row !== undefined && row.minimum > WRITER_VERSION) return true;
  if (row?.minimum !== WRITER_VERSION) await gate.put({ key: 'writer', minimum: WRITER_VERSION });
  return false;
}

/** Remembers which generation of a database is in use, so that a broken one is left where it is. */
export type Generations = {
  readonly get: (name: string) => number;
  readonly set: (name: string, generation: number) => void;
};

/** Opens a workspace's database. One that will not open is left aside, never deleted, and a fresh one is begun. */
export async function openDatabase(name: string, generations: Generations): Promise<Opened> {
  const generation = generations.get(name);
  const nameOf = (one: number) => (one === 0 ? name : `${name}.${one}`);
  try {
    const database = await open(nameOf(generation));
    return { database, setAside: null, readOnly: await isNewer(database) };
  } catch (cause) {
    const database = await open(nameOf(generation + 1));
    generations.set(name, generation + 1);
    const why = cause instanceof Error ? cause.message : String(cause);
    return {
      database,
      setAside: `The stored reviews would not open (${why}). They were left aside untouched, and everything was read again from the journal.`,
      readOnly: await isNewer(database),
    };
  }
}
