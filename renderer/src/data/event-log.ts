import { liveQuery } from 'dexie';
import type { Machine } from '#renderer/src/bridge/bridge.ts';
import type { AndonEvent, StoredEvent, Stream } from '#shared/events/event.ts';
import { parseEvent } from '#shared/events/event.ts';
import { type HybridTime, tick } from '#shared/events/hybrid-clock.ts';
import type { Database, EventRow } from './database.ts';
import { createJournalQueue, type JournalQueue } from './journal-queue.ts';
import { createSavingWatch, type SavingWatch } from './saving-watch.ts';

type Authored<Event> = Event extends AndonEvent
  ? { readonly stream: Event['stream']; readonly type: Event['type']; readonly data: Event['data'] }
  : never;

/** What a screen authors: the log adds id, time, device and actor. */
export type NewEvent = Authored<AndonEvent>;

/** What is stored together with events, in the same transaction. */
export type Together = { readonly clearDraft?: string };

export type LogParts = {
  readonly database: Database;
  readonly machine: Machine;
  /** Prefix of this workspace's streams in the journal. */
  readonly workspace: string;
  readonly device: string;
  readonly actor: () => string;
  readonly now: () => number;
  readonly newId: () => string;
  readonly readOnly: boolean;
};

export type EventLog = {
  /** Every event known here, in no particular order; the same array until one is added. */
  readonly events: () => readonly StoredEvent[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Authors events: shown at once, stored in one strict transaction, then in the journal. */
  readonly append: (events: readonly NewEvent[], together?: Together) => readonly StoredEvent[];
  /** Takes in events that were authored elsewhere (a bundle, the journal); known ids are passed over. */
  readonly adopt: (events: readonly StoredEvent[]) => Promise<number>;
  /** Resolves when everything appended so far is in the database. */
  readonly settled: () => Promise<void>;
  readonly saving: SavingWatch;
  readonly close: () => void;
};

function toRow(event: StoredEvent, journaled: 0 | 1): EventRow {
  return { id: event.id, stream: event.stream, at: event.at, json: JSON.stringify(event), journaled };
}

function fromRows(rows: readonly EventRow[]): StoredEvent[] {
  return rows.flatMap((row) => {
    const parsed = parseEvent(JSON.parse(row.json));
    return parsed.ok ? [parsed.value] : [];
  });
}

type Memory = {
  readonly byId: Map<string, StoredEvent>;
  list: readonly StoredEvent[];
  last: HybridTime | null;
  readonly listeners: Set<() => void>;
};

function remember(memory: Memory, events: readonly StoredEvent[]): number {
  const fresh = events.filter((event) => !memory.byId.has(event.id));
  for (const event of fresh) {
    memory.byId.set(event.id, event);
    if (memory.last === null || event.at > memory.last) memory.last = event.at;
  }
  if (fresh.length > 0) {
    memory.list = [...memory.byId.values()];
    for (const listener of memory.listeners) listener();
  }
  return fresh.length;
}

/** Follows what other windows of this workspace write. */
function followOthers(database: Database, memory: Memory): () => void {
  const subscription = liveQuery(() => database.events.toCollection().primaryKeys()).subscribe({
    next: async (ids) => {
      const unknown = ids.filter((id) => !memory.byId.has(id));
      if (unknown.length === 0) return;
      const rows = await database.events.bulkGet(unknown);
      remember(memory, fromRows(rows.filter((row) => row !== undefined)));
    },
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}

async function store(parts: LogParts, rows: readonly EventRow[], together: Together): Promise<void> {
  const { database } = parts;
  await database.transaction('rw', database.events, database.drafts, async () => {
    await database.events.bulkPut(rows);
    if (together.clearDraft !== undefined) await database.drafts.delete(together.clearDraft);
  });
}

/** Stores rows, trying again until the database takes them; the watch says so when that lasts. */
function createStoreQueue(parts: LogParts, saving: SavingWatch, journal: JournalQueue) {
  let tail: Promise<void> = Promise.resolve();
  const attempt = async (rows: readonly EventRow[], together: Together, tries: number): Promise<void> => {
    try {
      await store(parts, rows, together);
    } catch (cause) {
      saving.failed('database', cause instanceof Error ? cause.message : String(cause));
      await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 250 * 2 ** tries)));
      await attempt(rows, together, tries + 1);
    }
  };
  return {
    put: (rows: readonly EventRow[], together: Together) => {
      const ids = rows.map((row) => row.id);
      saving.began('database', ids);
      journal.put(rows);
      tail = tail.then(() => attempt(rows, together, 0)).then(() => saving.ended('database', ids));
    },
    settled: () => tail,
  };
}

async function fillFromJournal(parts: LogParts, memory: Memory): Promise<void> {
  const answer = await parts.machine.request('journal:read', {});
  if (!answer.ok) return;
  const own = answer.value.streams.filter((one) => one.stream.startsWith(`${parts.workspace}--`));
  const events = own
    .flatMap((one) => one.events)
    .flatMap((json) => {
      const parsed = parseEvent(JSON.parse(json));
      return parsed.ok ? [parsed.value] : [];
    });
  const inJournal = new Set(events.map((event) => event.id));
  const missing = events.filter((event) => !memory.byId.has(event.id));
  if (missing.length > 0)
    await store(
      parts,
      missing.map((event) => toRow(event, 1)),
      {},
    );
  remember(memory, missing);
  await parts.database.events
    .where('journaled')
    .equals(1)
    .and((row) => !inJournal.has(row.id))
    .modify({ journaled: 0 });
}

/** Opens the log of a workspace: what the database has, what only the journal has, and what other windows add. */
export async function openEventLog(parts: LogParts): Promise<EventLog> {
  const memory: Memory = { byId: new Map(), list: [], last: null, listeners: new Set() };
  remember(memory, fromRows(await parts.database.events.toArray()));
  const saving = createSavingWatch(parts.now);
  if (!parts.readOnly) await fillFromJournal(parts, memory);
  const journal = createJournalQueue({ ...parts, saving });
  const queue = createStoreQueue(parts, saving, journal);
  if (!parts.readOnly) journal.put(await parts.database.events.where('journaled').equals(0).toArray());
  const stopFollowing = followOthers(parts.database, memory);

  const author = (event: NewEvent): StoredEvent => {
    memory.last = tick(memory.last, parts.now(), parts.device);
    const stream: Stream = event.stream;
    return {
      id: parts.newId(),
      stream,
      at: memory.last,
      device: parts.device,
      actor: parts.actor(),
      type: event.type,
      data: event.data,
    };
  };
  return {
    events: () => memory.list,
    subscribe: (listener) => {
      memory.listeners.add(listener);
      return () => memory.listeners.delete(listener);
    },
    append: (events, together = {}) => {
      if (parts.readOnly) return [];
      const authored = events.map(author);
      remember(memory, authored);
      queue.put(
        authored.map((event) => toRow(event, 0)),
        together,
      );
      return authored;
    },
    adopt: async (events) => {
      const fresh = events.filter((event) => !memory.byId.has(event.id));
      remember(memory, fresh);
      queue.put(
        fresh.map((event) => toRow(event, 0)),
        {},
      );
      await queue.settled();
      return fresh.length;
    },
    settled: queue.settled,
    saving,
    close: () => {
      stopFollowing();
      saving.close();
      parts.database.close();
    },
  };
}
