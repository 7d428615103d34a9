export type Store = 'database' | 'journal';

export type SavingState = {
  /** When everything was last on disk in both stores; null before the first time. Whole seconds, wall clock. */
  readonly savedAt: number | null;
  /** Since when something waits, once that lasts long enough to be worth a word. */
  readonly waitingSince: number | null;
  /** Set when a store has failed, or has not answered within the time promised. */
  readonly trouble: { readonly since: number; readonly sentence: string; readonly held: number } | null;
};

export type SavingWatch = {
  /** The same object until it changes. */
  readonly state: () => SavingState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether anything is on its way to a store right now. */
  readonly unsaved: () => boolean;
  readonly began: (store: Store, ids: readonly string[]) => void;
  readonly ended: (store: Store, ids: readonly string[]) => void;
  readonly failed: (store: Store, why: string) => void;
  readonly close: () => void;
};

type Clocks = { readonly wall: () => number; readonly monotonic: () => number };
type Began = { readonly wallMs: number; readonly monotonicMs: number };

/** Saving takes a few milliseconds; only a longer wait is worth a word. */
const NOTICEABLE_MS = 400;
/** NOT SAVED stands on the screen within two seconds: so long a store may take, the rest is for drawing. */
const PATIENCE_MS = 1500;

const WORDS: Readonly<Record<Store, string>> = {
  database: 'The database on this machine does not take them',
  journal: 'The journal file does not take them',
};

function same(left: SavingState, right: SavingState): boolean {
  return (
    left.savedAt === right.savedAt &&
    left.waitingSince === right.waitingSince &&
    left.trouble?.since === right.trouble?.since &&
    left.trouble?.sentence === right.trouble?.sentence &&
    left.trouble?.held === right.trouble?.held
  );
}

/** Keeps account of what each store has not confirmed yet; *saved* means both have everything. */
export function createSavingWatch(clocks: Clocks): SavingWatch {
  const open: Readonly<Record<Store, Map<string, Began>>> = { database: new Map(), journal: new Map() };
  const reasons = new Map<Store, string>();
  const listeners = new Set<() => void>();
  let current: SavingState = { savedAt: null, waitingSince: null, trouble: null };
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Entries keep their order, so the first of a store has waited longest. */
  const oldest = (): Began | null => {
    const firsts = [...Object.values(open)].flatMap((store) => [...store.values()].slice(0, 1));
    return firsts.reduce<Began | null>(
      (least, one) => (least === null || one.monotonicMs < least.monotonicMs ? one : least),
      null,
    );
  };
  const troubleSince = (since: number): NonNullable<SavingState['trouble']> => {
    const store = [...reasons.keys()][0] ?? (open.database.size > 0 ? 'database' : 'journal');
    const why = reasons.get(store);
    return {
      since,
      sentence: `${WORDS[store]}${why === undefined ? '' : ` (${why})`}.`,
      held: new Set([...open.database.keys(), ...open.journal.keys()]).size,
    };
  };
  const update = (savedAt = current.savedAt): void => {
    clearTimeout(timer);
    const first = oldest();
    const waited = first === null ? 0 : clocks.monotonic() - first.monotonicMs;
    const late = first !== null && (reasons.size > 0 || waited >= PATIENCE_MS);
    const next: SavingState = {
      savedAt,
      waitingSince: first !== null && (late || waited >= NOTICEABLE_MS) ? first.wallMs : null,
      trouble: late ? troubleSince(first.wallMs) : null,
    };
    if (first !== null && waited < PATIENCE_MS) {
      timer = setTimeout(() => update(), (waited < NOTICEABLE_MS ? NOTICEABLE_MS : PATIENCE_MS) - waited);
    }
    show(next);
  };
  const show = (next: SavingState): void => {
    if (same(current, next)) return;
    current = next;
    for (const listener of listeners) listener();
  };

  return {
    state: () => current,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    unsaved: () => open.database.size + open.journal.size > 0,
    began: (store, ids) => {
      const began = { wallMs: clocks.wall(), monotonicMs: clocks.monotonic() };
      for (const id of ids) if (!open[store].has(id)) open[store].set(id, began);
      update();
    },
    ended: (store, ids) => {
      for (const id of ids) open[store].delete(id);
      reasons.delete(store);
      update(oldest() === null ? Math.floor(clocks.wall() / 1000) * 1000 : current.savedAt);
    },
    failed: (store, why) => {
      reasons.set(store, why);
      update();
    },
    close: () => clearTimeout(timer),
  };
}
