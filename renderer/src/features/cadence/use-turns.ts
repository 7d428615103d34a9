import { useNextReview } from '#renderer/src/data/planning.ts';
import { useCurrentReview } from '#renderer/src/data/reviews.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { addDays } from '#shared/day.ts';
import { reviewDays } from '#shared/review/next-review.ts';
import { type Turn, turnsAhead } from '#shared/review/rota.ts';
import { useCadence } from './use-cadence.ts';

const FEWEST = 3;
const MOST = 6;

export type ReviewAhead = Turn & {
  readonly time: string;
  /** The review that is planned for it already, and whether it is under way. */
  readonly review: string | null;
  readonly live: boolean;
};

/** The reviews of the next round, at least three and at most six: when they are and whose turn each is. */
export function useReviewsAhead(): readonly ReviewAhead[] {
  const registers = useRegisters();
  const { cadence, isSet } = useCadence();
  const next = useNextReview();
  const current = useCurrentReview();
  if (!isSet) return [];
  const { turns } = registers;
  const count = Math.min(MOST, Math.max(FEWEST, turns.slots.length));
  const first = current?.date ?? next.date;
  const live = current?.status === 'live' || current?.status === 'suspended';
  const later = reviewDays(cadence, addDays(first, 1), count - 1);
  // The turn of a review under way is in the row already, as taken.
  const ahead = turnsAhead(turns, live ? later : [first, ...later], registers);
  const given = current === null ? next.facilitator : current.facilitator;
  const own = live ? undefined : ahead[0];
  const known = own?.person === given ? own : undefined;
  return [
    {
      date: first,
      person: given,
      insteadOf: known?.insteadOf ?? null,
      passedOver: known?.passedOver ?? [],
      time: current?.time ?? next.time,
      review: current?.id ?? null,
      live,
    },
    ...(live ? ahead : ahead.slice(1)).map((turn) => ({
      ...turn,
      time: cadence.time,
      review: null,
      live: false,
    })),
  ];
}
