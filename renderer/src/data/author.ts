import type { AndonEvent, StoredEvent } from '#shared/events/event.ts';
import { AHEAD_LIMIT_MS, type HybridTime, hybridMs, receive, tick } from '#shared/events/hybrid-clock.ts';
import type { WindowClock } from './window-clock.ts';

type Authored<Event> = Event extends AndonEvent
  ? { readonly stream: Event['stream']; readonly type: Event['type']; readonly data: Event['data'] }
  : never;

/** What a screen authors: the log adds id, time, device and actor. */
export type NewEvent = Authored<AndonEvent>;

export type AuthorParts = {
  readonly clock: Pick<WindowClock, 'now' | 'carryOn'>;
  /** Random name of this installation. */
  readonly device: string;
  /** Handle of the person at the keyboard. */
  readonly actor: () => string;
  readonly newId: () => string;
};

/** Stamps what is authored here, later than everything of this device and than whatever of others it has followed. */
export type Author = {
  readonly stamp: (event: NewEvent) => StoredEvent;
  /** Takes note of events that this device's stores have. */
  readonly seen: (events: readonly StoredEvent[]) => void;
  /** Takes note of events that came from elsewhere; a clock too far ahead is not followed. */
  readonly received: (events: readonly StoredEvent[]) => void;
};

function latest(events: readonly StoredEvent[]): HybridTime | null {
  return events.reduce<HybridTime | null>((last, { at }) => (last === null || at > last ? at : last), null);
}

export function createAuthor({ clock, device, actor, newId }: AuthorParts): Author {
  let last: HybridTime | null = null;
  const follow = (time: HybridTime | null): void => {
    if (time === null || (last !== null && time <= last)) return;
    last = time;
    // The clock of a meeting is read between events: it must not stand until the wall clock has caught up with them.
    clock.carryOn(hybridMs(time));
  };
  return {
    stamp: (event) => {
      last = tick(last, clock.now(), device);
      const { stream, type, data } = event;
      return { id: newId(), stream, at: last, device, actor: actor(), type, data };
    },
    seen: (events) => {
      follow(latest(events.filter((event) => event.device === device)));
      const limitMs = clock.now() + AHEAD_LIMIT_MS;
      follow(latest(events.filter((event) => hybridMs(event.at) <= limitMs)));
    },
    received: (events) => {
      const newest = latest(events);
      if (newest === null) return;
      const { time, aheadMs } = receive(last, newest, clock.now(), device);
      if (aheadMs === null) follow(time);
    },
  };
}
