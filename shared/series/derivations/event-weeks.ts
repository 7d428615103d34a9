import { startOfWeek } from '#shared/day.ts';
import { weeksBetween } from '#shared/series/derivations/derived-series.ts';
import { groupBy } from '#shared/series/derivations/group-by.ts';

/** One event that counts, as far as every kind of event has it. */
export type DatedEvent = { readonly entity: string; readonly at: number; readonly line: number };

/** The events of one entity in one week; a week within the span of the file may have none. */
export type EventWeek<Event extends DatedEvent> = {
  readonly entity: string;
  /** Monday, in calendar milliseconds. */
  readonly start: number;
  readonly events: readonly Event[];
  /** Line of the week's first event, or of the entity's first one where the week has none. */
  readonly line: number;
};

function span(events: readonly DatedEvent[]): readonly [first: number, last: number] {
  return events.reduce<readonly [number, number]>(
    ([first, last], { at }) => [Math.min(first, at), Math.max(last, at)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
}

/**
 * Events by entity and ISO week, with the weeks in which an entity had none. An export knows of every week it spans:
 * from its own first to its last, or for an entity that may be younger (`entity-first`) from that entity's first.
 */
export function eventWeeks<Event extends DatedEvent>(
  events: readonly Event[],
  from: 'file-first' | 'entity-first',
): readonly EventWeek<Event>[] {
  const [fileFirst, last] = span(events);
  return [...groupBy(events, ({ entity }) => entity)].flatMap(([entity, own]) => {
    const byWeek = groupBy(own, ({ at }) => startOfWeek(at));
    const first = from === 'file-first' ? fileFirst : span(own)[0];
    return weeksBetween(first, last).map((start) => {
      const inWeek = byWeek.get(start) ?? [];
      return { entity, start, events: inWeek, line: inWeek[0]?.line ?? own[0]?.line ?? 0 };
    });
  });
}

/** The same events once more under the name of the whole organization. */
export function withOrganization<Event extends DatedEvent>(events: readonly Event[]): readonly Event[] {
  const whole = events.filter(({ entity }) => entity !== 'organization');
  return [...events, ...whole.map((event) => ({ ...event, entity: 'organization' }))];
}
