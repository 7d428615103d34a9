import { groupBy } from '#shared/events/group-by.ts';
import { formatShort } from '#shared/figures.ts';
import { checked, type Found, notChecked, type Outcome } from './check.ts';
import { type CheckInput, nameOf } from './check-input.ts';
import { dayWords } from './weekly.ts';
import { counted } from './wording.ts';

type Restated = {
  readonly series: string;
  readonly period: string;
  readonly was: string;
  readonly is: string;
};

/** Values that read differently now from what an earlier review showed; those that were not final then never count. */
function restatedValues(input: CheckInput): readonly Restated[] {
  return (input.shown ?? []).flatMap(({ series, period, value }): readonly Restated[] => {
    const reading = input.readings.get(series);
    const now = reading?.points.find((point) => point.period === period)?.value ?? null;
    if (reading === undefined || now === null) return [];
    const [was, is] = [formatShort(value, reading.unit), formatShort(now, reading.unit)];
    return was === is ? [] : [{ series, period, was, is }];
  });
}

function foundFor(input: CheckInput, series: string, points: readonly Restated[]): Found {
  const reading = input.readings.get(series);
  const name = `${reading?.metricName ?? series} of ${nameOf(input, reading?.entity ?? '')}`;
  return {
    entities: [series],
    onset: points[0]?.period ?? input.asOf,
    headline: `${counted(points.length, 'point')} of ${name} changed afterwards`,
    text: `${counted(points.length, 'point')} of ${name} that the last review showed ${points.length === 1 ? 'reads' : 'read'} differently now.`,
    rule: 'A point that a review showed as final reads differently at the precision that was shown.',
    evidence: points.map(({ period, was, is }) => ({
      label: `Week of ${dayWords(period)}`,
      value: `${is}, shown as ${was}`,
      period,
      link: { kind: 'series', id: series },
    })),
    series,
    covers: [],
  };
}

/** Numbers that the last closed review showed as final and that read differently now. */
export function restatedHistory(input: CheckInput): Outcome {
  if (input.shown === null) return notChecked('no review has been closed yet');
  return checked(
    [...groupBy(restatedValues(input), ({ series }) => series)].map(([series, points]) =>
      foundFor(input, series, points),
    ),
  );
}
