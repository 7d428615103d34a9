import type { Day } from '#shared/day.ts';
import {
  isOrganizationEvent,
  isReviewEvent,
  type OrganizationEvent,
  type OrganizationEventOf,
  type OrganizationEventType,
  reviewOf,
  type StoredEvent,
} from '#shared/events/event.ts';
import type { FieldEdit } from '#shared/events/field-edits.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { byTime, type PlacedEvent, placeEvents } from '#shared/events/merge.ts';
import type { Placed } from '#shared/review/placed.ts';
import type { FoldReview } from '#shared/review/remembered-fold.ts';
import type { Review, ReviewItem } from '#shared/review/review.ts';
import { dayInZone } from '#shared/review/zone.ts';
import { type Claim, countedKey, countIds } from './counted.ts';

/** All events in order, the reviews folded from them, and the ids counted: what every register is folded from. */
export type Logbook = {
  readonly organization: readonly PlacedEvent<OrganizationEvent>[];
  readonly meetings: Placed;
  /** Oldest first: by start, planned ones by date last. */
  readonly reviews: readonly Review[];
  /** The organization's calendar day of an instant; while it lives on one pinned day, that day. */
  readonly dayOf: (ms: number) => Day;
  /** The hybrid time of an event. */
  readonly atOf: (event: string) => string;
  readonly idOf: (prefix: Claim['prefix'], origin: string) => string;
};

const PREFIX: Readonly<Record<string, Claim['prefix']>> = {
  action: 'A',
  initiative: 'I',
  risk: 'R',
  decision: 'D',
};

function claimsOfMeetings(meetings: Placed): readonly Claim[] {
  return meetings.flatMap(({ event }): readonly Claim[] => {
    const kind =
      event.type === 'captured'
        ? event.data.kind
        : event.type === 'item-changed'
          ? event.data.changes.kind
          : null;
    const prefix = kind === null || kind === undefined ? undefined : PREFIX[kind];
    if (prefix === undefined || (event.type !== 'captured' && event.type !== 'item-changed')) return [];
    const number = event.type === 'captured' ? (event.data.number ?? null) : null;
    return [{ at: event.at, event: event.id, prefix, origin: event.data.item, number }];
  });
}

function claimsOfRecords(organization: Logbook['organization']): readonly Claim[] {
  return organization.flatMap(({ event }): readonly Claim[] => {
    const base = { at: event.at, event: event.id };
    switch (event.type) {
      case 'action-recorded':
        return [{ ...base, prefix: 'A', origin: event.data.action, number: event.data.number ?? null }];
      case 'initiative-recorded':
        return [{ ...base, prefix: 'I', origin: event.data.initiative, number: event.data.number ?? null }];
      case 'risk-recorded':
        return [{ ...base, prefix: 'R', origin: event.data.risk, number: event.data.number ?? null }];
      case 'decision-recorded':
        return [{ ...base, prefix: 'D', origin: event.data.decision, number: event.data.number ?? null }];
      default:
        return [];
    }
  });
}

/** An action that a verdict opened is counted when its review closes: until then a typed one may take its place. */
function claimsOfVerdicts(meetings: Placed, reviews: readonly Review[]): readonly Claim[] {
  const closings = new Map(
    meetings.flatMap(({ event, undone }) =>
      event.type === 'review-closed' && !undone ? [[reviewOf(event.stream), event.at] as const] : [],
    ),
  );
  return reviews.flatMap((review) =>
    review.items
      .filter((item) => item.source === 'verdict' && closings.has(review.id))
      .map((item) => ({
        at: closings.get(review.id) ?? '',
        event: item.id,
        prefix: 'A' as const,
        origin: item.id,
        number: null,
      })),
  );
}

function inTime(left: Review, right: Review): number {
  const key = (review: Review): string =>
    review.startedAtMs === null ? (review.date ?? '9999') : new Date(review.startedAtMs).toISOString();
  return byTime({ at: `${key(left)} ${left.id}` }, { at: `${key(right)} ${right.id}` });
}

