import type { StoredEvent } from '#shared/events/event.ts';

/** The events that this window knows, each once. */
export type KnownEvents = {
  /** In no particular order; the same array until one is added. */
  readonly list: () => readonly StoredEvent[];
  readonly has: (id: string) => boolean;
  /** Adds what is not known yet, and answers that. */
  readonly add: (events: readonly StoredEvent[]) => readonly StoredEvent[];
  readonly subscribe: (listener: () => void) => () => void;
};

export function createKnownEvents(): KnownEvents {
  const byId = new Map<string, StoredEvent>();
  const listeners = new Set<() => void>();
  let list: readonly StoredEvent[] = [];
  return {
    list: () => list,
    has: (id) => byId.has(id),
    add: (events) => {
      const fresh = events.filter((event) => {
        if (byId.has(event.id)) return false;
        byId.set(event.id, event);
        return true;
      });
      if (fresh.length === 0) return fresh;
      list = [...list, ...fresh];
      for (const listener of listeners) listener();
      return fresh;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
