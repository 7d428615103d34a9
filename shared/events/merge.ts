import type { StoredEvent } from './event.ts';

/** An event in its place, and whether somebody has undone it. */
export type PlacedEvent<Event extends StoredEvent = StoredEvent> = {
  readonly event: Event;
  readonly undone: boolean;
};

function inOrder(left: StoredEvent, right: StoredEvent): number {
  if (left.at !== right.at) return left.at < right.at ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

/** Sorts by hybrid time; equal times keep their order. */
export function byTime(left: { readonly at: string }, right: { readonly at: string }): number {
  if (left.at === right.at) return 0;
  return left.at < right.at ? -1 : 1;
}

/** The union of logs by id, in the one order that every device agrees on, whatever arrived first or twice. */
export function mergeEvents<Event extends StoredEvent>(
  ...logs: readonly (readonly Event[])[]
): readonly Event[] {
  const byId = new Map<string, Event>();
  for (const log of logs) {
    for (const event of log) {
      const known = byId.get(event.id);
      if (known === undefined || inOrder(event, known) < 0) byId.set(event.id, event);
    }
  }
  return [...byId.values()].sort(inOrder);
}

/** The event that an undo or a redo speaks of, null for every other event. */
export function correctedId(event: StoredEvent): string | null {
  if (event.type !== 'event-undone' && event.type !== 'event-redone') return null;
  const { data } = event;
  const target = typeof data === 'object' && data !== null && 'event' in data ? data.event : null;
  return typeof target === 'string' ? target : null;
}

/**
 * Ids of the events that do not count. Of the corrections of one event the last one that itself counts decides, so an
 * undo can be undone, in any depth. A correction reaches no further than its own stream.
 */
export function undoneIds(ordered: readonly StoredEvent[]): ReadonlySet<string> {
  const streams = new Map(ordered.map((event) => [event.id, event.stream] as const));
  const decided = new Set<string>();
  const undone = new Set<string>();
  for (const event of ordered.toReversed()) {
    const target = correctedId(event);
    if (target === null || undone.has(event.id) || decided.has(target)) continue;
    if (streams.get(target) !== event.stream) continue;
    decided.add(target);
    if (event.type === 'event-undone') undone.add(target);
  }
  return undone;
}

/** Merges, orders and marks what was undone: what every fold begins with. */
export function placeEvents<Event extends StoredEvent>(
  events: readonly Event[],
): readonly PlacedEvent<Event>[] {
  const ordered = mergeEvents(events);
  const undone = undoneIds(ordered);
  return ordered.map((event) => ({ event, undone: undone.has(event.id) }));
}
