import { DAY_MS, type Day, dayToMs, partsToMs, startOfMonth, startOfWeek, WEEK_MS } from '#shared/day.ts';
import { aggregate } from '#shared/series/aggregate.ts';
import type { Aggregation, Grain, Series } from '#shared/series/series.ts';

export type WeekOptions = {
  /** How values inside one week become one; the series' own aggregation when absent. */
  readonly aggregation?: Aggregation;
  /** The newest period is left out while it is not over at the end of this day. */
  readonly asOf?: Day;
};

/**
 * Brings a series to evaluation periods: ISO weeks (starting Monday) from instants, days and weeks; months, quarters
 * and years keep their own length. Every period between the first and the last is present, NaN and line 0 where
 * nothing came. A ratio without counts becomes a mean, and the header of the answer says so.
 */
export function toWeeks(series: Series, options: WeekOptions = {}): Series {
  const wanted = options.aggregation ?? series.aggregation;
  const counted = series.numerators !== null && series.denominators !== null;
  const aggregation = wanted === 'ratio' && !counted ? 'mean' : wanted;
  const grain = evaluationGrain(series.grain);
  const periods = Float64Array.from(series.starts, (start) => periodOf(start, series.grain));
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return { ...series, grain, aggregation };
  const slots = slotsBetween(first, last, grain, options.asOf);
  const filled = fill(series, periods, slots, aggregation);
  return { ...series, ...filled, grain, aggregation };
}

/** Start of the period after this one; the argument is the start of a period of that grain. */
export function nextPeriod(start: number, grain: Grain): number {
  if (grain === 'instant' || grain === 'day') return start + DAY_MS;
  if (grain === 'week') return start + WEEK_MS;
  const at = new Date(start);
  const months = grain === 'month' ? 1 : grain === 'quarter' ? 3 : grain === 'half' ? 6 : 12;
  const month = at.getUTCMonth() + months;
  return partsToMs(at.getUTCFullYear() + Math.floor(month / 12), (month % 12) + 1, 1) ?? Number.NaN;
}

function evaluationGrain(grain: Grain): Grain {
  return grain === 'instant' || grain === 'day' ? 'week' : grain;
}

function periodOf(start: number, grain: Grain): number {
  switch (grain) {
    case 'instant':
    case 'day':
      return startOfWeek(start);
    case 'week':
      // A week that a tool starts on Sunday or Saturday counts for the ISO week that holds most of its days.
      return startOfWeek(start + 3 * DAY_MS);
    default:
      return startOfMonth(start);
  }
}

function slotsBetween(first: number, last: number, grain: Grain, asOf: Day | undefined): Float64Array {
  const over = (asOf === undefined ? null : dayToMs(asOf)) ?? Number.POSITIVE_INFINITY;
  const slots: number[] = [];
  for (let at = first; at <= last; at = nextPeriod(at, grain)) {
    if (nextPeriod(at, grain) <= over + DAY_MS) slots.push(at);
  }
  return Float64Array.from(slots);
}

type Filled = Pick<Series, 'starts' | 'values' | 'numerators' | 'denominators' | 'snapshots' | 'lines'>;

function fill(series: Series, periods: Float64Array, starts: Float64Array, aggregation: Aggregation): Filled {
  const values = new Float64Array(starts.length).fill(Number.NaN);
  const numerators = series.numerators === null ? null : new Float64Array(values);
  const denominators = series.denominators === null ? null : new Float64Array(values);
  const snapshots = new Uint32Array(starts.length);
  const lines = new Uint32Array(starts.length);
  const places = Uint32Array.from(periods, (_, place) => place);
  let from = 0;
  for (let slot = 0; slot < starts.length; slot++) {
    const start = starts[slot] ?? Number.NaN;
    while (from < periods.length && (periods[from] ?? Number.NaN) < start) from += 1;
    let to = from;
    while (to < periods.length && periods[to] === start) to += 1;
    if (to === from) continue;
    const one = aggregate(series, places, { from, to }, aggregation);
    values[slot] = one.value;
    if (numerators !== null) numerators[slot] = one.numerator;
    if (denominators !== null) denominators[slot] = one.denominator;
    snapshots[slot] = series.snapshots[one.chosen] ?? 0;
    lines[slot] = series.lines[one.chosen] ?? 0;
    from = to;
  }
  return { starts, values, numerators, denominators, snapshots, lines };
}
