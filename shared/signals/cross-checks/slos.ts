import type { Series } from '#shared/series/series.ts';
import { readSlo, type SloReading } from '#shared/signals/slo/slo-reading.ts';
import type { CheckInput } from './check-input.ts';
import { completeWeeks, isCurrent } from './weekly.ts';

export type ReadSloOf = { readonly series: Series; readonly reading: SloReading };

/** SLOs with an objective and counts up to now, read on the day. */
export function slosOf(input: CheckInput): readonly ReadSloOf[] {
  return input.objectives.flatMap(({ service, objective, windowDays }): readonly ReadSloOf[] => {
    const series = input.series.get(`slo-attainment|${service}`);
    if (series === undefined || !isCurrent(completeWeeks(series, input.asOf), input.asOf)) return [];
    const reading = readSlo(series, objective, {
      asOf: input.asOf,
      ...(windowDays === undefined ? {} : { windowDays }),
    });
    return reading === null ? [] : [{ series, reading }];
  });
}
