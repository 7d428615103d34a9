import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { type Fired, firedPoints, nameOfRule } from '#shared/charts/point-marks.ts';
import { exhaustive } from '#shared/exhaustive.ts';
import { formatFigure, formatShort, formatSpan } from '#shared/figures.ts';
import type { ChartPoint, SeriesReading, SeriesStatus } from '#shared/signals/reading.ts';

/** What the parts of a ratio were: `8 of 42` for a share, `10 in 2` for a rate. Null where nothing was counted. */
export function countsOf({ numerator, denominator }: ChartPoint, unit: string | null): string | null {
  if (denominator === null) return null;
  const plain = (value: number) => formatFigure(value, null);
  const word = unit === 'share' || unit === '%' ? 'of' : 'in';
  return numerator === null
    ? `${word} ${plain(denominator)}`
    : `${plain(numerator)} ${word} ${plain(denominator)}`;
}

/** The unit in words where it is too long to stand behind every figure: `per on-call week`. Null for a short one. */
export function unitBeside(unit: string | null): string | null {
  const two = formatFigure(2, unit);
  return two === formatShort(2, unit) ? null : two.replace(/^2\u00a0/, '');
}

/** Two figures as a span where the unit is said beside them: `15 to 32 h`, and `0 to 31` of pages per on-call week. */
export function shortSpan(lower: number, upper: number, unit: string | null): string {
  return formatSpan(lower, upper, unitBeside(unit) === null ? unit : null);
}

function rulesOf(point: ChartPoint): string {
  if (point.value === null) return 'missing';
  if (!point.mature) return 'not final yet';
  if (point.rules.length === 0) return 'routine';
  const side = point.direction === 'neither' || point.direction === null ? 'changed' : point.direction;
  return `${side}: ${point.rules.map(nameOfRule).join(', ')}`;
}

/** The point's own rules, and the pattern of a later point that it belongs to. */
export function readingWords(point: ChartPoint, fired: Fired | null): string {
  if (fired === null || point.rules.includes(fired.rule)) return rulesOf(point);
  const side = fired.tone === 'worse' || fired.tone === 'better' ? fired.tone : 'changed';
  const own = point.rules.map(nameOfRule);
  return `${side}: ${[`belongs to ${nameOfRule(fired.rule)}`, ...own].join(', ')}`;
}

/** One point read aloud. */
export function pointSentence(index: number, reading: SeriesReading): string {
  const point = reading.points[index];
  if (point === undefined) return 'no point';
  const fired = firedPoints(reading.points)[index] ?? null;
  const value = formatFigure(point.value, reading.unit);
  const limits =
    point.lower === null || point.upper === null
      ? ''
      : `, limits ${formatSpan(point.lower, point.upper, reading.unit)}`;
  return `${fullPeriodName(point.period, reading.grain)}: ${value}${limits}, ${readingWords(point, fired)}`;
}

/** What the length of the history allows to say. */
export function statusWords(status: SeriesStatus): string {
  switch (status) {
    case 'values-only':
      return 'Too few points for limits, so only the values are shown';
    case 'provisional':
      return 'Provisional limits';
    case 'trial':
      return 'Trial limits';
    case 'established':
      return 'Established limits';
    default:
      return exhaustive(status);
  }
}
