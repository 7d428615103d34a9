import { useNow } from '#renderer/src/hooks/use-now.ts';
import { type ClockReading, clockAt } from '#shared/review/clock-at.ts';
import { useLive } from './live.ts';

/** The clock of the review now, with the moment it was read at; four times a second. */
export function useClock(): ClockReading & { readonly nowMs: number } {
  const { review } = useLive();
  const nowMs = useNow(250);
  return { ...clockAt(review, nowMs), nowMs };
}
