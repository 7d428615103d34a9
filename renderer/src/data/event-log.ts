import type { Machine } from '#renderer/src/bridge/bridge.ts';
import { nextTask } from '#renderer/src/workers/next-task.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { type AuthorParts, createAuthor, type NewEvent } from './author.ts';
import type { Database, EventRow } from './database.ts';
import type { DraftBook } from './draft-book.ts';
import { fromTexts, toRow } from './event-rows.ts';
import { journalEvents } from './journal-events.ts';
import { createJournalQueue, type JournalQueue } from './journal-queue.ts';
import { createKnownEvents, type KnownEvents } from './known-events.ts';
import type { OtherWindows } from './other-windows.ts';
import type { SavingWatch } from './saving-watch.ts';
import { createStoreQueue, type StoreQueue } from './store-queue.ts';

/** What is stored together with events, in the same transaction. */
export type Together = { readonly clearDraft?: string };

export type LogParts = AuthorParts & {
  readonly database: Database;
  readonly machine: Machine;
  /** Prefix of this workspace's streams in the journal. */
  readonly workspace: string;
  readonly others: OtherWindows;
  readonly saving: SavingWatch;
  readonly drafts: DraftBook;
  /** Aborted when the log is left: nothing is tried any more. */
  readonly closing: AbortSignal;
  readonly readOnly: boolean;
};

export type EventLog = {
  /** Every event known here, in no particular order; the same array until one is added. */
  readonly events: () => readonly StoredEvent[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Authors events: shown at once, stored in one strict transaction, and in the journal. */
  readonly append: (events: readonly NewEvent[], together?: Together) => readonly StoredEvent[];
  /**
   * Authors events that are stored together with something larger, or not at all: `store` writes the rows in a
   * transaction of its own. Shown once they are stored; when it throws, they were never authored.
   */
  readonly commit: (
    events: readonly NewEvent[],
    store: (rows: readonly EventRow[]) => Promise<void>,
  ) => Promise<readonly StoredEvent[]>;
  /** Takes in events that were authored elsewhere (a bundle); answers how many were new. */
  readonly adopt: (events: readonly StoredEvent[]) => Promise<number>;
  /** Resolves when everything appended so far is in the database. */
  readonly settled: () => Promise<void>;
};

type Stores = {
  readonly queue: StoreQueue;
  readonly journal: JournalQueue;
  readonly mark: (ids: readonly string[]) => void;
};

function openStores(parts: LogParts): Stores {
  const { database, others } = parts;
  const queue = createStoreQueue({
    ...parts,
    stored: (rows) => others.tell({ kind: 'events', texts: rows.map((row) => row.json) }),
  });
  // A mark that is lost costs nothing: at the next start the journal itself says what it has.
  const mark = async (ids: readonly string[]): Promise<void> => {
    await queue.settled();
    const changes = ids.map((key) => ({ key, changes: { journaled: 1 as const } }));
    await database.events.bulkUpdate(changes).catch(() => undefined);
  };
  const journal = createJournalQueue({ ...parts, journaled: mark });
  return { queue, journal, mark };
}

/** Brings the two stores level: each takes in what only the other has. What neither can read stays where it is. */
async function level(
  parts: LogParts,
  { known, rows }: { readonly known: KnownEvents; readonly rows: readonly EventRow[] },
  { queue, journal, mark }: Stores,
): Promise<void> {
  const readable = rows.filter((row) => known.has(row.id));
  const events = await journalEvents(parts);
  if (events === null) {
    journal.put(readable.filter((row) => row.journaled === 0));
    return;
  }
  const inJournal = new Set(events.map((event) => event.id));
  queue.put(known.add(events).map((event) => toRow(event, 1)));
  journal.put(readable.filter((row) => !inJournal.has(row.id)));
  const unmarked = readable.filter((row) => row.journaled === 0 && inJournal.has(row.id));
  if (unmarked.length > 0) void mark(unmarked.map((row) => row.id));
}

/** Texts of the stored events that are not known; none while the database does not answer. */
async function unknownTexts(database: Database, known: KnownEvents): Promise<readonly string[]> {
  try {
    const ids = await database.events.toCollection().primaryKeys();
    const rows = await database.events.bulkGet(ids.filter((id) => !known.has(id)));
    return rows.flatMap((row) => (row === undefined ? [] : [row.json]));
  } catch {
    return [];
  }
}

/** Opens the log of a workspace: what the database has, what only the journal has, and what other windows add. */
export async function openEventLog(parts: LogParts): Promise<EventLog> {
  const { database, others, drafts, readOnly, saving } = parts;
  const known = createKnownEvents();
  const author = createAuthor(parts);
  const stores = openStores(parts);
  const learn = (texts: readonly string[]) => author.seen(known.add(fromTexts(texts)));

  others.listen(async (announcement) => {
    if (announcement.kind === 'events') learn(announcement.texts);
    if (announcement.kind === 'opened') learn(await unknownTexts(database, known));
  });
  const rows = await database.events.toArray();
  learn(rows.map((row) => row.json));
  if (!readOnly) await level(parts, { known, rows }, stores);
  author.seen(known.list());
  others.tell({ kind: 'opened' });

  const put = (rows: readonly EventRow[], together: Together): void => {
    const [first] = rows;
    if (first === undefined) return;
    const { clearDraft } = together;
    stores.journal.put(rows);
    stores.queue.put(rows, clearDraft === undefined ? undefined : drafts.clear(clearDraft, first.id));
  };
  return {
    events: known.list,
    subscribe: known.subscribe,
    append: (events, together = {}) => {
      if (readOnly) return [];
      if (events.length === 0 && together.clearDraft !== undefined) drafts.write(together.clearDraft, '');
      const authored = events.map(author.stamp);
      known.add(authored);
      put(
        authored.map((event) => toRow(event, 0)),
        together,
      );
      return authored;
    },
    commit: async (events, store) => {
      if (readOnly) return [];
      const authored = events.map(author.stamp);
      const rows = authored.map((event) => toRow(event, 0));
      const ids = rows.map((row) => row.id);
      saving.began('database', ids);
      try {
        await store(rows);
      } finally {
        saving.ended('database', ids);
      }
      stores.journal.put(rows);
      others.tell({ kind: 'events', texts: rows.map((row) => row.json) });
      // What is shown of a large import is drawn in a task of its own: the window answers before it.
      await nextTask();
      known.add(authored);
      return authored;
    },
    adopt: async (events) => {
      if (readOnly) return 0;
      const fresh = known.add(events);
      author.received(fresh);
      put(
        fresh.map((event) => toRow(event, 0)),
        {},
      );
      await stores.queue.settled();
      return fresh.length;
    },
    settled: stores.queue.settled,
  };
}
