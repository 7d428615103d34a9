import type { Aggregation } from '#shared/series/series.ts';

/** Points to be made one: columns and the places in them, in the order that `last` goes by. */
export type PointColumns = {
  readonly values: Float64Array;
  readonly numerators: Float64Array | null;
  readonly denominators: Float64Array | null;
};

/** What became of them. `chosen` is the place whose provenance the result carries. */
export type Aggregate = {
  value: number;
  numerator: number;
  denominator: number;
  chosen: number;
};

/**
 * Makes the points at `places[from]` up to `places[to - 1]` one. Missing values are passed over: a sum of what is
 * there, and missing only when nothing is. A ratio is the sum of numerators over the sum of denominators, counted
 * where both are known and times the scale of the rate ("per 100"); where they never are it is the mean.
 */
export function aggregate(
  columns: PointColumns,
  places: Uint32Array,
  span: { readonly from: number; readonly to: number },
  aggregation: Aggregation,
): Aggregate {
  if (span.to - span.from === 1) return pick(columns, places[span.from] ?? 0);
  switch (aggregation) {
    case 'last':
    case 'none':
      return last(columns, places, span);
    case 'max':
      return extreme(columns, places, span, 1);
    case 'min':
      return extreme(columns, places, span, -1);
    default:
      return combined(columns, places, span, aggregation);
  }
}

function pick(columns: PointColumns, place: number): Aggregate {
  return {
    value: columns.values[place] ?? Number.NaN,
    numerator: columns.numerators?.[place] ?? Number.NaN,
    denominator: columns.denominators?.[place] ?? Number.NaN,
    chosen: place,
  };
}

type Span = { readonly from: number; readonly to: number };

function last(columns: PointColumns, places: Uint32Array, span: Span): Aggregate {
  for (let at = span.to - 1; at >= span.from; at--) {
    const place = places[at] ?? 0;
    if (!Number.isNaN(columns.values[place])) return pick(columns, place);
  }
  return pick(columns, places[span.to - 1] ?? 0);
}

function extreme(columns: PointColumns, places: Uint32Array, span: Span, sign: 1 | -1): Aggregate {
  let best = places[span.from] ?? 0;
  for (let at = span.from + 1; at < span.to; at++) {
    const place = places[at] ?? 0;
    const value = (columns.values[place] ?? Number.NaN) * sign;
    const bestValue = (columns.values[best] ?? Number.NaN) * sign;
    if (Number.isNaN(bestValue) || value > bestValue) best = place;
  }
  return pick(columns, best);
}

function combined(
  columns: PointColumns,
  places: Uint32Array,
  span: Span,
  aggregation: 'sum' | 'mean' | 'median' | 'ratio',
): Aggregate {
  const present: number[] = [];
  let numerator = Number.NaN;
  let denominator = Number.NaN;
  let chosen = places[span.from] ?? 0;
  for (let at = span.from; at < span.to; at++) {
    const place = places[at] ?? 0;
    const point = pick(columns, place);
    const counted = columns.numerators === null || !Number.isNaN(point.numerator);
    if (!Number.isNaN(point.value)) present.push(point.value);
    if (!Number.isNaN(point.value) || !Number.isNaN(point.denominator)) chosen = place;
    if (!Number.isNaN(point.denominator)) {
      if (counted) denominator = plus(denominator, point.denominator);
      numerator = plus(numerator, point.numerator);
    }
  }
  const ratio =
    aggregation === 'ratio' ? (numerator / denominator) * rateScale(columns, places, span) : Number.NaN;
  const value = Number.isFinite(ratio) ? ratio : combine(present, aggregation);
  return { value, numerator, denominator, chosen };
}

/** 1 for a share, 100 for "per 100 deployments": the power of ten that leads from the counts to the stored value. */
function rateScale(columns: PointColumns, places: Uint32Array, span: Span): number {
  for (let at = span.from; at < span.to; at++) {
    const { value, numerator, denominator } = pick(columns, places[at] ?? 0);
    const scale = (value * denominator) / numerator;
    if (scale > 0 && Number.isFinite(scale)) return 10 ** Math.round(Math.log10(scale));
  }
  return 1;
}

function plus(total: number, part: number): number {
  if (Number.isNaN(part)) return total;
  return Number.isNaN(total) ? part : total + part;
}

function combine(present: number[], aggregation: 'sum' | 'mean' | 'median' | 'ratio'): number {
  if (present.length === 0) return Number.NaN;
  if (aggregation === 'median') return medianOf(present);
  const sum = present.reduce((total, value) => total + value, 0);
  return aggregation === 'sum' ? sum : sum / present.length;
}

function medianOf(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}
