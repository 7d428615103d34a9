import type { NewEvent } from '#renderer/src/data/author.ts';
import type { Step } from '#renderer/src/walk/steps.ts';
import { type ReviewEventOf, type ReviewEventType, reviewStream } from '#shared/events/event.ts';
import { chartAtHand, pageAhead, partAtHand } from '#shared/review/block-content.ts';
import type { CaptureParse } from '#shared/review/capture/capture.ts';
import { itemChange, valueSeen, verdictChange } from '#shared/review/changes.ts';
import type { Review, ReviewAnomaly, ReviewItem } from '#shared/review/review.ts';

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

/** What turns the page of the block at hand; nothing where it has no further page. */
export function toPage(review: Review, by: 1 | -1): readonly NewEvent[] {
  const part = pageAhead(review, by);
  return part === null ? [] : [inReview(review, 'part-opened', { block: review.currentBlock ?? '', part })];
}

/** What brings the next part of the block at hand (or the one before) to hand; nothing where it has no further one. */
export function toPart(review: Review, by: 1 | -1): readonly NewEvent[] {
  const at = partAtHand(review);
  const part = at === null ? undefined : at.parts[at.at + by];
  return part === undefined
    ? []
    : [inReview(review, 'part-opened', { block: review.currentBlock ?? '', part })];
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

type Found = Pick<ReviewEventOf<'commitment-checked'>['data'], 'status'> &
  Partial<Omit<ReviewEventOf<'commitment-checked'>['data'], 'action' | 'seen'>>;
export type ConstraintFields = Omit<ReviewEventOf<'constraint-named'>['data'], 'seen'>;
type Answer = ReviewEventOf<'question-answered'>['data']['answer'];

export type Captured = {
  readonly item: string;
  readonly line: string;
  readonly private?: boolean;
  readonly tags?: readonly string[];
};

/** Takes a line down, linked to what stands on the stage. */
export function captured(review: Review, parse: CaptureParse, entry: Captured): NewEvent {
  const { tags = [] } = entry;
  const chart = review.currentAnomaly === null ? chartAtHand(review) : null;
  const dimension = parse.dimension ?? chart?.reading?.dimension ?? null;
  return inReview(review, 'captured', {
    ...contentOf(parse),
    ...(dimension === null ? {} : { dimension }),
    ...(chart === null ? {} : { links: [...(parse.links ?? []), chart.id] }),
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
  const fields = {
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
    tags: parse.tags ?? [],
    links: parse.links ?? [],
    flags: parse.flags,
  };
  return inReview(review, 'item-changed', itemChange(item, fields));
}

/** A verdict; one that was set aside is back in the walk with it. */
export function verdictGiven(
  review: Review,
  anomaly: ReviewAnomaly,
  given: Parameters<typeof verdictChange>[1],
): readonly NewEvent[] {
  return [
    ...(anomaly.asideReason === null ? [] : [inReview(review, 'anomaly-put-back', { anomaly: anomaly.id })]),
    inReview(review, 'verdict-given', verdictChange(anomaly, given)),
  ];
}

/** The check of a promise; what is not given is null. */
export function checked(review: Review, action: string, found: Found): NewEvent {
  const nothing = { doneOn: null, due: null, owner: null, reason: null, evidence: null, decision: null };
  const content = { action, ...nothing, ...found, ...valueSeen(review, 'check', action) };
  return inReview(review, 'commitment-checked', content);
}

/** The constraint as it is named now. */
export function named(review: Review, constraint: ConstraintFields): NewEvent {
  return inReview(review, 'constraint-named', {
    ...constraint,
    ...valueSeen(review, 'constraint', 'constraint'),
  });
}

/** The room's answer to one of the six questions, beside what was computed. */
export function answered(review: Review, question: string, answer: Answer, computed: string): NewEvent {
  const content = { question, answer, computed, ...valueSeen(review, 'answer', question) };
  return inReview(review, 'question-answered', content);
}
