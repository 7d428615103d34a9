import { addDays } from '#shared/day.ts';
import type { ChartPoint, Phase, RuleId, SeriesReading } from '#shared/signals/reading.ts';

export type ReadingSketch = {
  /** Newest last; null where missing. */
  readonly values: readonly (number | null)[];
  /** Index of the first point of each later phase, and its named cause. */
  readonly phases?: readonly (readonly [from: number, cause: string | null])[];
  /** Rules by index of the point that completes them. */
  readonly rules?: Readonly<Record<number, readonly RuleId[]>>;
  readonly changes?: Partial<SeriesReading>;
};

const FIRST = '2026-05-25';

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
}

function rangesOf(values: readonly number[]): readonly number[] {
  return values.slice(1).map((value, at) => Math.abs(value - (values[at] ?? value)));
}

/** Limits from the first twelve values of the stretch: enough for a picture, not the engine's. */
function phaseOf(stretch: readonly (number | null)[], from: number, cause: string | null): Phase {
  const baseline = stretch.filter((value) => value !== null).slice(0, 12);
  const centre = mean(baseline);
  const range = mean(rangesOf(baseline));
  return {
    from: addDays(FIRST, from * 7),
    to: addDays(FIRST, (from + stretch.length - 1) * 7),
    n: baseline.length,
    centre,
    lower: centre - 2.66 * range,
    upper: centre + 2.66 * range,
    movingRange: { centre: range, upper: 3.268 * range },
    cause,
  };
}

/** A reading of weeks 22 to 47 and on, from its values alone. */
export function aReading({ values, phases = [], rules = {}, changes = {} }: ReadingSketch): SeriesReading {
  const starts = [[0, null] as const, ...phases];
  const made = starts.map(([from, cause], at) =>
    phaseOf(values.slice(from, starts[at + 1]?.[0] ?? values.length), from, cause),
  );
  const points = values.map((value, index): ChartPoint => {
    const at = starts.findLastIndex(([from]) => from <= index);
    const phase = made[at];
    const before = values[index - 1] ?? null;
    const fired = rules[index] ?? [];
    return {
      period: addDays(FIRST, index * 7),
      value,
      numerator: null,
      denominator: null,
      centre: phase?.centre ?? null,
      lower: phase?.lower ?? null,
      upper: phase?.upper ?? null,
      movingRange: value === null || before === null ? null : Math.abs(value - before),
      rules: fired,
      direction: fired.length > 0 ? 'worse' : null,
      mature: true,
    };
  });
  return {
    id: 'change-lead-time|payments',
    metric: 'change-lead-time',
    metricName: 'change lead time',
    entity: 'payments',
    entityName: 'Payments',
    dimension: 'delivery',
    unit: 'h',
    good: 'down',
    grain: 'week',
    chart: 'xmr',
    why: 'individual values',
    phases: made,
    points,
    target: null,
    signals: [],
    status: 'established',
    state: Object.keys(rules).length > 0 ? 'worse' : 'routine',
    sentence: 'Payments, change lead time: 46 h in week 47, above its upper natural limit of 38 h.',
    bounds: [0, null],
    ...changes,
  };
}
