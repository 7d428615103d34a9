import type { FormatFacts } from '#shared/formats/cell-table.ts';
import type { EventKind } from '#shared/series/derivations/event-kinds.ts';
import type { Grain } from '#shared/series/series.ts';
import type { NumberBlocks } from '#shared/tabular/cell-blocks.ts';
import type { NamedSettings } from '#shared/tabular/named-metrics.ts';
import type { NumberReader } from '#shared/tabular/read-cells.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Rejects } from '#shared/tabular/reject-log.ts';
import type { Layout } from '#shared/tabular/shape.ts';
import type { StartBlocks } from '#shared/tabular/start-blocks.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** A table that was understood: its columns with their parts, and the rows that can be read. */
export type Table = {
  readonly records: Records;
  readonly columns: readonly TableColumn[];
  readonly layout: Layout;
  /** Records that were accepted as data, in file order. */
  readonly rows: Uint32Array;
  /** The moment that dates a record; NaN where it has none. */
  readonly startAt: (record: number) => number;
  /** The same for some rows at once. */
  readonly startsIn: StartBlocks;
  /** First and last of these moments, and the number of rows without one. */
  readonly span: { readonly first: number; readonly last: number; readonly undated: number };
  readonly grains: ReadonlySet<Grain>;
  /** Length of the periods that date the rows. */
  readonly grain: Grain;
  /** For each measured column, by its position, what reads its numbers. */
  readonly numbers: ReadonlyMap<number, NumberReader>;
  /** The same for some rows at once. */
  readonly numberBlocks: ReadonlyMap<number, NumberBlocks>;
  /** Entity of a record as it is stored; `organization` where the file or the cell names none. */
  readonly entityAt: (record: number) => string;
  readonly rejected: Rejects;
  /** For rows below a merged entity cell, the row that holds its text; null where no cell is merged. */
  readonly mergedEntity: ReadonlyMap<number, number> | null;
  /** Same for the cell that dates the rows. */
  readonly mergedPeriod: ReadonlyMap<number, number> | null;
  /** ISO day that a snapshot without dates describes, or null. */
  readonly asOf: number | null;
  /** What the file is called without its ending, for a measure that has no name of its own. */
  readonly fileName: string;
  readonly caption: string | null;
  /** Metric that a person gave to the number of rows, or to all cells of a matrix; else null. */
  readonly countMetric: string | null;
  /** Whether the number of rows of an event list is a series. */
  readonly isCounted: boolean;
  /** What a person decided about the metrics that rows name. */
  readonly named: NamedSettings;
  /** What the rows are, where derivations know it (`deployments`, `findings`); else null. */
  readonly eventKind: EventKind | null;
  /** What a format says that is no delimited text; null for a table. */
  readonly format: FormatFacts | null;
};
