import { longDay } from '#renderer/src/ui/dates.ts';
import { daysBetween } from '#shared/day.ts';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import { type ReadinessCheck, readinessChecks } from '#shared/review/readiness.ts';
import type { Review } from '#shared/review/review.ts';
import { useCurrentState } from './CurrentStateContext.tsx';
import { usePersonName } from './people.ts';
import { useNextReview } from './planning.ts';
import { useCurrentReview } from './reviews.ts';
import { useToday } from './today.ts';
import { useRegisters, useReview } from './WorkspaceContext.tsx';

export type Upcoming = {
  readonly review: ReviewSummary | null;
  readonly title: string;
  readonly when: string;
  readonly details: string;
  /** Its day is here, or has passed. */
  readonly isDue: boolean;
  /** Empty until the review is planned and the series are evaluated. */
  readonly readiness: readonly ReadinessCheck[];
};

function daysAhead(days: number): string {
  if (days === 0) return 'Next review, today';
  if (days < 0) return `Overdue: its day was ${days === -1 ? 'yesterday' : `${-days} days ago`}`;
  return days === 1 ? 'Next review, tomorrow' : `Next review, in ${days} days`;
}

/** `Live now: Delivery`, `Suspended in Delivery`. */
function liveWords(review: Review | null): string {
  const block = review?.blocks.find(({ id }) => id === review.currentBlock)?.name;
  if (review?.status === 'suspended') return block === undefined ? 'Suspended' : `Suspended in ${block}`;
  return block === undefined ? 'Live now' : `Live now: ${block}`;
}

/** What Home and Prepare say about the review ahead. */
export function useUpcoming(): Upcoming {
  const registers = useRegisters();
  const summary = useCurrentReview();
  const review = useReview(summary?.id ?? null);
  const next = useNextReview();
  const today = useToday();
  const { state } = useCurrentState();
  const nameOf = usePersonName();
  const date = summary?.date ?? next.date;
  const time = summary?.time ?? next.time;
  const facilitator = summary === null ? next.facilitator : summary.facilitator;
  const number = registers.reviews.filter((one) => one.status === 'closed').length + 1;
  const blocks = review?.blocks.length ?? 0;
  const minutes = review?.slotMinutes ?? next.slotMinutes;
  const plan = blocks === 0 ? `${minutes} min` : `${minutes} min planned in ${blocks} blocks`;
  const { scribe, timekeeper } = review ?? next;
  const rota = registers.turns.slots;
  const roles = [
    facilitator === null
      ? `Nobody is named to facilitate yet${rota.length === 0 ? '; Cadence keeps whose turn it is' : ''}`
      : `${nameOf(facilitator)} facilitates`,
    ...(scribe === null ? [] : [`${nameOf(scribe)} writes`]),
    ...(timekeeper === null ? [] : [`${nameOf(timekeeper)} keeps the time`]),
  ];
  const who = `${roles.join(', ')}.`;
  const live = summary !== null && summary.status !== 'preparing';
  return {
    review: summary,
    title: `Review ${number}, ${longDay(date)} at ${time}`,
    when: live ? liveWords(review) : daysAhead(daysBetween(today, date)),
    details: `${plan}. ${who}`,
    isDue: date <= today,
    readiness: review === null || state === null ? [] : readinessChecks({ review, state, registers, today }),
  };
}
