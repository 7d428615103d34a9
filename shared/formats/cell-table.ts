import type { Aggregation } from '#shared/series/series.ts';
import { encodeInto } from '#shared/tabular/encoding.ts';
import type {
  ReadingType,
  ReadOwner,
  ReadSettings,
  ReadTarget,
  RejectedRow,
  Warning,
} from '#shared/tabular/reading.ts';
import { createRecordWriter } from '#shared/tabular/record-store.ts';
import { type Records, recordsOf } from '#shared/tabular/records.ts';

export type CellRow = { readonly line: number; readonly cells: readonly string[] };

/** A list of a document that may hold the rows: its path, how many it has, and the first keys of them. */
export type RowsChoice = { readonly path: string; readonly rows: number; readonly keys: readonly string[] };

/** What a format knows beyond the cells of its rows. */
export type FormatFacts = {
  readonly type: ReadingType;
  /** What the format itself decides: roles, units, the day of the scan. What a person decides goes before it. */
  readonly settings: ReadSettings;
  readonly warnings: readonly Warning[];
  readonly rejected: readonly RejectedRow[];
  /** How several values within a period become one, by the name of the metric in the file. */
  readonly aggregations: ReadonlyMap<string, Aggregation>;
  readonly targets: readonly ReadTarget[];
  readonly owners: readonly ReadOwner[];
  /** The one asset that was scanned: what is counted is counted on it and not on the organization. */
  readonly scan: { readonly asset: string; readonly found: number } | null;
  /** Where the rows stand in the file, for the screen (`incidents`, `one object on each line`). */
  readonly from: string;
  /** Lists of the document among which a person chooses; empty where it is clear which one holds the rows. */
  readonly choices: readonly RowsChoice[];
  /** What the file is, where the rows alone would not say it. */
  readonly sentence: string | null;
};

/** A file that is no table as the table it stands for. */
export type CellTable = FormatFacts & {
  readonly header: readonly string[];
  readonly rows: readonly CellRow[];
};

/** A table of cells with only what differs from a plain one. */
export function cellTable(
  parts: Pick<CellTable, 'type' | 'header' | 'rows' | 'from'> & Partial<CellTable>,
): CellTable {
  return {
    settings: {},
    warnings: [],
    rejected: [],
    aggregations: new Map(),
    targets: [],
    owners: [],
    scan: null,
    choices: [],
    sentence: null,
    ...parts,
  };
}

/** Rows are addressed by their lines, and by their number where several share one, as in JSON without line breaks. */
function withOwnLines(rows: readonly CellRow[]): readonly CellRow[] {
  const own = rows.every((row, index) => index === 0 || row.line > (rows[index - 1]?.line ?? 0));
  return own ? rows : rows.map((row, index) => ({ ...row, line: index + 1 }));
}

/** The cells as records, the header being the first. */
export function recordsOfCells(table: CellTable): Records {
  const writer = createRecordWriter();
  let bytes = new Uint8Array(4096);
  const put = ({ line, cells }: CellRow): void => {
    writer.beginRecord(line);
    for (const cell of cells) {
      if (cell.length * 3 > bytes.length) bytes = new Uint8Array(cell.length * 3);
      writer.wholeField(bytes, 0, encodeInto(cell, bytes));
    }
    writer.endRecord();
  };
  put({ line: 0, cells: table.header });
  for (const row of withOwnLines(table.rows)) put(row);
  return recordsOf(writer.finish(), false);
}
