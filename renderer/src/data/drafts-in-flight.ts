import type { TakeOver, TypedLine, TypingLog } from '#renderer/src/workers/typing-log.ts';

type Kept = { readonly text: string; readonly at: number };

/**
 * Texts on their way to the disk: kept outside the page before the next key is handled, so that whatever dies on the way
 * takes the last key at most.
 */
export type DraftsInFlight = {
  readonly set: (key: string, kept: Kept) => void;
  /** The text is an event from now on; it is in flight until the event is stored. */
  readonly became: (key: string, event: string, at: number) => void;
  /** Forgets a text that has arrived, unless something newer is on its way. */
  readonly arrived: (key: string, text: string) => void;
  readonly stored: (key: string, event: string) => void;
  /** Hands over what windows that died left on its way; resolves when it is at hand. */
  readonly left: (takeOver: TakeOver) => Promise<void>;
};

/** The log is emptied at the first moment when nothing is on its way that it is longer than this, in characters. */
const LONG = 100_000;

function read(json: string | null): Kept | null {
  try {
    const kept = JSON.parse(json ?? 'null') as Kept | null;
    return typeof kept?.text === 'string' && typeof kept.at === 'number' ? kept : null;
  } catch {
    return null;
  }
}

/** The browser's synchronous store, for as long as there is no log; a full one costs this second copy only. */
function smallStore(prefix: string, store: Storage | undefined) {
  return {
    set: (key: string, kept: Kept): void => {
      try {
        store?.setItem(prefix + key, JSON.stringify(kept));
      } catch {
        // The database has its own watch.
      }
    },
    arrived: (key: string, text: string): void => {
      if (read(store?.getItem(prefix + key) ?? null)?.text === text) store?.removeItem(prefix + key);
    },
    lines: (): readonly TypedLine[] =>
      Object.keys(store ?? {}).flatMap((name) => {
        const kept = name.startsWith(prefix) ? read(store?.getItem(name) ?? null) : null;
        return kept === null ? [] : [{ key: name.slice(prefix.length), ...kept }];
      }),
  };
}

/** Uses the typing log, and the browser's synchronous store where there is none. */
export function draftsInFlight(
  database: string,
  store: Storage | undefined,
  log: TypingLog | null,
): DraftsInFlight {
  const small = smallStore(`andon.draft.${database}.`, store);
  const onTheirWay = new Map<string, string>();
  let length = 0;
  const logged = (line: TypedLine): boolean => {
    if (log?.write(line) !== true) return false;
    onTheirWay.set(line.key, 'text' in line ? line.text : line.became);
    length += JSON.stringify(line).length;
    return true;
  };
  const settled = (key: string, what: string): void => {
    if (onTheirWay.get(key) !== what) return;
    onTheirWay.delete(key);
    if (onTheirWay.size > 0 || length < LONG) return;
    log?.empty();
    length = 0;
  };
  return {
    set: (key, { text, at }) => {
      if (!logged({ key, text, at })) small.set(key, { text, at });
    },
    became: (key, event, at) => {
      logged({ key, became: event, at });
    },
    arrived: (key, text) => {
      settled(key, text);
      small.arrived(key, text);
    },
    stored: settled,
    left: async (takeOver) => {
      await log?.open(takeOver);
      await takeOver(small.lines());
    },
  };
}
