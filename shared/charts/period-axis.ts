import type { ChartText, Rule } from '#shared/charts/chart-layout.ts';
import type { ChartMeasures } from '#shared/charts/chart-size.ts';
import { textWidth } from '#shared/charts/chart-text.ts';
import { round } from '#shared/charts/value-axis.ts';
import { dayToMs, isoWeek } from '#shared/day.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

export type PeriodAxis = {
  readonly step: number;
  readonly x: (index: number) => number;
};

/** The first period stands 12 pixels in, the newest 16 before the end: the room of its outline. */
export function periodAxis(
  count: number,
  plot: { readonly left: number; readonly right: number },
): PeriodAxis {
  const first = plot.left + 12;
  const last = plot.right - 16;
  const step = count > 1 ? (last - first) / (count - 1) : last - first;
  return { step, x: (index) => round(count > 1 ? first + index * step : last) };
}

const STEPS = [1, 2, 4, 6, 8, 13, 26, 52, 104, 208];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Labels under the axis from the first period on, evenly, and the newest one in strong ink. */
export function periodLabels(
  reading: Pick<SeriesReading, 'points' | 'grain'>,
  axis: PeriodAxis,
  measures: ChartMeasures,
): { readonly texts: readonly ChartText[]; readonly ticks: readonly Rule[] } {
  const { points, grain } = reading;
  const baseline = measures.height - measures.bottom;
  const years = grain === 'week' && points.length > 53;
  const name = (index: number, before: number) =>
    periodName(points[index]?.period ?? '', grain, { before: points[before]?.period ?? null, years });
  const gap =
    years || grain !== 'week' ? Math.max(measures.periodGap, measures.font * 5.8) : measures.periodGap;
  const steps = grain === 'month' ? MONTH_STEPS : STEPS;
  const every = steps.find((step) => step * axis.step >= gap) ?? points.length;
  const newest = points.length - 1;
  const room = Math.max(gap * 0.8, (textWidth(name(newest, 0), measures.font) + gap) / 2);
  const shown = points.flatMap((_, index) =>
    index === newest || (index % every === 0 && axis.x(newest) - axis.x(index) >= room) ? [index] : [],
  );
  const texts = shown.map((index, at): ChartText => {
    const text = name(index, shown[at - 1] ?? -1);
    return {
      x: axis.x(index),
      y: baseline + measures.font * 1.35,
      lead: index === newest ? text : '',
      text: index === newest ? '' : text,
      size: measures.font,
      anchor: 'middle',
      tone: index === newest ? 'ink' : 'label',
      halo: false,
    };
  });
  const ticks = shown.map((index) => ({
    x: axis.x(index),
    y: baseline,
    to: { x: axis.x(index), y: baseline + 5 },
    width: 1,
  }));
  return { texts, ticks };
}

type Naming = { readonly before: string | null; readonly years: boolean };

/** "wk 22", then "26"; with `years` "wk 5, 2027" where the year changes, since weeks alone would be ambiguous. */
function periodName(day: string, grain: SeriesReading['grain'], { before, years }: Naming): string {
  const ms = dayToMs(day);
  if (ms === null) return day;
  if (grain === 'week') {
    const { year, week } = isoWeek(ms);
    const beforeMs = before === null ? null : dayToMs(before);
    if (beforeMs === null) return `wk\u00a0${week}`;
    return !years || isoWeek(beforeMs).year === year ? String(week) : `wk\u00a0${week}, ${year}`;
  }
  const month = MONTHS[new Date(ms).getUTCMonth()] ?? '';
  if (grain === 'day') return `${new Date(ms).getUTCDate()}\u00a0${month}`;
  return before?.slice(0, 4) === day.slice(0, 4) ? month : `${month}\u00a0${day.slice(0, 4)}`;
}

/** "wk 47", "Nov 2026" or "9 Nov": one period in full, for tables and labels. */
export function fullPeriodName(day: string, grain: SeriesReading['grain']): string {
  return periodName(day, grain, { before: null, years: false });
}

/** "9 Nov", for the day of an event. */
export function dayName(day: string): string {
  return fullPeriodName(day, 'day');
}

/** Index of the period that holds the day, or -1. */
export function periodHolding(points: SeriesReading['points'], day: string): number {
  return points.findLastIndex((point) => point.period <= day);
}
