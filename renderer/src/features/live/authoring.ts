import type { NewEvent } from '#renderer/src/data/event-log.ts';
import type { Step } from '#renderer/src/walk/steps.ts';
import { type ReviewEventOf, type ReviewEventType, reviewStream } from '#shared/events/event.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import type { Review, ReviewItem } from '#shared/review/review.ts';

/** A new event of a review, as a screen authors it. */
export function inReview<Type extends ReviewEventType>(
  review: Pick<Review, 'id'>,
  type: Type,
  content: ReviewEventOf<Type>['data'],
): NewEvent {
  // The pair of type and content is checked by the signature; the compiler cannot carry it through the union.
  return { stream: reviewStream(review.id), type, data: content } as NewEvent;
}

/** What takes the review to a step of the walk; entering the block at hand again goes back to its opening. */
export function toStep(review: Review, { block, anomaly }: Step): readonly NewEvent[] {
  const enters = block.id !== review.currentBlock || anomaly === null;
  return [
    ...(enters ? [inReview(review, 'block-entered', { block: block.id })] : []),
    ...(anomaly === null ? [] : [inReview(review, 'anomaly-opened', { anomaly: anomaly.id })]),
  ];
}

type ItemContent = Omit<
  ReviewEventOf<'captured'>['data'],
  'item' | 'kind' | 'line' | 'block' | 'anomaly' | 'number' | 'private'
>;

/** The fields of an entry as they were understood; what was not given is absent. */
function contentOf(parse: CaptureParse): ItemContent {
  const { kind: _kind, spans: _spans, ownerCandidates: _candidates, ...fields } = parse;
  return fields;
}

export type Captured = {
  readonly item: string;
  readonly line: string;
  readonly private?: boolean;
  readonly tags?: readonly string[];
};

/** Takes a line down, linked to what stands on the stage. */
export function captured(review: Review, parse: CaptureParse, entry: Captured): NewEvent {
  const { tags = [] } = entry;
  return inReview(review, 'captured', {
    ...contentOf(parse),
    ...(tags.length === 0 ? {} : { tags: [...(parse.tags ?? []), ...tags] }),
    item: entry.item,
    kind: parse.kind,
    line: entry.line,
    block: review.currentBlock,
    anomaly: review.currentAnomaly,
    ...(entry.private === true ? { private: true } : {}),
  });
}

/** An entry typed anew: every field as it is understood now, those that are gone taken away. */
export function retyped(review: Review, item: ReviewItem, parse: CaptureParse): NewEvent {
  return inReview(review, 'item-changed', {
    item: item.id,
    changes: {
      kind: parse.kind,
      text: parse.text,
      owner: parse.owner ?? null,
      due: parse.due ?? null,
      reviewOn: parse.reviewOn ?? null,
      dimension: parse.dimension ?? null,
      priority: parse.priority ?? null,
      tier: parse.tier ?? null,
      likelihood: parse.likelihood ?? null,
      impact: parse.impact ?? null,
      entity: parse.entity ?? null,
      tags: [...(parse.tags ?? [])],
      links: [...(parse.links ?? [])],
      flags: [...parse.flags],
    },
  });
}
