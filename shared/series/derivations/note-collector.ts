import type { ExcludedReason, ExcludedRow } from '#shared/tabular/reading.ts';

/** Lines named in a sentence before the rest becomes a number. */
const NAMED_LINES = 3;

/** Collects rows under what is to be said about them; the sentences are made once all rows are known. */
export type NoteCollector = {
  /** `about` completes “3 rows (12, 40, 41) …”; a row with a reason took no part in anything. */
  readonly row: (line: number, about: string, reason?: ExcludedReason) => void;
  /** A sentence about the whole file. */
  readonly file: (sentence: string) => void;
  readonly notes: () => readonly string[];
  readonly leftOut: () => readonly ExcludedRow[];
};

function linesText(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).join(', ');
  return lines.length > NAMED_LINES
    ? `lines ${named}, …`
    : `${lines.length === 1 ? 'line' : 'lines'} ${named}`;
}

export function collectNotes(): NoteCollector {
  const groups = new Map<string, number[]>();
  const sentences: string[] = [];
  const leftOut: ExcludedRow[] = [];
  return {
    row: (line, about, reason) => {
      const lines = groups.get(about) ?? [];
      lines.push(line);
      groups.set(about, lines);
      if (reason !== undefined) leftOut.push({ line, reason });
    },
    file: (sentence) => sentences.push(sentence),
    notes: () => [
      ...[...groups].map(
        ([about, lines]) =>
          `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'row' : 'rows'} ${about} (${linesText(lines)}).`,
      ),
      ...sentences,
    ],
    leftOut: () => leftOut,
  };
}
