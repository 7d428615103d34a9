import type { Day } from '#shared/day.ts';
import { metricById, metrics } from '#shared/drive/catalogue.ts';
import { organizationTotal } from '#shared/series/organization-total.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';

const ADDABLE = new Set(['sum', 'ratio']);

/** Organization-level series of metrics that files give by team, service or asset only. */
function totals(weekly: readonly Series[]): readonly Series[] {
  const measured = new Set(weekly.map((one) => one.metric));
  return metrics
    .filter((metric) => measured.has(metric.id) && ADDABLE.has(metric.overEntities))
    .filter((metric) => !weekly.some((one) => one.metric === metric.id && one.entity === 'organization'))
    .filter((metric) => weekly.filter((one) => one.metric === metric.id).length > 1)
    .flatMap((metric) => organizationTotal(weekly, metric.id) ?? []);
}

/** The parts of a metric that is the organization's own are its evidence, not signals of their own. */
function isOwnSeries(series: Series, totalled: ReadonlySet<string>): boolean {
  return !(totalled.has(series.metric) && metricById(series.metric)?.entity === 'organization');
}

/** The series that a review judges, from stored ones: in weeks, with the organization's totals in place of parts. */
export function judgedSeries(series: readonly Series[], asOf: Day): readonly Series[] {
  const weekly = series.map((one) => toWeeks(one, { asOf }));
  const added = totals(weekly);
  const totalled = new Set(added.map((one) => one.metric));
  return [...weekly.filter((one) => isOwnSeries(one, totalled)), ...added];
}
