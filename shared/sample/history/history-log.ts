import { organizationEvent, reviewEvent } from '#shared/events/commands.ts';
import type {
  OrganizationEventOf,
  OrganizationEventType,
  ReviewEventOf,
  ReviewEventType,
  StoredEvent,
} from '#shared/events/event.ts';
import { tick } from '#shared/events/hybrid-clock.ts';

const DEVICE = 'sample';

/** Writes the past of the sample with ids that count up, so that the same history has the same ids. */
export type HistoryLog = {
  /** `at` is an instant in UTC, `2026-10-28T10:00:00Z`; events of one instant keep their order. */
  readonly organization: <Type extends OrganizationEventType>(
    at: string,
    type: Type,
    content: OrganizationEventOf<Type>['data'],
    actor?: string,
  ) => void;
  readonly review: <Type extends ReviewEventType>(
    at: { readonly review: string; readonly at: string; readonly actor: string },
    type: Type,
    content: ReviewEventOf<Type>['data'],
  ) => void;
  readonly events: () => readonly StoredEvent[];
};

export function startHistory(): HistoryLog {
  const events: StoredEvent[] = [];
  const last = new Map<string, string>();
  const author = (at: string, actor: string) => {
    const time = tick(last.get(at) ?? null, Date.parse(at), DEVICE);
    last.set(at, time);
    return {
      at: time,
      device: DEVICE,
      actor,
      newId: () => `fernhill-${String(events.length + 1).padStart(4, '0')}`,
    };
  };
  return {
    organization: (at, type, content, actor = 'sam') => {
      events.push(organizationEvent(type, content, author(at, actor)));
    },
    review: ({ review, at, actor }, type, content) => {
      events.push(reviewEvent(review, type, content, author(at, actor)));
    },
    events: () => events,
  };
}
