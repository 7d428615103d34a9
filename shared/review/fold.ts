import { isReviewEvent, reviewOf, type StoredEvent } from '#shared/events/event.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { placeEvents } from '#shared/events/merge.ts';
import { foldBlocks } from './fold-agenda.ts';
import { foldAnomalies, foldAside, foldOrder } from './fold-anomalies.ts';
import { foldCharts, foldSettled, foldTicked, foldVotes } from './fold-contents.ts';
import { foldCourse } from './fold-course.ts';
import { foldGaps } from './fold-gaps.ts';
import { foldItems } from './fold-items.ts';
import { foldAttendance, foldPicks } from './fold-people.ts';
import { foldRoles } from './fold-roles.ts';
import { foldValues } from './fold-values.ts';
import { eventsOf, type Placed, stamp } from './placed.ts';
import type { Review } from './review.ts';

function foldPlan(
  placed: Placed,
): Pick<Review, 'date' | 'time' | 'slotMinutes' | 'template' | 'preReadAtMs'> {
  const plan = eventsOf(placed, 'review-planned').at(-1)?.data;
  const agenda = eventsOf(placed, 'agenda-set').at(-1)?.data;
  const preRead = eventsOf(placed, 'pre-read-made')[0];
  return {
    date: plan?.date ?? null,
    time: plan?.time ?? null,
    slotMinutes: agenda?.slotMinutes ?? plan?.slotMinutes ?? 0,
    template: agenda?.template ?? plan?.template ?? null,
    preReadAtMs: preRead === undefined ? null : hybridMs(preRead.at),
  };
}

function foldRating(placed: Placed): Review['rating'] {
  const votes = eventsOf(placed, 'rating-given').map((event) => event.data);
  const voters = votes.reduce((sum, vote) => sum + vote.voters, 0);
  if (voters === 0) return null;
  return { mean: votes.reduce((sum, vote) => sum + vote.rating * vote.voters, 0) / voters, voters };
}

function foldWaivers(placed: Placed): Review['waivers'] {
  const byRule = new Map(eventsOf(placed, 'rule-waived').map((event) => [event.data.rule, event]));
  return [...byRule.values()].map((event) => ({ ...stamp(event), ...event.data }));
}

/**
 * The state of one review: a pure function of its events, whatever their order of arrival. Events of other streams and
 * of types that this build does not know are passed over.
 */
export function foldReview(id: string, events: readonly StoredEvent[]): Review {
  const own = events.filter((event) => reviewOf(event.stream) === id);
  const everything = placeEvents(own);
  const placed = everything.flatMap(({ event, undone }) => (isReviewEvent(event) ? [{ event, undone }] : []));
  const started = eventsOf(placed, 'review-started')[0]?.data;
  const blocks = foldBlocks(placed);
  const course = foldCourse(placed, blocks);
  const order = foldOrder(placed);
  const aside = foldAside(placed);
  const anomalies = foldAnomalies(placed, { status: course.status, blocks, order, aside });
  const handOver = eventsOf(placed, 'handed-over').at(-1)?.data ?? null;
  const readout = eventsOf(placed, 'readout-made').at(-1)?.data.readout ?? null;
  return {
    id,
    ...foldPlan(placed),
    ...course,
    ...foldRoles(placed, course),
    blocks,
    order,
    aside,
    anomalies,
    asOf: started?.asOf ?? null,
    wins: started?.wins ?? [],
    dimensions: started?.dimensions ?? [],
    expectedFalse: started?.expectedFalse ?? 0,
    candidates: started?.candidates ?? [],
    constraintSince: started?.constraintSince ?? null,
    notChecked: started?.notChecked ?? [],
    gapsAtStart: started?.gaps ?? [],
    restated: started?.restated ?? [],
    ...foldValues(placed),
    ...foldItems(placed, anomalies),
    rating: foldRating(placed),
    votes: foldVotes(placed),
    ticked: foldTicked(placed),
    charts: foldCharts(placed),
    settled: foldSettled(placed),
    ...foldAttendance(placed),
    picks: foldPicks(placed),
    waivers: foldWaivers(placed),
    handOver,
    readout,
    gaps: foldGaps(placed),
    passedOver: everything.length - placed.length,
  };
}
