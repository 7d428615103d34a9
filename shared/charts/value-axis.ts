import { formatFigure } from '#shared/figures.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

export type AxisScale = 'linear' | 'log';

export type ValueAxis = {
  readonly scale: AxisScale;
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
  // Limits that step with the sample are the points' own.
  const steps = reading.points.flatMap((point) => [point.lower ?? [], point.upper ?? []].flat());
  const target = reading.target === null ? [] : [reading.target.value];
  const [least, most] = reading.bounds;
  return [...points, ...phases, ...steps, ...target]
    .filter(Number.isFinite)
    .map((value) => Math.min(most ?? value, Math.max(least ?? value, value)));
}

/** Values that span so many times their least one are told apart on a log axis only. */
const WIDE_SPAN = 10;
const EQUAL = 1e-6;

/** Limits that lie the same number of times over and under their mean were computed on a log scale. */
function isMultiplicative({ lower, centre, upper }: SeriesReading['phases'][number]): boolean {
  return lower > 0 && upper > lower && Math.abs((lower * upper) / centre ** 2 - 1) < EQUAL;
}

/** Whether the series can stand on a log axis: everything that is shown of it is above zero. */
export function canBeLog(reading: SeriesReading): boolean {
  const values = shownValues(reading);
  return values.length > 0 && values.every((value) => value > 0);
}

/** The axis that suits a series: log where its limits are and its values span more than a power of ten. */
export function usualScale(reading: SeriesReading): AxisScale {
  const newest = reading.phases.at(-1);
  if (newest === undefined || !isMultiplicative(newest) || !canBeLog(reading)) return 'linear';
  const values = shownValues(reading);
  return Math.max(...values) >= WIDE_SPAN * Math.min(...values) ? 'log' : 'linear';
}

/** What the axis has to show, besides the reading's own values: limits of another day. */
export type AxisWish = { readonly scale?: AxisScale; readonly also?: readonly number[] };

/** Values to pixels, and ticks about `tickGap` apart. The axis starts at zero when zero is near and is the least. */
export function valueAxis(
  reading: SeriesReading,
  extent: Extent,
  tickGap: number,
  wish: AxisWish = {},
): ValueAxis {
  const values = [...shownValues(reading), ...(wish.also ?? [])];
  const wanted = wish.scale ?? usualScale(reading);
  return wanted === 'log' && values.every((value) => value > 0)
    ? logAxis(reading, values, extent)
    : linearAxis(reading, values, { extent, tickGap });
}

function linearAxis(
  reading: SeriesReading,
  values: readonly number[],
  { extent, tickGap }: { readonly extent: Extent; readonly tickGap: number },
): ValueAxis {
  const height = extent.bottom - extent.top;
  const newest = reading.points.at(-1)?.value ?? null;
  const { low, high } = lifted(domain(values, reading.bounds, extent), { values, newest }, extent);
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
  const ticks = ticksOf({ ...span, count, unit: reading.unit, like: axisLike(reading) }, y);
  return { scale: 'linear', y, ticks };
}

/** Equal distances are equal ratios. The room at head and foot is that of the linear axis. */
function logAxis(reading: SeriesReading, values: readonly number[], extent: Extent): ValueAxis {
  const height = extent.bottom - extent.top;
  const logs = values.map(Math.log10);
  const newest = reading.points.at(-1)?.value ?? null;
  const known = { values: logs, newest: newest === null ? null : Math.log10(newest) };
  const { low, high } = lifted(domain(logs, [null, null], extent), known, extent);
  const y = (value: number) => {
    const shown = value > 0 ? Math.max(Math.log10(value), low) : low;
    return round(extent.bottom - ((shown - low) / (high - low)) * height);
  };
  const { factor, suffix } = displayScale(axisLike(reading), reading.unit);
  const ticks = logTicks(10 ** low * factor, 10 ** high * factor).map((shown) => ({
    y: y(shown / factor),
    text: `${shown >= 1 ? shown : Number(shown.toPrecision(1))}${suffix}`,
  }));
  return { scale: 'log', y, ticks };
}

/** 1, 2 and 5 times the powers of ten between two values; the powers alone where there are many. */
export function logTicks(low: number, high: number): readonly number[] {
  const from = Math.floor(Math.log10(low));
  const to = Math.ceil(Math.log10(high));
  const times = to - from > 4 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = from; power <= to; power++) {
    for (const time of times) ticks.push(time * 10 ** power);
  }
  return ticks.filter((tick) => tick >= low * (1 - EQUAL) && tick <= high * (1 + EQUAL));
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
  known: { readonly values: readonly number[]; readonly newest: number | null },
  { top, bottom, foot, reach }: Extent,
): { low: number; high: number } {
  const height = bottom - top;
  const least = Math.min(high, ...known.values);
  const lowFor = (value: number, room: number) => high - ((high - value) * height) / (height - room);
  return {
    low: Math.min(low, lowFor(Math.min(known.newest ?? high, high), reach), lowFor(least, foot)),
    high,
  };
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
