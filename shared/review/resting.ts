import { dayToMs } from '#shared/day.ts';
import type { Registers } from '#shared/registers/registers.ts';
import { startWords } from '#shared/signals/periods.ts';
import type { Anomaly } from '#shared/signals/reading.ts';
import type { Review } from './review.ts';
import { restsUntil } from './verdicts.ts';

/**
 * A review with the anomalies set aside that an earlier one wanted to see again on a later day, each with that day as
 * its reason. One that has got worse since is not, nor one that somebody placed in the walk by hand.
 */
export function withResting(
  review: Review,
  anomalies: readonly Anomaly[],
  { verdicts }: Pick<Registers, 'verdicts'>,
): Review {
  const { date } = review;
  if (date === null) return review;
  const placed = new Set(Object.values(review.order).flat());
  const resting = anomalies.flatMap((anomaly): [string, string][] => {
    const until = restsUntil(anomaly, verdicts.get(anomaly.id) ?? [], date);
    return until === null || placed.has(anomaly.id)
      ? []
      : [[anomaly.id, `Watched until ${startWords(dayToMs(until) ?? 0, true)}`]];
  });
  return resting.length === 0
    ? review
    : { ...review, aside: { ...Object.fromEntries(resting), ...review.aside } };
}
