import type { Day } from '#shared/day.ts';
import { csvCell } from '#shared/readout/actions-csv.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

const COLUMNS = [
  'period',
  'value',
  'numerator',
  'denominator',
  'mean',
  'lower limit',
  'upper limit',
  'moving range',
  'rules',
  'direction',
  'q',
  'alarm',
  'final',
  'from',
];

/** A number as it is stored: unrounded, empty where missing. */
function plain(value: number | null): string {
  return value === null ? '' : String(value);
}

/** Every number of the chart as CSV (UTF-8 with its mark, CRLF), oldest first, with where each came from. */
export function chartCsv(reading: SeriesReading, from: (period: Day) => string): string {
  const rows = reading.points.map((point) => [
    point.period,
    ...[point.value, point.numerator, point.denominator, point.centre, point.lower, point.upper].map(plain),
    plain(point.movingRange),
    point.rules.join(' '),
    point.direction ?? '',
    plain(point.q ?? null),
    point.alarm ?? '',
    point.mature ? 'yes' : 'no',
    csvCell(from(point.period)),
  ]);
  const lines = [COLUMNS, ...rows].map((cells) => cells.join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
