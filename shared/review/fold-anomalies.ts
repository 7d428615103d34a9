import type { ReviewEventOf } from '#shared/events/event.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { hybridMs } from '#shared/events/hybrid-clock.ts';
import { eventsOf, type Placed, placedOf, stamp, standingEvents } from './placed.ts';
import type { Review, ReviewAnomaly, ReviewStatus, Verdict } from './review.ts';
import { walkOrder } from './walk.ts';

function toVerdict(event: ReviewEventOf<'verdict-given'>): Verdict {
  const { verdict, owner, due, until, reason } = event.data;
  return { ...stamp(event), verdict, owner, due, until, reason };
}

/** Order by hand, one list for each dimension; the last one for a dimension counts. */
export function foldOrder(placed: Placed): Review['order'] {
  return Object.fromEntries(
    eventsOf(placed, 'anomalies-ordered').map((event) => [event.data.dimension, event.data.order]),
  );
}

/** Anomalies that are set aside, with the reason. */
export function foldAside(placed: Placed): Review['aside'] {
  const aside = new Map<string, string>();
  for (const { event, undone } of placed) {
    if (undone) continue;
    if (event.type === 'anomaly-set-aside') aside.set(event.data.anomaly, event.data.reason);
    if (event.type === 'anomaly-put-back') aside.delete(event.data.anomaly);
  }
  return Object.fromEntries(aside);
}

function statusOf(
  review: ReviewStatus,
  anomaly: Pick<ReviewAnomaly, 'verdict' | 'asideReason' | 'openedAtMs'>,
): ReviewAnomaly['status'] {
  if (anomaly.verdict !== null) return 'decided';
  if (anomaly.asideReason !== null) return 'set-aside';
  if (review === 'closed') return 'not-reached';
  return anomaly.openedAtMs === null ? 'waiting' : 'shown';
}

/** The frozen anomalies in the order of the walk, each with what the room did about it. */
export function foldAnomalies(
  placed: Placed,
  frame: Pick<Review, 'status' | 'blocks' | 'order' | 'aside'>,
): readonly ReviewAnomaly[] {
  const frozen = eventsOf(placed, 'review-started')[0]?.data.anomalies ?? [];
  const verdicts = groupBy(placedOf(placed, 'verdict-given'), (entry) => entry.event.data.anomaly);
  const openings = eventsOf(placed, 'anomaly-opened');
  const prompts = eventsOf(placed, 'prompt-asked');
  const aside = new Map(Object.entries(frame.aside));
  return walkOrder(frozen, frame.blocks, frame.order).map((anomaly) => {
    const standing = standingEvents(verdicts.get(anomaly.id) ?? [], 'verdict').map(toVerdict);
    const first = openings.find((event) => event.data.anomaly === anomaly.id);
    const acted = {
      verdict: standing.at(-1) ?? null,
      asideReason: aside.get(anomaly.id) ?? null,
      openedAtMs: first === undefined ? null : hybridMs(first.at),
    };
    return {
      ...anomaly,
      ...acted,
      status: statusOf(frame.status, acted),
      contested: standing.length > 1 ? standing : [],
      asked: prompts.filter((event) => event.data.anomaly === anomaly.id).map((event) => event.data.prompt),
    };
  });
}
