import { groupBy } from '#shared/events/group-by.ts';
import { ledBy } from '#shared/review/chair.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { ownMeasures } from '#shared/review/own-measures.ts';
import type { Review } from '#shared/review/review.ts';
import type { ReviewSummary, VerdictOnRecord } from './registers.ts';

const MINUTE_MS = 60_000;

/** One line for a review: what the list of past reviews and the next plan need. */
export function toSummary(review: Review): ReviewSummary {
  const clock = clockAt(review, review.closedAtMs ?? review.marks.at(-1)?.atMs ?? 0);
  const used = new Map(clock.blocks.map((block) => [block.block, block.usedMs / MINUTE_MS]));
  return {
    id: review.id,
    status: review.status,
    date: review.date,
    time: review.time,
    facilitator: review.facilitator,
    ledBy: ledBy(review, review.closedAtMs ?? review.marks.at(-1)?.atMs ?? 0),
    attended: Object.keys(review.attendance).filter((person) => review.attendance[person] === 'here'),
    startedAtMs: review.startedAtMs,
    closedAtMs: review.closedAtMs,
    plannedMinutes: review.blocks.reduce((sum, block) => sum + block.planned, 0),
    usedMinutes: review.closedAtMs === null ? null : clock.meeting.usedMs / MINUTE_MS,
    findings: review.anomalies.filter((anomaly) => anomaly.verdict?.verdict === 'act').length,
    own: ownMeasures(review),
    constraint: review.constraint,
    rating: review.rating?.mean ?? null,
    waivers: review.waivers.map(({ rule, reason }) => ({ rule, reason })),
    handOver: review.handOver,
    blocks: review.blocks.map((block) => ({
      kind: block.kind,
      name: block.name,
      planned: block.planned,
      used: used.get(block.id) ?? 0,
    })),
    picks: review.picks.filter(({ takenBack }) => !takenBack).map(({ of, picked }) => ({ of, picked })),
    parking: review.items
      .filter((item) => item.kind === 'parking' && !item.private)
      .map((item) => ({ item: item.id, text: item.text })),
    settled: Object.entries(review.settled).map(([item, { outcome }]) => ({ item, outcome })),
    hasReadout: review.readout !== null,
  };
}

type Said = { readonly anomaly: string; readonly record: VerdictOnRecord };

/** What each closed or running review said about each anomaly, by anomaly, oldest first. */
export function foldVerdicts(reviews: readonly Review[]): ReadonlyMap<string, readonly VerdictOnRecord[]> {
  const said = reviews.flatMap((review) =>
    review.anomalies.flatMap((anomaly): readonly Said[] => {
      const strength = anomaly.reading.signals.at(-1)?.strength ?? null;
      const base = { review: review.id, date: review.date, strength };
      if (anomaly.verdict !== null) {
        const { verdict, until, reason } = anomaly.verdict;
        return [{ anomaly: anomaly.id, record: { ...base, verdict, until, reason } }];
      }
      return anomaly.status === 'not-reached'
        ? [
            {
              anomaly: anomaly.id,
              record: { ...base, verdict: 'not-reached', until: null, reason: null },
            },
          ]
        : [];
    }),
  );
  const byAnomaly = groupBy(said, (entry) => entry.anomaly);
  return new Map([...byAnomaly].map(([id, entries]) => [id, entries.map((entry) => entry.record)]));
}
