import { lines, record } from '#shared/sample/comma-separated.ts';
import type { SampleObjective } from '#shared/sample/objectives.ts';
import { OBJECTIVES } from '#shared/sample/objectives.ts';
import { dayOfWeek, sampleValue, sampleValues, WEEK_INDEXES } from '#shared/sample/weekly-values.ts';
import type { Random } from '#shared/seeded-random.ts';
import { seededRandom } from '#shared/seeded-random.ts';

const HEADER = ['metric_key', 'service', 'team', 'period_start', 'value', 'unit'];
/** A window of 30 days in weeks: what a week's share of the budget is measured against. */
const WINDOW_WEEKS = 30 / 7;
/** Drawn again until nothing in 52 weeks looks like a change. */
const DRAW = 3;

type Events = { readonly good: number; readonly total: number };

function told(service: string, week: number): Events | null {
  if (sampleValues(`slo.${service}.total`) === null) return null;
  const total = sampleValue(`slo.${service}.total`, week);
  return { good: total - sampleValue(`slo.${service}.bad`, week), total };
}

/** Events of a healthy objective: a few percent of the budget of its window used in a week. */
function drawn(random: Random, { events, target }: SampleObjective, usual: number): Events {
  const total = Math.round(random.logNormal(events, 0.04));
  const bad = Math.round(random.logNormal(usual, 0.25) * (1 - target) * total * WINDOW_WEEKS);
  return { good: total - bad, total };
}

/** Good and total events of every objective by week, one value a row. */
export function sloEvents(): string {
  const rows = OBJECTIVES.flatMap((objective) => {
    const random = seededRandom(`slo-events ${objective.service} ${DRAW}`);
    const usual = 0.04 + 0.05 * random.next();
    const { service, team } = objective;
    return WEEK_INDEXES.flatMap((week) => {
      const { good, total } = told(service, week) ?? drawn(random, objective, usual);
      const start = dayOfWeek(week, 0);
      return [
        record(['slo_good_events', service, team, start, good, 'events']),
        record(['slo_total_events', service, team, start, total, 'events']),
      ];
    });
  });
  return lines([record(HEADER), ...rows]);
}
