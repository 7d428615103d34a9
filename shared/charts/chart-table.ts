import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { nameOfRule } from '#shared/charts/point-marks.ts';
import { formatFigure } from '#shared/figures.ts';
import type { ChartPoint, SeriesReading } from '#shared/signals/reading.ts';

export type ChartTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** The chart as a table for assistive technology, newest period first: all that is drawn, in words. */
export function chartTable(reading: SeriesReading): ChartTable {
  const counted = reading.points.some((point) => point.denominator !== null);
  const columns = [
    'Period',
    'Value',
    ...(counted ? ['Counted'] : []),
    'Lower limit',
    'Mean',
    'Upper limit',
    'Reading',
  ];
  const rows = reading.points.map((point) => {
    const figure = (value: number | null) => (value === null ? 'none' : formatFigure(value, reading.unit));
    return [
      fullPeriodName(point.period, reading.grain),
      point.value === null ? 'no value' : figure(point.value),
      ...(counted ? [countsOf(point)] : []),
      figure(point.lower),
      figure(point.centre),
      figure(point.upper),
      wordsFor(point),
    ];
  });
  return { caption: reading.sentence, columns, rows: rows.reverse() };
}

function countsOf({ numerator, denominator }: ChartPoint): string {
  if (denominator === null) return '';
  return numerator === null ? `of ${denominator}` : `${numerator} of ${denominator}`;
}

function wordsFor(point: ChartPoint): string {
  if (point.value === null) return 'missing';
  if (!point.mature) return 'not final yet';
  if (point.rules.length === 0) return 'routine';
  const direction = point.direction === 'worse' || point.direction === 'better' ? point.direction : 'changed';
  return `${direction}: ${point.rules.map(nameOfRule).join(', ')}`;
}
