export type Store = 'database' | 'journal';

export type SavingState = {
  readonly savedAt: number | null;
  readonly waitingSince: number | null;
  /** Set when a store has failed or has not answered within two seconds. */
  readonly trouble: { readonly since: number; readonly sentence: string; readonly held: number } | null;
};

export type SavingWatch = {
  readonly state: () => SavingState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly began: (store: Store, ids: readonly string[]) => void;
  readonly ended: (store: Store, ids: readonly string[]) => void;
  readonly failed: (store: Store, why: string) => void;
  readonly close: () => void;
};

/** After so long without an answer the screen says NOT SAVED. */
const PATIENCE_MS = 2000;

const WORDS: Readonly<Record<Store, string>> = {
  database: 'The database on this machine does not take them',
  journal: 'The journal file does not take them',
};

/** Keeps account of what each store has not confirmed yet; *saved* means both have everything. */
export function createSavingWatch(now: () => number): SavingWatch {
  const open: Readonly<Record<Store, Map<string, number>>> = { database: new Map(), journal: new Map() };
  const listeners = new Set<() => void>();
  let why: { readonly store: Store; readonly text: string } | null = null;
  let current: SavingState = { savedAt: null, waitingSince: null, trouble: null };

  const waiting = () => [...open.database.values(), ...open.journal.values()];
  const update = () => {
    const times = waiting();
    const since = times.length === 0 ? null : times.reduce((least, time) => Math.min(least, time));
    const late = since !== null && (why !== null || now() - since >= PATIENCE_MS);
    const store: Store = why?.store ?? (open.database.size > 0 ? 'database' : 'journal');
    const held = new Set([...open.database.keys(), ...open.journal.keys()]).size;
    current = {
      savedAt: since === null ? (current.waitingSince === null ? current.savedAt : now()) : current.savedAt,
      waitingSince: since,
      trouble: late
        ? { since, sentence: `${WORDS[store]}${why === null ? '' : ` (${why.text})`}.`, held }
        : null,
    };
    for (const listener of listeners) listener();
  };
  const timer = setInterval(() => current.waitingSince !== null && update(), 500);

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    began: (store, ids) => {
      for (const id of ids) open[store].set(id, now());
      update();
    },
    ended: (store, ids) => {
      for (const id of ids) open[store].delete(id);
      if (why?.store === store) why = null;
      update();
    },
    failed: (store, text) => {
      why = { store, text };
      update();
    },
    close: () => clearInterval(timer),
  };
}
