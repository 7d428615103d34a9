import { type Day, daysBetween, dayToMs, msToDay } from '#shared/day.ts';
import { metricById } from '#shared/drive/catalogue.ts';
import { checkThreshold } from '#shared/drive/cross-checks.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { periodEnd, periodWords } from '#shared/signals/periods.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { counted, listed } from './wording.ts';

const ID = 'stale-data';
const FACTOR = checkThreshold(ID, 'staleFactor');
const MAX_DAYS = checkThreshold(ID, 'maxDays');
const MOST_LISTED = 12;

type Late = {
  readonly series: Series;
  readonly start: number;
  readonly days: number;
  readonly allowed: number;
};

/** The gap between known points that is usual, in days. */
function usualDays(series: Series): number {
  const known = Array.from(series.starts).filter((_, index) => !Number.isNaN(series.values[index]));
  const gaps = known.slice(1).map((start, index) => (start - (known[index] ?? start)) / 86_400_000);
  return gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? Number.NaN;
}

function lateness(series: Series, asOf: Day): Late | null {
  const at = series.values.findLastIndex(
    (value, index) => !Number.isNaN(value) || series.denominators?.[index] === 0,
  );
  const start = series.starts[at];
  const usual = usualDays(series);
  if (start === undefined || Number.isNaN(usual) || (dayToMs(asOf) ?? 0) < start) return null;
  const days = daysBetween(msToDay(periodEnd(start, series.grain)), asOf);
  const weekly = series.grain === 'week' && usual <= 7;
  const allowed = weekly ? Math.min(MAX_DAYS, FACTOR * usual) : FACTOR * usual;
  return days > allowed ? { series, start, days, allowed } : null;
}

function foundFor(input: CheckInput, late: readonly Late[]): Found {
  const [first] = late.toSorted((left, right) => right.days - left.days);
  if (first === undefined) throw new Error('A group of late series is never empty');
  const { series, start, days, allowed } = first;
  const entities = late.map(({ series: one }) => one.entity);
  const names = listed(entities.map((entity) => nameOf(input, entity)));
  const when = periodWords(start, series.grain, true);
  return {
    entities,
    onset: msToDay(periodEnd(start, series.grain)),
    headline: `${series.metricName} ends ${when}`,
    text: `${series.metricName} (${names}) ends ${when}, ${days} days before this review: shown as it stood.`,
    rule: `Its newest period ended ${days} days ago; ${Math.round(allowed)} days is the most for data that comes so often.`,
    evidence: late.slice(0, MOST_LISTED).map((one) => ({
      label: nameOf(input, one.series.entity),
      value: `${counted(one.days, 'day')} old`,
      period: periodWords(one.start, one.series.grain, true),
      link: { kind: 'series', id: seriesId(one.series) },
    })),
    series: seriesId(series),
    covers: [],
  };
}

/** Whether the series is stale as the charts have it: this check only says for how long. */
function isRead(input: CheckInput, series: Series): boolean {
  return input.readings.get(seriesId(series))?.state === 'stale';
}

/** Series whose newest number is older than their rhythm, one notice for each metric. */
export function staleData(input: CheckInput): Outcome {
  if (input.series.size === 0) return notChecked('nothing is imported yet');
  // A count of one's own promised no rhythm, and a rate over rare events is missing where none happened.
  const late = [...input.series.values()]
    .filter((series) => metricById(series.metric) !== undefined && isRead(input, series))
    .flatMap((series) => lateness(series, input.asOf) ?? []);
  return checked(
    [...groupBy(late, ({ series }) => series.metric).values()].map((group) => foundFor(input, group)),
  );
}
