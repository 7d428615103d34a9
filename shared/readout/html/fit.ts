/** How many lines a text takes where so many characters stand on one. */
export function linesOf(text: string, perLine: number): number {
  return Math.max(1, Math.ceil(text.length / perLine));
}

/** The first rows that fit into so many lines; the others go to the evidence. The first row always stays. */
export function fitRows<Row>(
  rows: readonly Row[],
  room: { readonly lines: number; readonly perLine: number; readonly most: number },
  textOf: (row: Row) => string,
): { readonly shown: readonly Row[]; readonly moved: readonly Row[] } {
  let left = room.lines;
  let shown = 0;
  for (const row of rows.slice(0, room.most)) {
    left -= linesOf(textOf(row), room.perLine);
    if (left < 0 && shown > 0) break;
    shown += 1;
  }
  return { shown: rows.slice(0, shown), moved: rows.slice(shown) };
}
