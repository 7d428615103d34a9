/** How many lines a text takes where so many characters stand on one. */
export function linesOf(text: string, perLine: number): number {
  return Math.max(1, Math.ceil(text.length / perLine));
}

/** The first rows that fit into a height; the others go to the evidence. The first row always stays. */
export function fitRows<Row>(
  rows: readonly Row[],
  { room, most }: { readonly room: number; readonly most: number },
  heightOf: (row: Row) => number,
): { readonly shown: readonly Row[]; readonly moved: readonly Row[] } {
  let left = room;
  let shown = 0;
  for (const row of rows.slice(0, most)) {
    left -= heightOf(row);
    if (left < 0 && shown > 0) break;
    shown += 1;
  }
  return { shown: rows.slice(0, shown), moved: rows.slice(shown) };
}
