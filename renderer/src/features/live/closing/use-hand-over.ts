import { useLive } from '#renderer/src/features/live/live.ts';
import { addDays, type Day } from '#shared/day.ts';
import { reviewDays } from '#shared/review/next-review.ts';
import { turnsAhead } from '#shared/review/rota.ts';

export type HandOver = {
  readonly facilitator: string | null;
  readonly date: Day | null;
  readonly time: string | null;
};

/** Who runs the next review, and when, by rota and cadence; what is not set there is null. */
export function useHandOver(): HandOver {
  const { review, registers, today } = useLive();
  const { cadence, turns } = registers;
  if (cadence === null) return { facilitator: null, date: null, time: null };
  const date = reviewDays(cadence, addDays(review.date ?? today, 1), 1)[0] ?? null;
  const turn = date === null ? undefined : turnsAhead(turns, [date], registers)[0];
  return { facilitator: turn?.person ?? null, date, time: cadence.time };
}
