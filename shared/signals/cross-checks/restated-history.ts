import { metricById } from '#shared/drive/catalogue.ts';
import { groupBy } from '#shared/events/group-by.ts';
import { formatShort } from '#shared/figures.ts';
import type { RestatedFigure } from '#shared/review/restated.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import type { CheckInput } from './check-input.ts';
import { dayWords } from './weekly.ts';
import { counted } from './wording.ts';

const MOST_LISTED = 12;

function figure(value: number | null, unit: string | null): string {
  return value === null ? 'no value' : formatShort(value, unit);
}

/** Whether it reads differently at the precision that was shown, and was final when it was. */
function isRestated(
  { metric, period, old, new: now, unit }: RestatedFigure & { metric: string },
  asOf: string,
): boolean {
  const young = (metricById(metric)?.maturityDays ?? 0) * 86_400_000;
  const age = Date.parse(asOf) - Date.parse(period);
  return figure(old, unit) !== figure(now, unit) && age > young + 14 * 86_400_000;
}

function foundFor(series: string, figures: readonly RestatedFigure[]): Found {
  const [first] = figures;
  const name = `${first?.metricName ?? series} of ${first?.entityName ?? ''}`;
  const many = counted(figures.length, 'point');
  return {
    entities: [series],
    onset: first?.period ?? '',
    headline: `${many} of ${name} changed afterwards`,
    text: `${many} of ${name} that the last review had before it ${figures.length === 1 ? 'reads' : 'read'} differently now.`,
    rule: 'A figure that a review had before it as final reads differently now, at the precision that is shown.',
    evidence: figures.slice(0, MOST_LISTED).map(({ period, old, new: now, unit }) => ({
      label: dayWords(period),
      value: `${figure(now, unit)}, was ${figure(old, unit)}`,
      period: null,
      link: { kind: 'series', id: series },
    })),
    series,
    covers: [],
  };
}

/** Numbers that the last review had before it as final and that read differently now. */
export function restatedHistory(input: CheckInput): Outcome {
  if (input.onRecord === null || input.onRecord.closedReviews === 0) {
    return notChecked('no review has been closed yet');
  }
  const restated = input.restated.filter((one) => {
    const metric = one.series.slice(0, one.series.lastIndexOf('|'));
    return isRestated({ ...one, metric }, input.asOf);
  });
  return checked(
    [...groupBy(restated, ({ series }) => series)].map(([series, figures]) => foundFor(series, figures)),
  );
}
