import type {
  OrganizationEvent,
  OrganizationEventOf,
  OrganizationEventType,
  ReviewEvent,
  ReviewEventOf,
  ReviewEventType,
} from './event.ts';
import { ORGANIZATION_STREAM, reviewStream } from './event.ts';

/** Who writes, on which device, at which hybrid time (`tick`), and where new ids come from. */
export type Author = {
  readonly at: string;
  readonly device: string;
  readonly actor: string;
  readonly newId: () => string;
};

/** A new event of a review. */
export function reviewEvent<Type extends ReviewEventType>(
  review: string,
  type: Type,
  content: ReviewEventOf<Type>['data'],
  author: Author,
): ReviewEventOf<Type> {
  const { at, device, actor } = author;
  const event = { id: author.newId(), stream: reviewStream(review), at, device, actor, type, data: content };
  // The pair of type and content is checked by the signature; the compiler cannot carry it through the union.
  return event as unknown as ReviewEventOf<Type> & ReviewEvent;
}

/** A new event of the organization. */
export function organizationEvent<Type extends OrganizationEventType>(
  type: Type,
  content: OrganizationEventOf<Type>['data'],
  author: Author,
): OrganizationEventOf<Type> {
  const { at, device, actor } = author;
  const event = { id: author.newId(), stream: ORGANIZATION_STREAM, at, device, actor, type, data: content };
  return event as unknown as OrganizationEventOf<Type> & OrganizationEvent;
}
