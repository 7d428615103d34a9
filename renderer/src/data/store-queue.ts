import type { Transaction } from 'dexie';
import type { Database, EventRow } from './database.ts';
import { keepTrying } from './keep-trying.ts';
import type { SavingWatch } from './saving-watch.ts';

/** A draft that an event stands for from now on; what was typed under its key later than `until` stays. */
export type ClearedDraft = {
  readonly key: string;
  readonly until: number;
  /** Called once the event is on the disk and the draft is not. */
  readonly stored: () => void;
};

type Parts = {
  readonly database: Database;
  readonly saving: SavingWatch;
  readonly closing: AbortSignal;
  /** Told of rows once they are on the disk. */
  readonly stored: (rows: readonly EventRow[]) => void;
};

export type StoreQueue = {
  readonly put: (rows: readonly EventRow[], cleared?: ClearedDraft) => void;
  /** Resolves when everything put so far is in the database. */
  readonly settled: () => Promise<void>;
};

/** Gives a transaction up; one that has ended in the same moment stands, and its success counts. */
function giveUp(transaction: Transaction): void {
  try {
    if (transaction.active) transaction.abort();
  } catch (cause) {
    if (!(cause instanceof DOMException && cause.name === 'InvalidStateError')) throw cause;
  }
}

/** One strict transaction: the events, and the draft they came from gone. One that hangs is aborted when given up. */
async function store(
  database: Database,
  rows: readonly EventRow[],
  cleared: ClearedDraft | undefined,
  givenUp: AbortSignal,
): Promise<void> {
  await database.transaction('rw', database.events, database.drafts, async (transaction) => {
    givenUp.addEventListener('abort', () => giveUp(transaction));
    await database.events.bulkPut(rows);
    const draft = cleared === undefined ? undefined : await database.drafts.get(cleared.key);
    if (draft !== undefined && draft.at <= (cleared?.until ?? 0)) await database.drafts.delete(draft.key);
  });
}

/** Stores rows one after the other, trying again until the database takes them. */
export function createStoreQueue({ database, saving, closing, stored }: Parts): StoreQueue {
  let tail: Promise<void> = Promise.resolve();
  const failed = (why: string) => saving.failed('database', why);
  return {
    put: (rows, cleared) => {
      if (rows.length === 0) return;
      const ids = rows.map((row) => row.id);
      saving.began('database', ids);
      tail = tail
        .then(() => keepTrying((givenUp) => store(database, rows, cleared, givenUp), { failed, closing }))
        .then(() => {
          saving.ended('database', ids);
          cleared?.stored();
          stored(rows);
        });
    },
    settled: () => tail,
  };
}
