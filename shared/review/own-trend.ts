import type { Day } from '#shared/day.ts';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import { correctedFactor } from '#shared/signals/limits.ts';
import { type OwnMeasures, ownMeasures } from './own-measures.ts';
import { MEAN_FROM } from './rating.ts';
import type { Review } from './review.ts';

/** One review on the trend of reviews. */
export type HeldReview = OwnMeasures & {
  readonly date: Day | null;
  readonly plannedMinutes: number;
  /** Null while it is not closed. */
  readonly usedMinutes: number | null;
  /** Mean of the room's rating, one to five. */
  readonly rating: number | null;
};

/** The closed reviews of a register on their trend, oldest first, one of them left out where it is told apart. */
export function heldReviews(
  reviews: readonly ReviewSummary[],
  without: string | null = null,
): readonly HeldReview[] {
  return reviews
    .filter(({ id, status }) => status === 'closed' && id !== without)
    .map(({ own, date, plannedMinutes, usedMinutes, rating }) => ({
      ...own,
      date,
      plannedMinutes,
      usedMinutes,
      rating,
    }));
}

/** A review on the trend as it stands, with the minutes that it has used. */
export function heldSoFar(review: Review, usedMs: number): HeldReview {
  return {
    ...ownMeasures(review),
    date: review.date,
    plannedMinutes: review.blocks.reduce((sum, block) => sum + block.planned, 0),
    usedMinutes: usedMs / 60_000,
    // The mean of very few votes would tell what one of them was.
    rating: review.rating !== null && review.rating.voters >= MEAN_FROM ? review.rating.mean : null,
  };
}

export type OwnTrendId = 'minutes' | 'decided' | 'owned' | 'kept' | 'rating';

export type TrendPoint = {
  readonly date: Day | null;
  /** Minutes over the plan, a share from 0 to 100, or a rating; null where there was nothing to count. */
  readonly value: number | null;
  /** The value as a person says it: `3 min over`, `9 of 11`, `4.2`. */
  readonly words: string;
};

export type OwnTrend = {
  readonly id: OwnTrendId;
  readonly name: string;
  readonly good: 'up' | 'down';
  /** One for each review, oldest first. */
  readonly points: readonly TrendPoint[];
  /** Natural limits of the values before the newest; null where they are too few for any. */
  readonly limits: { readonly centre: number; readonly lower: number; readonly upper: number } | null;
};

/** Fewer values give no limits that are worth drawing: they are told as plain numbers. */
export const FEWEST_FOR_LIMITS = 8;

type Measure = Omit<OwnTrend, 'points' | 'limits'> & {
  readonly of: (review: HeldReview) => Omit<TrendPoint, 'date'>;
  readonly bounds: readonly [number, number] | null;
};

function share(part: number, of: number): Omit<TrendPoint, 'date'> {
  return { value: of === 0 ? null : (100 * part) / of, words: of === 0 ? 'none' : `${part} of ${of}` };
}

function minutesWords(over: number): string {
  if (over === 0) return 'on time';
  return over > 0 ? `${over} min over` : `${-over} min under`;
}

const PERCENT = [0, 100] as const;

const MEASURES: readonly Measure[] = [
  {
    id: 'minutes',
    name: 'Against the plan',
    good: 'down',
    bounds: null,
    of: ({ usedMinutes, plannedMinutes }) => {
      const over = usedMinutes === null ? null : Math.round(usedMinutes - plannedMinutes);
      return { value: over, words: over === null ? 'not closed' : minutesWords(over) };
    },
  },
  {
    id: 'decided',
    name: 'Anomalies decided',
    good: 'up',
    bounds: PERCENT,
    of: ({ decided, putForward }) => share(decided, putForward),
  },
  {
    id: 'owned',
    name: 'Findings with owner and date',
    good: 'up',
    bounds: PERCENT,
    of: ({ owned, findings }) => share(owned, findings),
  },
  {
    id: 'kept',
    name: 'Promises kept',
    good: 'up',
    bounds: PERCENT,
    of: ({ kept, promised }) => share(kept, promised),
  },
  {
    id: 'rating',
    name: 'Rating',
    good: 'up',
    bounds: [1, 5],
    of: ({ rating }) => ({ value: rating, words: rating === null ? 'not rated' : rating.toFixed(1) }),
  },
];

function limitsOf(values: readonly number[], bounds: Measure['bounds']): OwnTrend['limits'] {
  if (values.length < FEWEST_FOR_LIMITS) return null;
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
  const centre = mean(values);
  const ranges = values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
  // The newest value is held against few others, so the factor is that of a short baseline.
  const reach = correctedFactor(values.length) * mean(ranges);
  const [least, most] = bounds ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return { centre, lower: Math.max(least, centre - reach), upper: Math.min(most, centre + reach) };
}

/**
 * How the reviews themselves go: five measures over the closed reviews given, oldest first. The newest value stands
 * outside the limits that it is held against.
 */
export function ownTrend(reviews: readonly HeldReview[]): readonly OwnTrend[] {
  return MEASURES.map(({ of, bounds, ...measure }) => {
    const points = reviews.map((review) => ({ date: review.date, ...of(review) }));
    const before = points.slice(0, -1).flatMap(({ value }) => (value === null ? [] : [value]));
    return { ...measure, points, limits: limitsOf(before, bounds) };
  });
}

export type Against = 'better' | 'worse' | 'usual';

/** The newest value against the limits of those before it; null where there is no value or are no limits. */
export function newestAgainst({ points, limits, good }: OwnTrend): Against | null {
  const value = points.at(-1)?.value ?? null;
  if (value === null || limits === null) return null;
  if (value >= limits.lower && value <= limits.upper) return 'usual';
  return value > limits.upper === (good === 'up') ? 'better' : 'worse';
}

const TOLD = 4;

/** `Promises kept: 3 of 5; before 2 of 4, 4 of 4.` The newest review first, then so many before it, oldest first. */
export function trendSentence(trend: OwnTrend, most = TOLD): string {
  const newest = trend.points.at(-1);
  if (newest === undefined) return '';
  const before = most === 0 ? [] : trend.points.slice(0, -1).slice(-most);
  const told = before.length === 0 ? '' : `; before ${before.map(({ words }) => words).join(', ')}`;
  const against = newestAgainst(trend);
  const unusual = against === 'better' || against === 'worse' ? `, ${against} than usual` : '';
  return `${trend.name}: ${newest.words}${unusual}${told}.`;
}
