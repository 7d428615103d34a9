import type { NewEvent } from '#renderer/src/data/author.ts';
import { extendBlock, type Payer, payers } from '#shared/review/agenda.ts';
import type { ClockReading } from '#shared/review/clock-at.ts';
import type { Review } from '#shared/review/review.ts';
import { inReview } from './authoring.ts';
import { counted, lasting } from './wording.ts';

export type Offer = {
  readonly name: string;
  readonly remark: string;
  readonly events: readonly NewEvent[];
};

/** A question to the facilitator with at most three answers, on Alt+1 to Alt+3. */
export type Offers = { readonly question: string; readonly offers: readonly Offer[] };

const MINUTE_MS = 60_000;

/** Tells an instant as clocks on the wall show it. */
type WallTime = (ms: number) => string;

/** What a payer gives, in words: name and remark; `endsAt` is when the meeting ends if nobody gives, as clocks show it. */
export function payerWords(payer: Payer, endsAt: string | null): Omit<Offer, 'events'> {
  switch (payer.kind) {
    case 'block':
      return { name: `${payer.name} gives ${payer.minutes}`, remark: `${payer.from} to ${payer.to} min` };
    case 'spread':
      return {
        name: `${counted(payer.shares.length, 'block')} give ${payer.minutes} together`,
        remark: payer.shares.map((share) => `${share.name} ${share.minutes}`).join(', '),
      };
    case 'end':
      return {
        name: endsAt === null ? 'Nobody; the end moves' : `Nobody; run to ${endsAt}`,
        remark: `${payer.minutes} min over the plan; noted in the readout`,
      };
  }
}

/** What blocks cannot give moves the end: said with what they can. */
function withRest(words: Omit<Offer, 'events'>, rest: number): Omit<Offer, 'events'> {
  return rest <= 0 ? words : { ...words, remark: `${words.remark}; the end moves by ${rest} min` };
}

function gapOffers(
  review: Review,
  gap: { readonly fromMs: number; readonly toMs: number },
  wallTime: WallTime,
): Offers {
  const span = { from: new Date(gap.fromMs).toISOString(), to: new Date(gap.toMs).toISOString() };
  const judged = (counted: boolean) => [inReview(review, 'gap-judged', { ...span, counted })];
  const when = `${wallTime(gap.fromMs)} to ${wallTime(gap.toMs)}`;
  return {
    question: `Andon stood still for ${lasting(gap.toMs - gap.fromMs)}. Does it count?`,
    offers: [
      { name: 'It counts', remark: `${when}; the room went on`, events: judged(true) },
      { name: 'It does not', remark: 'the clock goes on from before', events: judged(false) },
    ],
  };
}

/** What the facilitator is asked now: a standstill that nobody judged, else who pays for overtime; null when nothing. */
export function offersNow(review: Review, clock: ClockReading, wallTime: WallTime): Offers | null {
  const gap = clock.openGaps[0];
  if (gap !== undefined) return gapOffers(review, gap, wallTime);
  const { block } = clock;
  if (clock.state !== 'running' || block === null || block.leftMs > -1000) return null;
  if (review.blocks.some(({ id, endPays }) => id === block.block && endPays === true)) return null;
  const minutes = Math.ceil(-block.leftMs / MINUTE_MS);
  const { expectedEndMs } = clock.meeting;
  const endsAt = expectedEndMs === null ? null : wallTime(expectedEndMs + minutes * MINUTE_MS + block.leftMs);
  return {
    question: `Who pays ${minutes} min?`,
    offers: payers(review.blocks, block.block, minutes)
      .slice(0, 3)
      .map((payer) => ({
        ...withRest(payerWords(payer, endsAt), minutes - payer.minutes),
        events: [inReview(review, 'block-minutes-changed', extendBlock(block.block, minutes, payer))],
      })),
  };
}
