import type { SeriesHeader } from '#shared/series/series.ts';

/**
 * Rows of an export in which each row is something that happened (a deployment, an incident, a finding),
 * after totals, notes and rejected rows were set aside. Columns are addressed by position, from 0.
 */
export type EventTable = {
  /** Header texts in file order, told apart where they repeat (`Labels`, `Labels (2)`). */
  readonly headers: readonly string[];
  readonly rows: number;
  /** Text of a cell, trimmed; empty when the row is short or the cell says that nothing is known (`N/A`, `-`). */
  readonly text: (row: number, column: number) => string;
  /** Moment in a date column (calendar milliseconds, UTC where the file gives an offset), NaN when missing. */
  readonly moment: (row: number, column: number) => number;
  /** Number in a column in that column's own unit (see `units`), NaN when missing. */
  readonly number: (row: number, column: number) => number;
  /** For each column, the unit that its header or its cells give (`min`, `s`, `%`, `USD`), else null. */
  readonly units: readonly (string | null)[];
  /** Position of the column that dates the rows, or null when a snapshot was dated by `as-of`. */
  readonly periodColumn: number | null;
  /** For each row, the moment that dates it; NaN when the row has none. */
  readonly starts: Float64Array;
  /** Position of the column that names the entity, or null. */
  readonly entityColumn: number | null;
  /** For each row, the normalised entity name; `organization` when the file names nothing. */
  readonly entities: readonly string[];
  /** For each row, its physical line in the file, from 1. */
  readonly lines: Uint32Array;
  /** Day of the snapshot (calendar milliseconds) for what is counted as it stands: the newest moment of the file, or `as-of`. */
  readonly asOf: number;
};

/** One series that was worked out from events, as columns of equal length. */
export type DerivedSeries = {
  readonly header: SeriesHeader;
  readonly starts: readonly number[];
  readonly values: readonly number[];
  /** Equal length, or null when the metric is no rate. */
  readonly numerators: readonly number[] | null;
  readonly denominators: readonly number[] | null;
  /** For each point, a line of the file that it rests on (the first one). */
  readonly lines: readonly number[];
};

/** What a derivation answers: its series, and sentences for what it assumed or left out. */
export type Derivation = {
  /** Name of the kind of event, as in the catalogue's derivations (`deployments`, `incidents`). */
  readonly kind: string;
  readonly series: readonly DerivedSeries[];
  readonly notes: readonly string[];
};
