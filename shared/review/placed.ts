import type { ReviewEvent, ReviewEventOf, ReviewEventType } from '#shared/events/event.ts';
import { standingEdits } from '#shared/events/field-edits.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import type { PlacedEvent } from '#shared/events/merge.ts';
import type { Stamp } from './review.ts';

export type Placed = readonly PlacedEvent<ReviewEvent>[];

/** Events of one type in order, the undone ones included. */
export function placedOf<Type extends ReviewEventType>(
  placed: Placed,
  type: Type,
): readonly PlacedEvent<ReviewEventOf<Type>>[] {
  return placed.filter((entry): entry is PlacedEvent<ReviewEventOf<Type>> => entry.event.type === type);
}

/** Events of one type in order, as they count. */
export function eventsOf<Type extends ReviewEventType>(
  placed: Placed,
  type: Type,
): readonly ReviewEventOf<Type>[] {
  return placedOf(placed, type)
    .filter((entry) => !entry.undone)
    .map((entry) => entry.event);
}

export function stamp(event: ReviewEvent): Stamp {
  return { event: event.id, atMs: hybridMs(event.at), actor: event.actor };
}

type Replacing = {
  readonly id: string;
  readonly data: { readonly seen?: Readonly<Record<string, readonly string[]>> | undefined };
};

/** Of events that each replace one value, those that stand; more than one when their authors did not see each other. */
export function standingEvents<Event extends Replacing>(
  entries: readonly { readonly event: Event; readonly undone: boolean }[],
  field: string,
): readonly Event[] {
  const edits = entries.map(({ event, undone }) => ({
    event: event.id,
    undone,
    seen: event.data.seen?.[field] ?? null,
    source: event,
  }));
  return standingEdits(edits).map((edit) => edit.source);
}
