/** How many lines a text takes where so many characters stand on one. */
export function linesOf(text: string, perLine: number): number {
  return Math.max(1, Math.ceil(text.length / perLine));
}

/** The line that says how many rows are in the evidence, in CSS pixels. */
export const MORE = 21;

export type Fitted<Row> = {
  readonly shown: readonly Row[];
  readonly moved: readonly Row[];
  readonly height: number;
};

function take<Row>(rows: readonly Row[], room: number, heightOf: (row: Row) => number): Fitted<Row> {
  let height = 0;
  let shown = 0;
  for (const row of rows) {
    const next = height + heightOf(row);
    if (next > room && shown > 0) break;
    height = next;
    shown += 1;
  }
  return { shown: rows.slice(0, shown), moved: rows.slice(shown), height };
}

/**
 * The first rows that fit into a height; the others go to the evidence, and the line that says so takes its part of
 * the room. The first row always stays.
 */
export function fitRows<Row>(
  rows: readonly Row[],
  { room, most }: { readonly room: number; readonly most: number },
  heightOf: (row: Row) => number,
): Fitted<Row> {
  const all = take(rows, room, heightOf);
  if (rows.length === 0 || (all.moved.length === 0 && rows.length <= most)) return all;
  const some = take(rows.slice(0, most), room - MORE, heightOf);
  return { shown: some.shown, moved: rows.slice(some.shown.length), height: some.height + MORE };
}
