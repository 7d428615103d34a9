export type Cell = string | number;

function written(cell: Cell, always: boolean): string {
  const text = String(cell);
  return always || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record; only cells that need quotes have them. */
export function record(cells: readonly Cell[]): string {
  return cells.map((cell) => written(cell, false)).join(',');
}

/** One record with every cell in quotes. */
export function quotedRecord(cells: readonly Cell[]): string {
  return cells.map((cell) => written(cell, true)).join(',');
}

/** Records to the text of a file, with a line end after the last one. */
export function lines(records: readonly string[], newline: '\n' | '\r\n' = '\n'): string {
  return records.map((text) => text + newline).join('');
}
