import { addDays, type Day, dayToMs, isoWeekday, startOfWeek, WEEK_MS } from '#shared/day.ts';
import type { Cadence, Registers } from '#shared/registers/registers.ts';
import { awayOn, besidesFacilitator, turnsAhead } from './rota.ts';

type Rhythm = Pick<Cadence, 'every' | 'weekday' | 'anchor'>;

function isReviewDay(rhythm: Rhythm, day: Day): boolean {
  const ms = dayToMs(day);
  const anchorMs = dayToMs(rhythm.anchor);
  if (ms === null || anchorMs === null || isoWeekday(ms) !== rhythm.weekday) return false;
  const weeks = Math.round((startOfWeek(ms) - startOfWeek(anchorMs)) / WEEK_MS);
  return rhythm.every === 'week' || weeks % 2 === 0;
}

/** The next days on which the cadence has a review, `from` included. */
export function reviewDays(rhythm: Rhythm, from: Day, count: number): readonly Day[] {
  const days: Day[] = [];
  // Two weeks hold every pattern, so the search always ends.
  for (let ahead = 0; days.length < count && ahead < 14 * (count + 1); ahead += 1) {
    const day = addDays(from, ahead);
    if (isReviewDay(rhythm, day)) days.push(day);
  }
  return days;
}

export type NextReview = {
  readonly date: Day;
  readonly time: string;
  readonly slotMinutes: number;
  readonly template: string;
  readonly facilitator: string | null;
  readonly scribe: string | null;
  readonly timekeeper: string | null;
};

type Known = Pick<Registers, 'cadence' | 'reviews' | 'people' | 'absences' | 'turns'>;

/** The day of the next review where no cadence is set: today, or a week after the review that was held today. */
export function dayWithoutCadence({ reviews }: Pick<Registers, 'reviews'>, today: Day): Day {
  const held = reviews.findLast((review) => review.status === 'closed')?.date ?? null;
  return held !== null && held >= today ? addDays(held, 7) : today;
}

/** Who the last review handed it to, unless they are away by now or have exchanged their turn since; else the rota. */
function facilitatorOn(date: Day, agreed: string | null, registers: Known): string | null {
  const turn = turnsAhead(registers.turns, [date], registers)[0];
  const keeps = agreed !== null && awayOn(agreed, date, registers) === null && turn?.insteadOf !== agreed;
  return keeps ? agreed : (turn?.person ?? null);
}

/**
 * The next review on or after `today` (the organization's day): as the last one handed it over where that still lies
 * ahead, else by cadence and rota. A review that was held today is over. Null without a cadence.
 */
export function nextReview(registers: Known, today: Day): NextReview | null {
  const { cadence, reviews, turns } = registers;
  if (cadence === null) return null;
  const held = reviews.findLast((review) => review.status === 'closed');
  const heldOn = held?.date ?? null;
  const from = heldOn !== null && heldOn >= today ? addDays(heldOn, 1) : today;
  const handOver = held?.handOver ?? null;
  const agreed = handOver?.date != null && handOver.date >= from ? handOver.date : null;
  const date = agreed ?? reviewDays(cadence, from, 1)[0];
  if (date === undefined) return null;
  const facilitator = facilitatorOn(date, handOver?.facilitator ?? null, registers);
  return {
    date,
    time: (agreed === null ? null : handOver?.time) ?? cadence.time,
    slotMinutes: cadence.slotMinutes,
    template: cadence.template,
    facilitator,
    ...besidesFacilitator(turns, date, facilitator, registers),
  };
}
