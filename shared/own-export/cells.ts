/** What a spreadsheet takes for a formula, and what an earlier writing has protected from that. */
const FORMULA = /^'*[=+\-@\t\r\n]/;
const PROTECTED = /^'+[=+\-@\t\r\n]/;

/** A text that no spreadsheet takes for a formula: an apostrophe before one; `plainText` takes it away again. */
export function safeText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that `safeText` was given. */
export function plainText(cell: string): string {
  return PROTECTED.test(cell) ? cell.slice(1) : cell;
}

/** A number as the shortest text that reads as the same number; empty where it is missing. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) return '';
  return Object.is(value, -0) ? '-0' : String(value);
}

/** The number of such a text; null where it is none. */
export function numberOf(cell: string): number | null {
  if (cell === '') return Number.NaN;
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(cell)) return null;
  return Number(cell);
}

/** Cells as one line of a CSV file, quoted where they need it. Texts are made safe by whoever gives them. */
export function csvLine(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[",;\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}
