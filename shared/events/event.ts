import { fail, ok, type Result } from '#shared/result.ts';
import { z } from '#shared/zod.ts';
import { hybridTime } from './hybrid-clock.ts';
import { organizationData } from './organization-events.ts';
import { id } from './parts.ts';
import { reviewData } from './review-events.ts';

export const ORGANIZATION_STREAM = 'organization';

export type ReviewStream = `review:${string}`;
export type Stream = typeof ORGANIZATION_STREAM | ReviewStream;

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

type Envelope<StreamName, Type, Content> = {
  readonly id: string;
  readonly stream: StreamName;
  /** Hybrid logical clock: sorts as text, see `hybrid-clock.ts`. */
  readonly at: string;
  readonly device: string;
  /** Handle of the person at the keyboard. */
  readonly actor: string;
  readonly type: Type;
  readonly data: Content;
};

type EventsOf<Schemas extends Record<string, z.ZodType>, StreamName> = {
  [Type in keyof Schemas & string]: Envelope<StreamName, Type, DeepReadonly<z.infer<Schemas[Type]>>>;
}[keyof Schemas & string];

export type ReviewEvent = EventsOf<typeof reviewData, ReviewStream>;
export type OrganizationEvent = EventsOf<typeof organizationData, typeof ORGANIZATION_STREAM>;
export type AndonEvent = ReviewEvent | OrganizationEvent;

export type ReviewEventType = ReviewEvent['type'];
export type OrganizationEventType = OrganizationEvent['type'];
export type ReviewEventOf<Type extends ReviewEventType> = Extract<ReviewEvent, { type: Type }>;
export type OrganizationEventOf<Type extends OrganizationEventType> = Extract<
  OrganizationEvent,
  { type: Type }
>;

/** Any event as it is stored and carried, those of newer builds included. */
export type StoredEvent = Envelope<Stream, string, unknown>;

export type EventFailure = {
  readonly code: 'not-an-event' | 'not-understood';
  /** One sentence with the field concerned. */
  readonly message: string;
};

const stream = z.union([z.literal(ORGANIZATION_STREAM), z.templateLiteral(['review:', z.string().min(1)])]);
const envelope = z.strictObject({
  id,
  stream,
  at: hybridTime,
  device: id,
  actor: z.string(),
  type: id,
  data: z.unknown(),
});

export function reviewStream(review: string): ReviewStream {
  return `review:${review}`;
}

/** The review that a stream belongs to, or null for the organization's. */
export function reviewOf(name: string): string | null {
  return name.startsWith('review:') ? name.slice('review:'.length) : null;
}

function schemaOf(name: Stream, type: string): z.ZodType | null {
  const schemas: Readonly<Record<string, z.ZodType>> =
    name === ORGANIZATION_STREAM ? organizationData : reviewData;
  return Object.hasOwn(schemas, type) ? (schemas[type] ?? null) : null;
}

function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue === undefined ? 'It has no content.' : `${issue.path.join('.') || 'event'}: ${issue.message}`;
}

/** Fields that a newer build added are kept; everything else has to be as the schema says. */
function onlyMore(error: z.ZodError): boolean {
  return error.issues.every((issue) => issue.code === 'unrecognized_keys');
}

/**
 * Reads one event from parsed JSON. A type that only a newer build knows is kept as it is (folds pass over it), and so
 * are added fields; an event that cannot be understood is a failure, and its bytes are the caller's to keep.
 */
export function parseEvent(json: unknown): Result<StoredEvent, EventFailure> {
  const outer = envelope.safeParse(json);
  if (!outer.success) return fail({ code: 'not-an-event', message: describe(outer.error) });
  const event = outer.data as StoredEvent;
  const inner = schemaOf(event.stream, event.type)?.safeParse(event.data);
  if (inner !== undefined && !inner.success && !onlyMore(inner.error)) {
    return fail({ code: 'not-understood', message: `${event.type}: ${describe(inner.error)}` });
  }
  return ok(event);
}

export function isReviewEvent(event: StoredEvent): event is ReviewEvent {
  return event.stream !== ORGANIZATION_STREAM && Object.hasOwn(reviewData, event.type);
}

export function isOrganizationEvent(event: StoredEvent): event is OrganizationEvent {
  return event.stream === ORGANIZATION_STREAM && Object.hasOwn(organizationData, event.type);
}