/** Zones change their day on quarters of an hour, so one answer holds for the whole quarter. */
const QUARTER_MS = 900_000;

function calendarOf(organization: Logbook['organization']): Logbook['dayOf'] {
  let timeZone = 'UTC';
  const pins: { readonly fromMs: number; readonly day: Day | null }[] = [];
  for (const { event, undone } of organization) {
    if (undone) continue;
    if (event.type === 'organization-named') timeZone = event.data.timeZone;
    if (event.type === 'day-pinned') pins.push({ fromMs: hybridMs(event.at), day: event.data.day });
  }
  const days = new Map<number, Day>();
  const calendarDay = (ms: number): Day => {
    const quarter = Math.floor(ms / QUARTER_MS);
    const day = days.get(quarter) ?? dayInZone(ms, timeZone);
    days.set(quarter, day);
    return day;
  };
  return (ms) => pins.findLast((pin) => pin.fromMs <= ms)?.day ?? calendarDay(ms);
}

/** Orders all events, folds the reviews among them and counts the ids. */
export function openLogbook(events: readonly StoredEvent[], fold: FoldReview): Logbook {
  const placed = placeEvents(events);
  const organization = placed.flatMap(({ event, undone }) =>
    isOrganizationEvent(event) ? [{ event, undone }] : [],
  );
  const meetings = placed.flatMap(({ event, undone }) => (isReviewEvent(event) ? [{ event, undone }] : []));
  const times = new Map(placed.map(({ event }) => [event.id, event.at] as const));
  const byReview = groupBy(events, (event) => reviewOf(event.stream));
  const reviews = [...byReview].flatMap(([id, own]) => (id === null ? [] : [fold(id, own)])).sort(inTime);
  const counted = countIds([
    ...claimsOfMeetings(meetings),
    ...claimsOfRecords(organization),
    ...claimsOfVerdicts(meetings, reviews),
  ]);
  return {
    organization,
    meetings,
    reviews,
    dayOf: calendarOf(organization),
    atOf: (event) => times.get(event) ?? '',
    idOf: (prefix, origin) => counted.get(countedKey(prefix, origin)) ?? origin,
  };
}

/** Organization events of one type in order, the undone ones included. */
export function recordsOf<Type extends OrganizationEventType>(
  log: Logbook,
  type: Type,
): readonly PlacedEvent<OrganizationEventOf<Type>>[] {
  return log.organization.filter(
    (entry): entry is PlacedEvent<OrganizationEventOf<Type>> => entry.event.type === type,
  );
}

/** Organization events of one type in order, as they count. */
export function standingRecordsOf<Type extends OrganizationEventType>(
  log: Logbook,
  type: Type,
): readonly OrganizationEventOf<Type>[] {
  return recordsOf(log, type)
    .filter((entry) => !entry.undone)
    .map((entry) => entry.event);
}

/** Captured items of one kind with the review that they come from. */
export function itemsOf(
  log: Logbook,
  kind: ReviewItem['kind'],
): readonly { readonly review: Review; readonly item: ReviewItem }[] {
  return log.reviews.flatMap((review) =>
    review.items.filter((item) => item.kind === kind).map((item) => ({ review, item })),
  );
}

type Changing<Fields> = {
  readonly changes: { readonly [Field in keyof Fields]?: Fields[Field] | undefined };
  readonly seen?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** A `...-changed` event as an edit of fields. */
export function toFieldEdit<Fields extends object>(entry: {
  readonly event: {
    readonly id: string;
    readonly at: string;
    readonly actor: string;
    readonly data: Changing<Fields>;
  };
  readonly undone: boolean;
}): FieldEdit<Fields> {
  const { id, at, actor, data } = entry.event;
  const changes = Object.fromEntries(Object.entries(data.changes).filter(([, value]) => value !== undefined));
  return {
    event: id,
    at,
    actor,
    changes: changes as Partial<Fields>,
    seen: data.seen ?? null,
    undone: entry.undone,
  };
}
