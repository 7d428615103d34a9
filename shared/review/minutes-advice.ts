import type { Day } from '#shared/day.ts';
import { median } from '#shared/series/derivations/derived-series.ts';
import type { AgendaBlock } from './review.ts';

/** What one block needed in the last reviews that held it, beside what the plan gives it. */
export type MinutesAdvice = {
  readonly block: string;
  readonly name: string;
  readonly planned: number;
  /** Median of what was used, in whole minutes: one evening that ran away does not move it. */
  readonly used: number;
  /** The reviews that it rests on, oldest first. */
  readonly from: readonly { readonly date: Day | null; readonly minutes: number }[];
};

type Past = {
  readonly date: Day | null;
  readonly usedMinutes: number | null;
  readonly blocks: readonly { readonly kind: string; readonly name: string; readonly used: number }[];
};

/** Fewer reviews are no habit; older ones than these are another habit. */
const LEAST_REVIEWS = 3;
const MOST_REVIEWS = 5;
/** A minute more or less is not worth a change. */
const WORTH_MINUTES = 2;
/** A block that was left after less was passed over, not held. */
const HELD_MINUTES = 0.5;

/** Blocks of one subject: by kind; those of the room's own by name. What a split made of one is still one. */
function subjectOf({ kind, name }: Pick<AgendaBlock, 'kind' | 'name'>): string {
  return kind === 'custom' ? `custom ${name.replace(/, continued$/, '').toLowerCase()}` : kind;
}

function usedFor(subject: string, review: Past): number {
  return review.blocks.reduce((sum, one) => sum + (subjectOf(one) === subject ? one.used : 0), 0);
}

/**
 * Blocks that the last reviews needed other minutes for, by the median of the newest five that held them (three at
 * least), and two minutes apart at least. Where the plan has several blocks of one subject, they share.
 */
export function minutesAdvice(
  blocks: readonly AgendaBlock[],
  past: readonly Past[],
): readonly MinutesAdvice[] {
  const closed = past.filter((review) => review.usedMinutes !== null);
  return blocks.flatMap((block) => {
    const subject = subjectOf(block);
    const sharing = blocks.filter((one) => subjectOf(one) === subject).length;
    const from = closed
      .map((review) => ({ date: review.date, minutes: usedFor(subject, review) / sharing }))
      .filter(({ minutes }) => minutes >= HELD_MINUTES)
      .slice(-MOST_REVIEWS);
    const used = Math.max(1, Math.round(median(from.map(({ minutes }) => minutes))));
    const tooFew = from.length < LEAST_REVIEWS;
    if (tooFew || Math.abs(used - block.minutes) < WORTH_MINUTES) return [];
    return [{ block: block.id, name: block.name, planned: block.minutes, used, from }];
  });
}

/** The agenda with everything that is advised. */
export function withAdvice(
  blocks: readonly AgendaBlock[],
  advice: readonly MinutesAdvice[],
): readonly AgendaBlock[] {
  const used = new Map(advice.map((one) => [one.block, one.used]));
  return blocks.map((block) => ({ ...block, minutes: used.get(block.id) ?? block.minutes }));
}
