import type { Readout } from './readout.ts';

const COLUMNS = ['id', 'kind', 'text', 'owner', 'due', 'priority', 'for', 'evidence', 'review'];

/**
 * A cell that no spreadsheet takes for a formula: what begins like one gets an apostrophe, also behind spaces. Quoted
 * where RFC 4180 asks for it.
 */
export function csvCell(text: string): string {
  const safe = /^[\s\u00a0]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The commitments of a review as CSV (UTF-8 with its mark, CRLF): one row each, missing owners and dates empty. */
export function toActionsCsv({ commitments, header }: Readout): string {
  const rows = commitments.map(({ id, kind, text, owner, due, priority, serves, evidence }) => [
    id,
    kind,
    text,
    owner ?? '',
    due ?? '',
    priority ?? '',
    serves ?? '',
    evidence ?? '',
    header.date ?? '',
  ]);
  const lines = [COLUMNS, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
