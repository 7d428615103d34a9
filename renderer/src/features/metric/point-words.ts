import { fullPeriodName } from '#shared/charts/period-axis.ts';
import { type Fired, nameOfRule } from '#shared/charts/point-marks.ts';
import { exhaustive } from '#shared/exhaustive.ts';
import { formatFigure, formatSpan } from '#shared/figures.ts';
import type { ChartPoint, RuleId, SeriesReading, SeriesStatus } from '#shared/signals/reading.ts';

/** What the parts of a ratio were: `8 of 42`. Null where nothing was counted. */
export function countsOf({ numerator, denominator }: ChartPoint): string | null {
  if (denominator === null) return null;
  const plain = (value: number) => formatFigure(value, null);
  return numerator === null ? `of ${plain(denominator)}` : `${plain(numerator)} of ${plain(denominator)}`;
}

export function rulesOf(point: ChartPoint): string {
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
export function pointSentence(point: ChartPoint, reading: SeriesReading): string {
  const value = formatFigure(point.value, reading.unit);
  const limits =
    point.lower === null || point.upper === null
      ? ''
      : `, limits ${formatSpan(point.lower, point.upper, reading.unit)}`;
  return `${fullPeriodName(point.period, reading.grain)}: ${value}${limits}, ${rulesOf(point)}`;
}

/** What a rule looks for, and why a process in its routine seldom does it. */
export function ruleMeaning(rule: RuleId): string {
  switch (rule) {
    case 'outside-limits':
      return 'A point beyond the natural limits. Routine variation seldom reaches that far.';
    case 'run-of-8':
      return 'Eight points in a row on one side of the mean: the level has moved, though each point alone is routine.';
    case 'three-of-four':
      return 'Three of four points in a row lie nearer to the same limit than to the mean.';
    case 'two-of-three':
      return 'Two of three points in a row lie in the outer third on the same side.';
    case 'four-of-five':
      return 'Four of five points in a row lie beyond the inner third on the same side.';
    case 'threshold':
      return 'A point past the threshold that the metric must keep, whatever its routine is.';
    default:
      return exhaustive(rule);
  }
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
