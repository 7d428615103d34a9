import type { EventKind } from '#shared/series/derivations/event-kinds.ts';
import type { Aggregation } from '#shared/series/series.ts';

/** A metric that rows give a value of each: what identifies it but for the entity. */
export type CountedMetric = {
  readonly metric: string;
  readonly metricName: string;
  readonly unit: string | null;
  readonly aggregation: Aggregation;
};

/** How rows become points: by the catalogue's derivation for their kind, or counted a week with the measures they have. */
export type CountingRule =
  | {
      readonly kind: 'derived';
      readonly events: EventKind;
      /** Columns of the list by the role that they play. */
      readonly roles: Readonly<Record<string, number>>;
    }
  | {
      readonly kind: 'counted';
      readonly count: CountedMetric;
      /** Columns of the list whose numbers are values, as the metric stores them. */
      readonly measures: readonly { readonly column: number; readonly of: CountedMetric }[];
    };

/** One column of an event list; what its cells are not is null. */
export type EventListColumn = {
  readonly header: string;
  readonly unit: string | null;
  /** Index into `texts`. */
  readonly texts: Uint32Array | null;
  /** Calendar milliseconds, NaN where there are none. */
  readonly moments: Float64Array | null;
  readonly numbers: Float64Array | null;
};

/**
 * The rows of an export in which each row is something that happened, kept beside the points that were counted from
 * them, so that lists that overlap are joined row by row and not week by week. Only the columns that are counted by.
 */
export type EventList = {
  /** Lists of equal layout are joined: same header, same rule, same way of telling rows apart. */
  readonly layout: string;
  readonly rule: CountingRule;
  readonly columns: readonly EventListColumn[];
  readonly texts: readonly string[];
  /** For each row, 53 bits that stand for its id, or for its cells and how often the file has had them. */
  readonly keys: Float64Array;
  readonly starts: Float64Array;
  /** Index into `texts`. */
  readonly entities: Uint32Array;
  readonly lines: Uint32Array;
};

const HIGH_BITS = 0x1f_ffff;

/** A whole number of 53 bits that stands for a text: equal texts give equal numbers, others practically never do. */
export function textKey(text: string): number {
  let high = 0x9e37_79b9;
  let low = 0x85eb_ca6b;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x85eb_ca77);
    low = Math.imul(low ^ unit, 0xc2b2_ae3d);
  }
  high = Math.imul(high ^ (high >>> 16), 0x7feb_352d) ^ Math.imul(low ^ (low >>> 13), 0x846c_a68b);
  low = Math.imul(low ^ (low >>> 16), 0x7feb_352d) ^ Math.imul(high ^ (high >>> 13), 0x846c_a68b);
  return (high & HIGH_BITS) * 2 ** 32 + (low >>> 0);
}

/** Whether no number stands among the others a second time. */
function areDifferent(keys: Float64Array): boolean {
  const sorted = keys.toSorted();
  for (let at = 1; at < sorted.length; at += 1) if (sorted[at] === sorted[at - 1]) return false;
  return true;
}

/**
 * Keys of so many rows by their ids (trimmed, in one case); null where two rows share an id or a row has none, since the
 * column then does not tell rows apart.
 */
export function keysById(rows: number, idAt: (row: number) => string): Float64Array | null {
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const id = idAt(row).trim();
    if (id === '') return null;
    keys[row] = textKey(id.toLowerCase());
  }
  return areDifferent(keys) ? keys : null;
}

/** Keys of rows without ids: the whole row and which of its equals it is, so that three equal rows stay three. */
export function keysByOccurrence(rows: number, textAt: (row: number) => string): Float64Array {
  // By the keys of the texts: the texts themselves would fill the memory with a large file.
  const seen = new Map<number, number>();
  const keys = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const text = textAt(row);
    const same = textKey(text);
    const occurrence = (seen.get(same) ?? 0) + 1;
    seen.set(same, occurrence);
    keys[row] = textKey(`${text}\u001e${occurrence}`);
  }
  return keys;
}
