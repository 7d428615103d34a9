import type { Delimiter } from '#shared/tabular/reading.ts';

/** What the first cell of every table that Andon writes begins with. */
const MARK = 'andon ';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];

/** The first cell of a table of Andon's own: `andon points`. */
export function ownMark(name: string): string {
  return `${MARK}${name}`;
}

/** Which of Andon's own tables a first cell names; null for any other text. */
export function ownTable(cell: string): string | null {
  return cell.startsWith(MARK) ? cell.slice(MARK.length) : null;
}

/** The delimiter of a file that Andon wrote, which a spreadsheet may have changed since; null for any other file. */
export function ownDelimiter(head: Uint8Array): Delimiter | null {
  const text = String.fromCharCode(...head.subarray(0, 64));
  const bare = text.startsWith('"') ? text.slice(1) : text;
  const end = /^andon [a-z -]+"?([,;\t|])/.exec(bare)?.[1];
  return DELIMITERS.find((delimiter) => delimiter === end) ?? null;
}
