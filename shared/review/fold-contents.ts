import type { SeriesReading } from '#shared/signals/reading.ts';
import { eventsOf, type Placed, stamp } from './placed.ts';
import type { Review, Votes } from './review.ts';

/** Items of checklists that are done: of each the last word counts. */
export function foldTicked(placed: Placed): Review['ticked'] {
  const last = new Map(eventsOf(placed, 'item-ticked').map((event) => [event.data.item, event] as const));
  return Object.fromEntries(
    [...last].flatMap(([item, event]) => (event.data.ticked ? [[item, stamp(event)]] : [])),
  );
}

/** Charts of blocks; a series that was frozen once stays as the room saw it first. */
export function foldCharts(placed: Placed): readonly SeriesReading[] {
  const frozen = placed.flatMap(({ event, undone }) => {
    if (undone) return [];
    if (event.type === 'review-started') return event.data.charts ?? [];
    return event.type === 'charts-frozen' ? event.data.charts : [];
  });
  const seen = new Map<string, SeriesReading>();
  for (const reading of frozen) if (!seen.has(reading.id)) seen.set(reading.id, reading);
  return [...seen.values()];
}

/** How the votes spread over 1 to 5; a mean of several voters says nothing about its spread. */
export function foldVotes(placed: Placed): Votes {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let averaged = 0;
  for (const { data } of eventsOf(placed, 'rating-given')) {
    const { rating, voters } = data;
    if (Number.isInteger(rating) && voters === 1) counts[rating - 1] = (counts[rating - 1] ?? 0) + 1;
    else averaged += voters;
  }
  const reasons = eventsOf(placed, 'rating-explained').map(({ data }) => data.reason);
  return { counts, averaged, reasons };
}

/** What came of parked items; the last word counts. */
export function foldSettled(placed: Placed): Review['settled'] {
  return Object.fromEntries(
    eventsOf(placed, 'parking-settled').map((event) => {
      const { item, ...outcome } = event.data;
      return [item, { ...stamp(event), ...outcome }];
    }),
  );
}
