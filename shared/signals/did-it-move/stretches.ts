import type { MetricDefinition } from '#shared/signals/definition.ts';
import type { Counted } from '#shared/signals/rates/rate-ratio.ts';
import type { Stretches } from './did-it-move.ts';

/** Columns of equal length, NaN where missing. */
export type MeasuredColumns = {
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
};

/** Positions: the baseline from `from`, the event at `at`, everything before `to`. */
export type Around = { readonly from: number; readonly at: number; readonly to: number };

/** What the numbers of a metric are, by the way it is judged. */
export function familyOf(definition: Pick<MetricDefinition, 'engine'> | null): Stretches['kind'] {
  switch (definition?.engine) {
    case 'poisson':
    case 'poisson-exposure':
      return 'counts';
    case 'binomial':
      return 'shares';
    case 'normal-log':
    case 'exponential':
      return 'skewed';
    default:
      return 'values';
  }
}

function valuesIn({ values }: MeasuredColumns, from: number, to: number): readonly number[] {
  return [...values.subarray(from, to)].filter((value) => !Number.isNaN(value));
}

/** Counts and what they are out of; without a denominator every period is one. */
function countedIn(columns: MeasuredColumns, from: number, to: number): readonly Counted[] {
  const { values, numerators, denominators } = columns;
  const counted: Counted[] = [];
  for (let index = from; index < to; index++) {
    const count = (numerators ?? values)[index] ?? Number.NaN;
    const exposure = denominators === null ? 1 : (denominators[index] ?? Number.NaN);
    if (count >= 0 && exposure > 0) counted.push({ count, exposure });
  }
  return counted;
}

function isCounted(columns: MeasuredColumns, kind: Stretches['kind']): boolean {
  const { values, numerators, denominators } = columns;
  // A rate without its counts is a value like any other.
  if (denominators === null && (kind === 'shares' || numerators !== null)) return false;
  return (numerators ?? values).every(
    (value) => Number.isNaN(value) || (value >= 0 && Number.isInteger(value)),
  );
}

/** The values around an event as one comparison; what the columns cannot give is compared as plain values. */
export function stretchesAround(
  columns: MeasuredColumns,
  { from, at, to }: Around,
  kind: Stretches['kind'],
): Stretches {
  if ((kind === 'counts' || kind === 'shares') && isCounted(columns, kind)) {
    return { kind, before: countedIn(columns, from, at), after: countedIn(columns, at, to) };
  }
  const before = valuesIn(columns, from, at);
  const after = valuesIn(columns, at, to);
  const isSkewed = kind === 'skewed' && [...before, ...after].every((value) => value > 0);
  return { kind: isSkewed ? 'skewed' : 'values', before, after };
}
