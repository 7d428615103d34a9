type Kept = { readonly text: string; readonly at: number };

/** Texts on their way to the disk: kept at once and outside the page, so that a page that dies on the way loses none. */
export type DraftsInFlight = {
  readonly set: (key: string, kept: Kept) => void;
  /** Forgets a text that has arrived, unless something newer is on its way. */
  readonly arrived: (key: string, text: string) => void;
  readonly all: () => ReadonlyMap<string, Kept>;
};

function read(json: string | null): Kept | null {
  try {
    const kept = JSON.parse(json ?? 'null') as Kept | null;
    return typeof kept?.text === 'string' && typeof kept.at === 'number' ? kept : null;
  } catch {
    return null;
  }
}

/** Uses the browser's synchronous store; where there is none, nothing is kept and nothing fails. */
export function draftsInFlight(database: string, store: Storage | undefined): DraftsInFlight {
  const prefix = `andon.draft.${database}.`;
  return {
    set: (key, kept) => {
      try {
        store?.setItem(prefix + key, JSON.stringify(kept));
      } catch {
        // A full store costs this second copy only; the database has its own watch.
      }
    },
    arrived: (key, text) => {
      if (read(store?.getItem(prefix + key) ?? null)?.text === text) store?.removeItem(prefix + key);
    },
    all: () => {
      const found = new Map<string, Kept>();
      for (const name of Object.keys(store ?? {})) {
        const kept = name.startsWith(prefix) ? read(store?.getItem(name) ?? null) : null;
        if (kept !== null) found.set(name.slice(prefix.length), kept);
      }
      return found;
    },
  };
}
