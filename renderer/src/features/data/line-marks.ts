import type { ExcludedReason, Reading } from '#shared/tabular/reading.ts';

export type LineMark = { readonly kind: 'header' | 'excluded' | 'rejected'; readonly why: string };

const REASONS: Readonly<Record<ExcludedReason, string>> = {
  blank: 'left out: blank',
  preamble: 'left out: above the table',
  total: 'left out: a total of other rows',
  section: 'left out: a heading inside the table',
  footer: 'left out: below the table',
  filtered: 'left out: not what is counted',
  declared: 'left out: says how the file is written',
};

/** What each line of the preview is, where it is not data. */
export function lineMarks(reading: Reading): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  for (const row of reading.preview) {
    if (reading.header.includes(row.record)) marks.set(row.line, { kind: 'header', why: 'header' });
    const out = reading.rows.excluded.find(
      (one) => row.line >= one.line && row.line <= (one.lastLine ?? one.line),
    );
    if (out !== undefined) marks.set(row.line, { kind: 'excluded', why: REASONS[out.reason] });
    const rejected = reading.rows.rejected.find((one) => one.line === row.line);
    if (rejected !== undefined) marks.set(row.line, { kind: 'rejected', why: rejected.message });
  }
  return marks;
}
