import type { RejectedRow } from '#shared/tabular/reading.ts';
import type { Records } from '#shared/tabular/records.ts';

const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;

/** A cell as text of a CSV file. Rejected cells go back as they came, so that a corrected file reads as it would have. */
function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function line(cells: readonly string[]): string {
  return cells.map(quoted).join(',');
}

/** CSV of the rejected rows under the file's header, each with its line and the reason, to correct and bring again. */
export function rejectsCsv(
  records: Records,
  names: readonly string[],
  rejected: readonly RejectedRow[],
): string {
  const byLine = new Map(rejected.map((row) => [row.line, row]));
  const lines = [line([...names, 'line', 'reason'])];
  for (let record = 0; record < records.count; record += 1) {
    const row = byLine.get(records.line(record));
    if (row === undefined) continue;
    const width = Math.max(names.length, records.width(record));
    const cells = Array.from({ length: width }, (_, field) => records.text(record, field));
    lines.push(line([...cells, String(row.line), row.message]));
  }
  return `${lines.join('\r\n')}\r\n`;
}
