import { formatFigure } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

export type ValueAxis = {
  readonly y: (value: number) => number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
};

/**
 * Where values are drawn: between `top` and `bottom`, with `above` and `below` pixels free beyond the outermost ones
 * where the metric can go there. `foot` pixels at the bottom are free in any case, and the newest point keeps `reach`
 * from it, so that its outline never covers the period labels.
 */
type Extent = {
  readonly top: number;
  readonly bottom: number;
  readonly above: number;
  readonly below: number;
  readonly foot: number;
  readonly reach: number;
};

/** Every value that the chart must show: points, limits that the metric can reach, means and the target. */
export function shownValues(reading: SeriesReading): readonly number[] {
  const points = reading.points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const phases = reading.phases.flatMap((phase) => [phase.centre, phase.lower, phase.upper]);
  const target = reading.target === null ? [] : [reading.target.value];
  const [least, most] = reading.bounds;
  return [...points, ...phases, ...target]
    .filter(Number.isFinite)
    .map((value) => Math.min(most ?? value, Math.max(least ?? value, value)));
}

/** Values to pixels, and ticks about `tickGap` apart. The axis starts at zero when zero is near and is the least. */
export function valueAxis(reading: SeriesReading, extent: Extent, tickGap: number): ValueAxis {
  const height = extent.bottom - extent.top;
  const { low, high } = lifted(domain(shownValues(reading), reading.bounds, extent), reading, extent);
  const [least, most] = reading.bounds;
  const y = (value: number) => {
    const shown = Math.min(most ?? value, Math.max(least ?? value, value));
    return round(extent.bottom - ((shown - low) / (high - low)) * height);
  };
  // Ticks may stand in the margin above the plot, but only for values that the metric can take.
  const above = ((extent.top - 6) / height) * (high - low);
  const span = {
    low: Math.max(low, least ?? low),
    high: Math.min(high + above, most ?? Number.POSITIVE_INFINITY),
  };
  const count = Math.min(6, Math.max(2, height / tickGap));
  return { y, ticks: ticksOf({ ...span, count, unit: reading.unit, like: axisLike(reading) }, y) };
}

function domain(
  values: readonly number[],
  [least, most]: SeriesReading['bounds'],
  extent: Extent,
): { low: number; high: number } {
  const min = values.length === 0 ? 0 : Math.min(...values);
  const max = values.length === 0 ? 1 : Math.max(...values);
  const height = extent.bottom - extent.top;
  // All equal: a span that keeps the line in the middle and its tick labels few.
  const spread = max > min ? max - min : Math.abs(max) * 0.2 || 1;
  const perPixel = spread / Math.max(height * 0.3, height - extent.above - extent.below);
  const even = max > min ? 0 : spread / 2;
  let low = min - even - extent.below * perPixel;
  let high = max + even + extent.above * perPixel;
  if (least === 0 && min >= 0 && min < 0.3 * max) low = Math.min(low, 0);
  if (least !== null) low = Math.max(low, least);
  if (most !== null) high = Math.min(high, most);
  return high > low ? { low, high } : { low: low - spread / 2, high: high + spread / 2 };
}

/** Room at the foot for words, and for the outline of a newest point that lies there; the top stays where it was. */
function lifted(
  { low, high }: { low: number; high: number },
  reading: SeriesReading,
  { top, bottom, foot, reach }: Extent,
): { low: number; high: number } {
  const height = bottom - top;
  const newest = reading.points.at(-1)?.value ?? high;
  const least = Math.min(high, ...shownValues(reading));
  const lowFor = (value: number, room: number) => high - ((high - value) * height) / (height - room);
  return { low: Math.min(low, lowFor(Math.min(newest, high), reach), lowFor(least, foot)), high };
}

type Span = {
  readonly like: number;
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly unit: string | null;
};

function ticksOf({ low, high, count, unit, like }: Span, y: (value: number) => number): ValueAxis['ticks'] {
  const { factor, suffix } = displayScale(like, unit);
  const step = niceStep(((high - low) * factor) / count);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const ticks: { y: number; text: string }[] = [];
  const first = Math.ceil((low * factor) / step - 1e-6);
  for (let at = first; at * step <= high * factor + step * 1e-6; at++) {
    const shown = at * step;
    const digits = Math.abs(shown).toFixed(decimals);
    ticks.push({ y: y(shown / factor), text: `${shown < 0 ? '−' : ''}${digits}${at === 0 ? '' : suffix}` });
  }
  return ticks;
}

/** 1, 2 or 5 times a power of ten, the least that is not under the given step. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return times * power;
}

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  min: 60,
  h: 3600,
  day: 86_400,
  days: 86_400,
};

/** Factor from the stored unit to the one that figures of this size are written in. */
function displayScale(
  size: number,
  unit: string | null,
): { readonly factor: number; readonly suffix: string } {
  if (unit === 'share') return { factor: 100, suffix: '' };
  const [, first = ''] = formatFigure(size, unit).split('\u00a0');
  const thousands = { k: 1e-3, M: 1e-6, G: 1e-9 }[first];
  if (thousands !== undefined) return { factor: thousands, suffix: `\u00a0${first}` };
  const from = SECONDS[unit?.split('/')[0] ?? ''];
  const to = SECONDS[first];
  return { factor: from === undefined || to === undefined ? 1 : from / to, suffix: '' };
}

/** The size by which a chart chooses between minutes and hours, or thousands and millions. */
function axisLike(reading: SeriesReading): number {
  return shownValues(reading).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/**
 * A figure for a label in the chart: with its unit where that is short (46 h, 99.7 %, $12), bare where it is words.
 * Durations are all in the unit of the axis; `like` is the figure that sets the decimals of the others.
 */
export function chartFigure(value: number, reading: SeriesReading, like: number, extra = 0): string {
  const [base = ''] = (reading.unit ?? '').split('/');
  const isDuration = base in SECONDS;
  const short = isDuration || base === 'share' || base === '%' || /^[A-Z]{3}$/.test(base);
  const size = isDuration ? axisLike(reading) : like;
  return formatFigure(value, short ? base : null, { like: size, extra });
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
