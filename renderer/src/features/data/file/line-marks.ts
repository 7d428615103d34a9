import type { ExcludedReason, Reading, RejectedRow } from '#shared/tabular/reading.ts';

/** What a line of the preview is, where it is not data, and what a person may do about it. */
export type LineMark =
  | { readonly kind: 'header' }
  /** Neither data nor left out: a title above the table, a blank line. */
  | { readonly kind: 'aside'; readonly why: string }
  | { readonly kind: 'excluded'; readonly why: string; readonly line: number; readonly canTakeIn: boolean }
  | { readonly kind: 'taken-in'; readonly line: number }
  | { readonly kind: 'rejected'; readonly why: string; readonly column: string | null };

const REASONS: Readonly<Record<ExcludedReason, string>> = {
  blank: 'blank',
  preamble: 'above the table',
  total: 'sums up other rows',
  section: 'a heading inside the table',
  footer: 'below the table',
  filtered: 'not what is counted',
  declared: 'says how the file is written',
};

/** Reasons that a person may overrule: the row has the shape of data. */
const OPEN: ReadonlySet<ExcludedReason> = new Set(['total', 'section', 'footer', 'filtered']);

/** A reason without the column and the value, which stand in the row itself. */
function shortReason({ column, message }: RejectedRow): string {
  return column !== null && message.startsWith(`${column}: `) ? message.slice(column.length + 2) : message;
}

/** What each line of the preview is, where it is not plain data. */
export function lineMarks(reading: Reading): ReadonlyMap<number, LineMark> {
  const { excluded, rejected } = reading.rows;
  const marks = new Map<number, LineMark>();
  const takenIn = new Set(reading.settings.includeLines ?? []);
  const byLine = new Map(rejected.map((row) => [row.line, row]));
  // What is no table has the names of its fields where a header would stand.
  const isTable = reading.type === 'table';
  const top = reading.header[0] ?? (isTable ? 0 : 1);
  for (const { line, record, cells } of reading.preview) {
    const out = excluded.find((one) => line >= one.line && line <= (one.lastLine ?? one.line));
    const bad = byLine.get(line);
    if (reading.header.includes(record) || (!isTable && record === 1)) marks.set(line, { kind: 'header' });
    else if (bad !== undefined)
      marks.set(line, { kind: 'rejected', why: shortReason(bad), column: bad.column });
    else if (out !== undefined) {
      const { reason } = out;
      const why = reason === 'preamble' && record > top ? 'before the first row' : REASONS[reason];
      marks.set(line, { kind: 'excluded', why, line, canTakeIn: OPEN.has(reason) });
    } else if (takenIn.has(line)) marks.set(line, { kind: 'taken-in', line });
    else if (cells.every((cell) => cell.trim() === '')) marks.set(line, { kind: 'aside', why: '' });
    else if (record < top) marks.set(line, { kind: 'aside', why: 'title' });
  }
  return marks;
}

/** Lines that were left out because they sum up others. */
export function totalLines(reading: Reading): readonly number[] {
  return reading.rows.excluded.filter((one) => one.reason === 'total').map((one) => one.line);
}
