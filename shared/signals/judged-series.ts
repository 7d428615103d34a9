import type { Day } from '#shared/day.ts';
import { metricById, metrics } from '#shared/drive/catalogue.ts';
import { organizationTotal } from '#shared/series/organization-total.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { isPlan } from './cross-checks/spend.ts';

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

/** Whether the organization answers for a metric as a whole: what one asset adds to a stock is evidence. Money is looked at where it is spent. */
function isOneWhole(metric: string): boolean {
  const known = metricById(metric);
  return known?.entity === 'asset' || (known?.entity === 'organization' && known.kind !== 'money');
}

/** Whether a series is judged by itself: not where it is a part of a total that the organization answers for. */
function isOwnSeries(series: Series, totalled: ReadonlySet<string>): boolean {
  if (series.entity === 'organization' || !totalled.has(series.metric)) return true;
  return !isOneWhole(series.metric);
}

/** A state is known on the day it is measured; what is added up or averaged is known when its period is over. */
function inWeeks(series: Series, asOf: Day): Series {
  return toWeeks(series, series.aggregation === 'last' ? {} : { asOf });
}

/** The series that a review judges, from stored ones: in weeks, with the organization's totals in place of parts. */
export function judgedSeries(series: readonly Series[], asOf: Day): readonly Series[] {
  // A plan measures nothing: it is what spend is read against.
  const weekly = series.filter((one) => !isPlan(one)).map((one) => inWeeks(one, asOf));
  const all = [...weekly, ...totals(weekly)];
  const totalled = new Set(all.filter((one) => one.entity === 'organization').map((one) => one.metric));
  return all.filter((one) => isOwnSeries(one, totalled));
}
