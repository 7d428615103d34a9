import { columnNames } from '#shared/tabular/column-names.ts';
import type { HeaderPlace } from '#shared/tabular/header.ts';
import { filledFields, type Records } from '#shared/tabular/records.ts';

function line(cells: readonly string[]): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

const LOOKED_AT = 200;

/** Whether a space follows the delimiters throughout, which is layout then (`a, b, c`). */
function isSpaced(records: Records, place: HeaderPlace): boolean {
  let filled = 0;
  let spaced = 0;
  const until = Math.min(records.count, place.dataFrom + LOOKED_AT);
  for (let record = place.dataFrom; record < until; record += 1) {
    for (let field = 1; field < records.width(record); field += 1) {
      const text = records.text(record, field);
      if (text === '') continue;
      filled += 1;
      if (text.startsWith(' ')) spaced += 1;
    }
  }
  return spaced > filled / 2;
}

function cellsOf(records: Records, record: number, spaced: boolean): readonly string[] {
  return Array.from({ length: records.width(record) }, (_, field) => {
    const text = records.text(record, field);
    return spaced && field > 0 ? text.replace(/^ /, '') : text;
  });
}

/** Cells of a header of one row as they stand; those of two rows joined. */
function headerCells(records: Records, place: HeaderPlace): readonly string[] {
  const [first, second] = place.records;
  if (second !== undefined || first === undefined)
    return columnNames(records, place).map((name) => name.header);
  return cellsOf(records, first, isSpaced(records, place));
}

/**
 * The table of a file as plain CSV: its header, where it has one, and every record below with its cells as they were
 * understood. Nothing is left out but blank lines, nothing is converted, and no cell is added or cut.
 */
export function recordsCsv(records: Records, place: HeaderPlace): string {
  const lines = place.records.length === 0 ? [] : [line(headerCells(records, place))];
  const spaced = isSpaced(records, place);
  for (let record = place.dataFrom; record < records.count; record += 1) {
    const width = records.width(record);
    if (width === 1 && filledFields(records, record) === 0) continue;
    lines.push(line(cellsOf(records, record, spaced)));
  }
  return lines.length === 0 ? '' : `${lines.join('\r\n')}\r\n`;
}
