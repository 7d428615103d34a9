import { dimensions } from '#shared/drive/catalogue.ts';
import { closingRuleById, dimensionStates, seriesStates } from '#shared/drive/registers.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { heldReviews, heldSoFar, ownTrend, trendSentence } from '#shared/review/own-trend.ts';
import { drawWords } from '#shared/review/pick.ts';
import type { Review } from '#shared/review/review.ts';
import type { DimensionRead } from '#shared/signals/reading.ts';
import type { NameOf } from './names.ts';
import { attendanceOf, rolesOf } from './people.ts';
import type { Readout, ReadoutDimension } from './readout.ts';

const MINUTE_MS = 60_000;

type MeetingSource = {
  readonly review: Review;
  readonly registers: Pick<Registers, 'organization' | 'reviews'>;
  /** Milliseconds UTC; a review that still runs is read at this moment. */
  readonly nowMs: number;
};

/** The rating with its spread and reasons, each only where there is one. */
function ratingOf({ rating, votes }: Review): Readout['meeting']['rating'] {
  if (rating === null) return null;
  const { counts, reasons } = votes;
  return {
    ...rating,
    ...(counts.every((count) => count === 0) ? {} : { counts }),
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}

/** The review by its own record, beside the reviews before it. */
function ownOf(
  review: Review,
  usedMs: number,
  { reviews }: Pick<Registers, 'reviews'>,
): NonNullable<Readout['meeting']['own']> {
  const now = heldSoFar(review, usedMs);
  const before = heldReviews(reviews, review.id).filter(({ date }) => (date ?? '') < (review.date ?? '9'));
  const { findings, owned } = now;
  return { findings, owned, trend: ownTrend([...before, now]).map((trend) => trendSentence(trend)) };
}

/** Planned against used minutes, who was there, what was shown, decided and not reached, waivers and andons. */
export function meetingOf({ review, registers, nowMs }: MeetingSource, nameOf: NameOf): Readout['meeting'] {
  const clock = clockAt(review, review.closedAtMs ?? nowMs);
  const used = new Map(clock.blocks.map((block) => [block.block, block.usedMs]));
  const blocks = review.blocks.map((block) => ({
    name: block.name,
    planned: block.planned,
    used: Math.round((used.get(block.id) ?? 0) / MINUTE_MS),
    usedSeconds: Math.round((used.get(block.id) ?? 0) / 1000),
  }));
  const of = (...statuses: readonly string[]) =>
    review.anomalies.filter(({ status }) => statuses.includes(status));
  return {
    plannedMinutes: review.blocks.reduce((sum, block) => sum + block.planned, 0),
    usedMinutes: Math.round(clock.meeting.usedMs / MINUTE_MS),
    usedSeconds: Math.round(clock.meeting.usedMs / 1000),
    blocks,
    shown: of('shown', 'decided').length,
    decided: of('decided').length,
    notReached: of('waiting', 'not-reached').map(({ headline, dimension }) => ({ headline, dimension })),
    setAside: of('set-aside').map(({ headline, asideReason }) => ({ headline, reason: asideReason })),
    rating: ratingOf(review),
    own: ownOf(review, clock.meeting.usedMs, registers),
    ...attendanceOf(review, registers, nameOf),
    ...rolesOf(review, registers, nameOf),
    ...(review.picks.length === 0 ? {} : { draws: review.picks.map(drawWords) }),
    waivers: review.waivers.map(({ rule, reason }) => ({
      rule: closingRuleById(rule)?.rule ?? rule,
      reason,
    })),
    andons: review.andons.map(({ reason, released }) => ({ reason, decided: released?.decided ?? null })),
    gapsAtStart: review.gapsAtStart.map((gap) => gap.sentence),
  };
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(seriesStates.map(({ id, name }) => [id, name.toLowerCase()])),
  ...dimensionStates.words,
};

function dimensionOf(review: Review, read: DimensionRead, name: string): ReadoutDimension {
  const own = review.anomalies.filter(({ dimension }) => dimension === read.dimension);
  const edited = review.edits[`dimension:${read.dimension}`];
  return {
    id: read.dimension,
    name,
    state: read.state,
    word: STATE_WORDS[read.state] ?? read.state,
    sentence:
      edited === undefined
        ? { text: read.sentence, proposed: null }
        : { text: edited, proposed: read.sentence },
    shown: own.filter(({ status }) => status === 'shown' || status === 'decided').length,
    decided: own.filter(({ status }) => status === 'decided').length,
    series: read.series,
    stale: read.stale,
    missing: read.missing,
  };
}

/** The five dimensions in their order; one that nobody measures is said to be not measured. */
export function dimensionsOf(review: Review): readonly ReadoutDimension[] {
  return dimensions.map(({ id, name }) => {
    const read = review.dimensions.find(({ dimension }) => dimension === id) ?? {
      dimension: id,
      state: 'missing' as const,
      sentence: 'Nothing is measured here yet.',
      series: 0,
      worse: 0,
      better: 0,
      changed: 0,
      stale: [],
      missing: [],
    };
    return dimensionOf(review, read, name);
  });
}

function sameName(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** The constraint with the number of reviews in a row, this one included, that named it. */
export function constraintOf(review: Review, registers: Pick<Registers, 'reviews'>): Readout['constraint'] {
  const { constraint } = review;
  if (constraint === null) return null;
  const earlier = registers.reviews.filter(
    ({ id, date }) => id !== review.id && (date ?? '') < (review.date ?? '9'),
  );
  const broken = earlier.findLastIndex((past) => {
    const named = past.constraint;
    return named === null || !sameName(named.name, constraint.name);
  });
  const { name, unchanged, evidence, subordinated, lastBecame, moved } = constraint;
  return { name, unchanged, evidence, subordinated, lastBecame, moved, reviews: earlier.length - broken };
}
