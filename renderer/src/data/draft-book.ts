import type { TypingLog } from '#renderer/src/workers/typing-log.ts';
import type { Database } from './database.ts';
import { draftsInFlight } from './drafts-in-flight.ts';
import { newerThanStored } from './drafts-left.ts';
import { keepTrying } from './keep-trying.ts';
import type { OtherWindows } from './other-windows.ts';
import type { SavingWatch } from './saving-watch.ts';
import type { ClearedDraft } from './store-queue.ts';

/** Texts that are being typed, by key: at hand without waiting, and on the disk with every input event. */
export type DraftBook = {
  /** Empty where nothing is typed under the key. */
  readonly text: (key: string) => string;
  readonly write: (key: string, text: string) => void;
  /**
   * Takes a draft that became an event off the screen; whoever stores the event removes it from the disk in the same
   * transaction.
   */
  readonly clear: (key: string, event: string) => ClearedDraft;
  readonly subscribe: (listener: () => void) => () => void;
};

type Parts = {
  readonly database: Database;
  readonly others: OtherWindows;
  readonly saving: SavingWatch;
  readonly closing: AbortSignal;
  readonly now: () => number;
  readonly readOnly: boolean;
  readonly typingLog: TypingLog | null;
};

type Texts = {
  readonly of: (key: string) => string;
  /** When the text of a key was typed here; 0 where it was not. */
  readonly typedAt: (key: string) => number;
  readonly hold: (key: string, text: string, at?: number) => void;
  readonly subscribe: DraftBook['subscribe'];
};

function textsAtHand(): Texts {
  const texts = new Map<string, string>();
  const typed = new Map<string, number>();
  const listeners = new Set<() => void>();
  return {
    of: (key) => texts.get(key) ?? '',
    typedAt: (key) => typed.get(key) ?? 0,
    hold: (key, text, at) => {
      if (at !== undefined) typed.set(key, at);
      if (text === '') texts.delete(key);
      else texts.set(key, text);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Storing = Parts & { readonly texts: Texts; readonly stamp: () => number };

/** Stores the newest text of a key; what is typed meanwhile shares the next transaction. */
function createStore(parts: Storing, arrived: (key: string, text: string) => void) {
  const { database, others, saving, closing, texts, stamp } = parts;
  const writing = new Map<string, Promise<void>>();
  /** Keys whose text became an event: only the event's own transaction removes them from the disk. */
  const cleared = new Set<string>();
  const put = async (key: string, text: string): Promise<void> => {
    if (text === '') await database.drafts.delete(key);
    else await database.drafts.put({ key, text, at: stamp() });
  };
  const work = async (key: string): Promise<void> => {
    const ids = [`draft ${key}`];
    const failed = (why: string) => saving.failed('database', why);
    saving.began('database', ids);
    let written: string | null = null;
    while (written !== texts.of(key) && !cleared.has(key)) {
      await keepTrying(
        () => {
          const text = texts.of(key);
          return put(key, text).then(() => {
            written = text;
            arrived(key, text);
          });
        },
        { failed, closing },
      );
      others.tell({ kind: 'draft', key, text: texts.of(key) });
    }
    saving.ended('database', ids);
    writing.delete(key);
  };
  return {
    clear: (key: string) => cleared.add(key),
    store: (key: string): Promise<void> => {
      cleared.delete(key);
      const running = writing.get(key) ?? work(key);
      writing.set(key, running);
      return running;
    },
  };
}

/** Reads the drafts on the disk, and keeps them with everything typed from now on. */
export async function openDraftBook(parts: Parts): Promise<DraftBook> {
  const { database, others, now, readOnly, typingLog } = parts;
  const inFlight = draftsInFlight(database.name, globalThis.localStorage, readOnly ? null : typingLog);
  const texts = textsAtHand();
  let stampedMs = 0;
  const stamp = (): number => {
    stampedMs = Math.max(stampedMs + 1, now());
    return stampedMs;
  };
  const { store, clear } = createStore({ ...parts, texts, stamp }, inFlight.arrived);

  for (const row of await database.drafts.toArray()) texts.hold(row.key, row.text);
  await inFlight.left(async (lines) => {
    const left = await newerThanStored(lines, database);
    const newer = left.filter(({ key, at }) => at > texts.typedAt(key));
    for (const { key, text, at } of newer) texts.hold(key, text, at);
    const stored = readOnly ? [] : newer.map(({ key }) => store(key));
    return { stored: Promise.all(stored).then(() => undefined) };
  });
  others.listen((announcement) => {
    if (announcement.kind === 'draft') texts.hold(announcement.key, announcement.text);
  });
  return {
    text: texts.of,
    write: (key, text) => {
      // A field that empties itself after it was taken must not remove the draft ahead of its event.
      if (text === texts.of(key)) return;
      const at = stamp();
      if (!readOnly) inFlight.set(key, { text, at });
      texts.hold(key, text, at);
      if (!readOnly) void store(key);
    },
    clear: (key, event) => {
      const until = stamp();
      inFlight.became(key, event, until);
      clear(key);
      texts.hold(key, '', until);
      others.tell({ kind: 'draft', key, text: '' });
      return { key, until, stored: () => inFlight.stored(key, event) };
    },
    subscribe: texts.subscribe,
  };
}
