import type { Database } from './database.ts';
import { draftsInFlight } from './drafts-in-flight.ts';
import { keepTrying } from './keep-trying.ts';
import type { OtherWindows } from './other-windows.ts';
import type { SavingWatch } from './saving-watch.ts';
import type { ClearedDraft } from './store-queue.ts';

/** Texts that are being typed, by key: at hand without waiting, and on the disk with every input event. */
export type DraftBook = {
  /** Empty where nothing is typed under the key. */
  readonly text: (key: string) => string;
  readonly write: (key: string, text: string) => void;
  /** Takes a draft off the screen; whoever stores what it became removes it from the disk in the same transaction. */
  readonly clear: (key: string) => ClearedDraft;
  readonly subscribe: (listener: () => void) => () => void;
};

type Parts = {
  readonly database: Database;
  readonly others: OtherWindows;
  readonly saving: SavingWatch;
  readonly closing: AbortSignal;
  readonly now: () => number;
  readonly readOnly: boolean;
};

/** Reads the drafts on the disk, and keeps them with everything typed from now on. */
export async function openDraftBook(parts: Parts): Promise<DraftBook> {
  const { database, others, saving, closing, now, readOnly } = parts;
  const inFlight = draftsInFlight(database.name, globalThis.localStorage);
  const rows = await database.drafts.toArray();
  const texts = new Map(rows.map((row) => [row.key, row.text]));
  const left = [...inFlight.all()].filter(([key, kept]) => {
    const stored = rows.find((row) => row.key === key);
    return stored === undefined || kept.at > stored.at;
  });
  for (const [key, { text }] of left) texts.set(key, text);
  const listeners = new Set<() => void>();
  const writing = new Set<string>();
  /** Keys whose text became an event: only the event's own transaction removes them from the disk. */
  const cleared = new Set<string>();
  let stampedMs = 0;

  const stamp = (): number => {
    stampedMs = Math.max(stampedMs + 1, now());
    return stampedMs;
  };
  const hold = (key: string, text: string): void => {
    if (text === '') texts.delete(key);
    else texts.set(key, text);
    for (const listener of listeners) listener();
  };
  const textOf = (key: string) => texts.get(key) ?? '';
  const put = async (key: string, text: string): Promise<void> => {
    if (text === '') await database.drafts.delete(key);
    else await database.drafts.put({ key, text, at: stamp() });
  };
  /** Stores the newest text of a key; what is typed meanwhile shares the next transaction. */
  const store = async (key: string): Promise<void> => {
    if (writing.has(key)) return;
    writing.add(key);
    const ids = [`draft ${key}`];
    const failed = (why: string) => saving.failed('database', why);
    saving.began('database', ids);
    let written: string | null = null;
    while (written !== textOf(key) && !cleared.has(key)) {
      await keepTrying(
        () => {
          const text = textOf(key);
          return put(key, text).then(() => {
            written = text;
            inFlight.arrived(key, text);
          });
        },
        { failed, closing },
      );
      others.tell({ kind: 'draft', key, text: textOf(key) });
    }
    saving.ended('database', ids);
    writing.delete(key);
  };

  if (!readOnly) for (const [key] of left) void store(key);
  others.listen((announcement) => {
    if (announcement.kind === 'draft') hold(announcement.key, announcement.text);
  });
  return {
    text: textOf,
    write: (key, text) => {
      // A field that empties itself after it was taken must not remove the draft ahead of its event.
      if (text === textOf(key)) return;
      cleared.delete(key);
      hold(key, text);
      if (readOnly) return;
      inFlight.set(key, { text, at: stamp() });
      void store(key);
    },
    clear: (key) => {
      inFlight.arrived(key, textOf(key));
      cleared.add(key);
      hold(key, '');
      others.tell({ kind: 'draft', key, text: '' });
      return { key, until: stamp() };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
