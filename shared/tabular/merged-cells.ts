import { isMissing } from '#shared/tabular/missing.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** Tables up to this many rows are looked at for merged cells: people merge cells in sheets, not in logs. */
const SHEET_ROWS = 20_000;

/**
 * For the rows below a cell that was merged over them, the row that holds its text. Null where the column has no
 * merged cells: then a gap is a gap. Merged cells begin the table, each has a text of its own, and gaps are the rule.
 */
export function mergedOver(
  records: Records,
  data: Uint32Array,
  column: TableColumn | null,
): ReadonlyMap<number, number> | null {
  if (column === null || data.length > SHEET_ROWS) return null;
  const { filled, missing, distinct } = column.profile;
  if (filled < 2 || missing < filled || distinct.size !== filled) return null;
  const sources = new Map<number, number>();
  let above = -1;
  let before = -1;
  for (const record of data) {
    if (!isMissing(records.text(record, column.index))) {
      // A cell over one row alone is no merged one: the gaps are gaps.
      if (above >= 0 && above === before) return null;
      above = record;
    } else if (above < 0 || records.text(record, column.index).trim() !== '') return null;
    else sources.set(record, above);
    before = record;
  }
  return above === before ? null : sources;
}
