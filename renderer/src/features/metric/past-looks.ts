import { dayName } from '#shared/charts/period-axis.ts';
import type { Day } from '#shared/day.ts';
import { verdictById } from '#shared/drive/registers.ts';
import { isReviewEvent, reviewOf, type StoredEvent } from '#shared/events/event.ts';
import type { VerdictOnRecord } from '#shared/registers/registers.ts';
import type { Anomaly, SeriesReading } from '#shared/signals/reading.ts';

/** A series as an earlier review saw it: frozen when that review started. */
export type PastLook = {
  readonly review: string;
  readonly asOf: Day;
  readonly reading: SeriesReading;
  /** What was said about it then, in words; null where nobody came to it. */
  readonly said: string | null;
};

function wordsFor({ verdict, reason, until }: VerdictOnRecord): string {
  const name = verdictById(verdict)?.name.toLowerCase() ?? 'not reached';
  const look = until === null ? '' : `, to look again on ${dayName(until)}`;
  return `${name}${look}${reason === null ? '' : `: ${reason}`}.`;
}

function shownThen(
  data: { readonly anomalies: readonly Anomaly[]; readonly wins: readonly Anomaly[] },
  series: string,
): Anomaly | null {
  return [...data.anomalies, ...data.wins].find((one) => one.reading.id === series) ?? null;
}

/** The reviews that put this series before the room, newest first, with the chart and the words of their day. */
export function pastLooksOf(
  series: string,
  events: readonly StoredEvent[],
  said: ReadonlyMap<string, readonly VerdictOnRecord[]>,
): readonly PastLook[] {
  return events
    .flatMap((event): readonly PastLook[] => {
      if (event.type !== 'review-started' || !isReviewEvent(event) || event.type !== 'review-started')
        return [];
      const review = reviewOf(event.stream) ?? '';
      const anomaly = shownThen(event.data, series);
      if (anomaly === null) return [];
      const verdict = said.get(anomaly.id)?.find((one) => one.review === review);
      const words = verdict === undefined ? null : wordsFor(verdict);
      return [{ review, asOf: event.data.asOf, reading: anomaly.reading, said: words }];
    })
    .toSorted((left, right) => (left.asOf < right.asOf ? 1 : -1));
}
