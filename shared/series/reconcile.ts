import type { Grain, Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';

/** Points of a series that were kept out of it because they do not measure in the same way. */
export type SetAside = {
  readonly metric: string;
  readonly entity: string;
  readonly reason: 'unit' | 'grain' | 'joined-by-week';
  readonly points: number;
  /** One sentence for the person who imports. */
  readonly message: string;
};

type Reconciled = { readonly series: Series; readonly setAside: readonly SetAside[] };

const GRAINS: readonly Grain[] = ['instant', 'day', 'week', 'month', 'quarter', 'half', 'year'];

/**
 * Makes one series of the parts that one metric and entity has in different units or lengths of period. The unit of
 * the newest import is in force. Instants, days and weeks meet in weeks, where a value given for a whole week is
 * kept before one added up from days, since the days may not be all there. Of longer periods only the finest is used:
 * months can be made of weeks, never weeks of months.
 */
export function reconcileParts(parts: readonly Series[]): Reconciled {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return { series: only, setAside: [] };
  const byAge = [...parts].sort((a, b) => newestSnapshot(a) - newestSnapshot(b));
  const unit = byAge.findLast((part) => part.unit !== null)?.unit ?? null;
  const sameUnit = byAge.filter((part) => part.unit === null || part.unit === unit);
  const setAside = byAge
    .filter((part) => !sameUnit.includes(part))
    .map((part) => aside(part, 'unit', `in ${part.unit}, the newest import is in ${unit}`));
  const finest = GRAINS.find((grain) => sameUnit.some((part) => part.grain === grain)) ?? 'week';
  const joinable = sameUnit.filter(
    (part) => part.grain === finest || (isWithinWeeks(finest) && isWithinWeeks(part.grain)),
  );
  for (const part of sameUnit) {
    if (!joinable.includes(part)) setAside.push(aside(part, 'grain', `by ${part.grain}, finer values exist`));
  }
  const mixed = joinable.some((part) => part.grain !== finest);
  const steps = mixed ? joinable.map((part) => toWeeks(part)) : joinable;
  if (mixed) setAside.push(...joinable.filter((part) => part.grain !== 'week').map(joinedByWeek));
  const ranked = steps.map((step, index) => ({ step, whole: joinable[index]?.grain === 'week' }));
  const inOrder = mixed ? [...ranked].sort((a, b) => Number(a.whole) - Number(b.whole)) : ranked;
  const series = inOrder.map((one) => one.step).reduce(overlay);
  return { series: { ...series, unit }, setAside };
}

/** Lengths of period that meet in weeks. */
export function isWithinWeeks(grain: Grain): boolean {
  return grain === 'instant' || grain === 'day' || grain === 'week';
}

function newestSnapshot(part: Series): number {
  return part.snapshots.reduce((newest, snapshot) => Math.max(newest, snapshot), 0);
}

function aside(part: Series, reason: 'unit' | 'grain', why: string): SetAside {
  const points = part.values.length;
  const subject = `${points} ${points === 1 ? 'value' : 'values'} of ${part.metricName}, ${part.entity}`;
  return {
    metric: part.metric,
    entity: part.entity,
    reason,
    points,
    message: `${subject} left out: ${why}.`,
  };
}

function joinedByWeek(part: Series): SetAside {
  const what = part.grain === 'instant' ? 'single readings' : 'days';
  return {
    metric: part.metric,
    entity: part.entity,
    reason: 'joined-by-week',
    points: part.values.length,
    message: `${part.metricName}, ${part.entity}: ${what} are joined to the weeks of other files; a value given for a whole week is kept before one made of ${what}.`,
  };
}

/** `upper` over `lower`, period by period: an empty value of `upper` lets that of `lower` through. */
function overlay(lower: Series, upper: Series): Series {
  const from = new Map<number, readonly [Series, number]>();
  for (const part of [lower, upper]) {
    for (const [place, start] of part.starts.entries()) {
      const given = !Number.isNaN(part.values[place]);
      if (given || !from.has(start)) from.set(start, [part, place]);
    }
  }
  const starts = Float64Array.from(from.keys()).sort();
  const rows = Array.from(starts, (start) => from.get(start) ?? ([upper, 0] as const));
  const column = (key: 'numerators' | 'denominators') =>
    lower[key] === null && upper[key] === null
      ? null
      : Float64Array.from(rows, ([part, place]) => part[key]?.[place] ?? Number.NaN);
  return {
    ...upper,
    starts,
    values: Float64Array.from(rows, ([part, place]) => part.values[place] ?? Number.NaN),
    numerators: column('numerators'),
    denominators: column('denominators'),
    snapshots: Uint32Array.from(rows, ([part, place]) => part.snapshots[place] ?? 0),
    lines: Uint32Array.from(rows, ([part, place]) => part.lines[place] ?? 0),
  };
}
