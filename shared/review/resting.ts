import { type Day, dayToMs } from '#shared/day.ts';
import type { Registers, VerdictOnRecord } from '#shared/registers/registers.ts';
import { startWords } from '#shared/signals/periods.ts';
import type { Anomaly } from '#shared/signals/reading.ts';
import type { Review } from './review.ts';
import { restsUntil, settledBy, verdictsByEpisode } from './verdicts.ts';

function dayWords(day: Day | null): string {
  return startWords(dayToMs(day ?? '') ?? 0, true);
}

function restWords(anomaly: Anomaly, history: readonly VerdictOnRecord[], date: Day): string | null {
  const until = restsUntil(anomaly, history, date);
  if (until !== null) return `Watched until ${dayWords(until)}`;
  const settled = settledBy(anomaly, history);
  if (settled === null) return null;
  const on = settled.date === null ? '' : ` on ${dayWords(settled.date)}`;
  if (settled.verdict === 'noise') return `Called noise${on}, not worse since`;
  return `Explained${on}, not worse since${settled.reason === null ? '' : `: ${settled.reason}`}`;
}

/**
 * A review with the anomalies set aside that an earlier one has settled: those to be seen again on a later day, those
 * explained, and those called noise, each with that as its reason. One that has got worse since is not, nor one that
 * somebody placed in the walk by hand.
 */
export function withResting(
  review: Review,
  anomalies: readonly Anomaly[],
  { verdicts }: Pick<Registers, 'verdicts'>,
): Review {
  const { date } = review;
  if (date === null) return review;
  const placed = new Set(Object.values(review.order).flat());
  const saidOf = verdictsByEpisode(verdicts);
  const resting = anomalies.flatMap((anomaly): [string, string][] => {
    const words = placed.has(anomaly.id) ? null : restWords(anomaly, saidOf(anomaly), date);
    return words === null ? [] : [[anomaly.id, words]];
  });
  return resting.length === 0
    ? review
    : { ...review, aside: { ...Object.fromEntries(resting), ...review.aside } };
}
