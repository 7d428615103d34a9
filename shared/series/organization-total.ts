import type { Series } from '#shared/series/series.ts';
import { nextPeriod } from '#shared/series/weeks.ts';

/** An entity that stops reporting leaves its total open for so many periods; after that it counts as retired. */
const GRACE_PERIODS = 3;

const FRACTIONS = new Set(['share', '%']);

/**
 * The organization-level series of a metric from those of its entities, where no file gives one: rates as sums of
 * counts, counts, money and stocks as sums, largest and smallest as such, means and medians weighted by their
 * number of items (medians on the log scale) and only where that number is known. Null when the numbers do not
 * allow it. A period in which an entity did not report is missing, never a smaller total. The entities must not
 * contain one another.
 */
export function organizationTotal(series: readonly Series[], metric: string): Series | null {
  const parts = series.filter((one) => one.metric === metric && one.entity !== 'organization');
  const [model] = parts;
  if (model === undefined || parts.some((one) => !alike(one, model))) return null;
  const way = wayOf(parts, model);
  if (way === null) return null;
  const starts = Float64Array.from(new Set(parts.flatMap((part) => [...part.starts]))).sort();
  const values = new Float64Array(starts.length).fill(Number.NaN);
  const numerators = new Float64Array(values);
  const denominators = new Float64Array(values);
  const places = parts.map(() => 0);
  for (const [slot, start] of starts.entries()) {
    const rows = parts.map((part, index) => {
      while ((part.starts[places[index] ?? 0] ?? Number.POSITIVE_INFINITY) < start) {
        places[index] = (places[index] ?? 0) + 1;
      }
      return rowAt(part, places[index] ?? 0, start);
    });
    const total = totalOf(rows, way);
    values[slot] = total.value;
    numerators[slot] = total.numerator;
    denominators[slot] = total.denominator;
  }
  const weighted = way !== 'sum' && way !== 'max' && way !== 'min';
  return {
    ...model,
    entity: 'organization',
    starts,
    values,
    numerators: way === 'ratio' ? numerators : null,
    denominators: weighted ? denominators : null,
    snapshots: new Uint32Array(starts.length),
    lines: new Uint32Array(starts.length),
  };
}

type Way = 'ratio' | 'sum' | 'max' | 'min' | 'weighted' | 'weighted-log';
type Row = { readonly value: number; readonly numerator: number; readonly denominator: number };

function alike(one: Series, model: Series): boolean {
  return one.grain === model.grain && one.unit === model.unit && one.aggregation === model.aggregation;
}

function wayOf(parts: readonly Series[], model: Series): Way | null {
  const numbered = parts.every((part) => part.denominators !== null);
  if (numbered && parts.every((part) => part.numerators !== null)) return 'ratio';
  switch (model.aggregation) {
    case 'sum':
    case 'last':
      return FRACTIONS.has(model.unit ?? '') ? null : 'sum';
    case 'max':
    case 'min':
      return model.aggregation;
    case 'mean':
    case 'ratio':
      return numbered ? 'weighted' : null;
    case 'median':
      return numbered ? 'weighted-log' : null;
    default:
      return null;
  }
}

/** Null where the entity is not expected: before its first period, or long after its last. */
function rowAt(part: Series, place: number, start: number): Row | null {
  if (part.starts[place] === start) {
    return {
      value: part.values[place] ?? Number.NaN,
      numerator: part.numerators?.[place] ?? Number.NaN,
      denominator: part.denominators?.[place] ?? Number.NaN,
    };
  }
  if (place === 0) return null;
  let until = part.starts.at(-1) ?? Number.NaN;
  for (let period = 0; period < GRACE_PERIODS; period++) until = nextPeriod(until, part.grain);
  const absent = { value: Number.NaN, numerator: Number.NaN, denominator: Number.NaN };
  return start <= until ? absent : null;
}

function totalOf(rows: readonly (Row | null)[], way: Way): Row {
  const present = rows.filter((row) => row !== null);
  const add = (of: (row: Row) => number) => present.reduce((total, row) => total + of(row), 0);
  const numerator = add((row) => row.numerator);
  const denominator = add((row) => row.denominator);
  const counts = { numerator, denominator };
  switch (way) {
    case 'sum':
      return { ...counts, value: add((row) => row.value) };
    case 'max':
      return { ...counts, value: Math.max(...present.map((row) => row.value)) };
    case 'min':
      return { ...counts, value: Math.min(...present.map((row) => row.value)) };
    case 'ratio':
      return { ...counts, value: over(numerator * scaleOf(present), denominator) };
    case 'weighted':
      return { ...counts, value: over(add(weighted((value) => value)), denominator) };
    case 'weighted-log':
      return { ...counts, value: Math.exp(over(add(weighted(Math.log)), denominator)) };
  }
}

/** An entity without items in the period weighs nothing, whatever its value says. */
function weighted(of: (value: number) => number): (row: Row) => number {
  return (row) => (row.denominator === 0 ? 0 : of(row.value) * row.denominator);
}

function over(numerator: number, denominator: number): number {
  return denominator > 0 ? numerator / denominator : Number.NaN;
}

function scaleOf(rows: readonly Row[]): number {
  for (const row of rows) {
    const scale = (row.value * row.denominator) / row.numerator;
    if (scale > 0 && Number.isFinite(scale)) return 10 ** Math.round(Math.log10(scale));
  }
  return 1;
}
