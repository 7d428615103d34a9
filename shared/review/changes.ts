import type { ReviewEventOf } from '#shared/events/event.ts';
import type { OnRecord } from '#shared/registers/registers.ts';
import { valueKey } from './fold-values.ts';
import type { ContestedValue, ItemFields, Review, ReviewAnomaly, ReviewItem } from './review.ts';

type Heads = Readonly<Record<string, readonly string[]>>;

/** What an author has seen of the fields that are about to change. */
function seenIn(heads: Heads, changes: object): Record<string, readonly string[]> {
  return Object.fromEntries(Object.keys(changes).map((field) => [field, heads[field] ?? []] as const));
}

/** Content of `item-changed`: the edit and what its author had before their eyes. */
export function itemChange(
  item: ReviewItem,
  changes: Partial<ItemFields>,
): ReviewEventOf<'item-changed'>['data'] {
  return {
    item: item.id,
    changes: changes as ReviewEventOf<'item-changed'>['data']['changes'],
    seen: seenIn(item.heads, changes),
  };
}

type Given = Pick<ReviewEventOf<'verdict-given'>['data'], 'verdict'> &
  Partial<Omit<ReviewEventOf<'verdict-given'>['data'], 'anomaly' | 'verdict' | 'seen'>>;

/** Content of `verdict-given`; what is not given is null. It replaces every verdict that stands. */
export function verdictChange(anomaly: ReviewAnomaly, given: Given): ReviewEventOf<'verdict-given'>['data'] {
  const standing = anomaly.contested.length > 0 ? anomaly.contested : [anomaly.verdict];
  const seen = standing.flatMap((verdict) => (verdict === null ? [] : [verdict.event]));
  return {
    anomaly: anomaly.id,
    owner: null,
    due: null,
    until: null,
    reason: null,
    ...given,
    seen: { verdict: seen },
  };
}

/** The `changes` and `seen` of an edit of a register's entry. */
export function recordChange<Fields extends object, Changes extends Partial<Fields>>(
  entry: OnRecord<Fields>,
  changes: Changes,
): { readonly changes: Changes; readonly seen: Readonly<Record<string, readonly string[]>> } {
  return { changes, seen: seenIn(entry.heads, changes) };
}

/**
 * The `seen` of `constraint-named`, `commitment-checked`, `question-answered` and `readout-edited`: what stands before
 * the author's eyes for that value (`id` is the action, the question or the section; `constraint` for the constraint).
 */
export function valueSeen(
  review: Pick<Review, 'heads'>,
  kind: ContestedValue['kind'],
  id: string,
): { readonly seen: Readonly<Record<string, readonly string[]>> } {
  const key = valueKey(kind, id);
  return { seen: { value: Object.hasOwn(review.heads, key) ? (review.heads[key] ?? []) : [] } };
}
