import { type NumberReader, plainIn } from '#shared/tabular/read-cells.ts';
import type { Cells, LooseBlock, Records } from '#shared/tabular/records.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

/** Rows that are read together: enough to be fast, few enough to stay in the processor's memory. */
export const BLOCK = 4096;

/** Stands for a cell that is neither a number nor missing, in blocks of numbers, all of which are finite. */
export const NOT_ONE = Number.POSITIVE_INFINITY;

/** Some rows of a table. */
type Rows = { readonly of: Uint32Array; readonly from: number; readonly to: number };

/** Goes through rows in blocks. */
export function eachBlock(rows: number, visit: (from: number, to: number) => void): void {
  for (let from = 0; from < rows; from += BLOCK) visit(from, Math.min(rows, from + BLOCK));
}

/** Puts the codes of the cells of some rows into a list. */
export function codesOf(cells: Cells, rows: Uint32Array, from: number, to: number, into: Int32Array): void {
  const first = rows[from] ?? 0;
  const follow = (rows[to - 1] ?? 0) - first === to - 1 - from;
  if (follow && cells.copyCodes !== null) cells.copyCodes(first, to - from, into);
  else for (let row = from; row < to; row += 1) into[row - from] = cells.code(rows[row] as number);
}

/** Puts shapes and digits of the cells of some rows into a block; false where one of them has a code or none has any. */
export function looseOf(cells: Cells, rows: Rows, codes: Int32Array, into: LooseBlock): boolean {
  const { of, from, to } = rows;
  const last = to - 1 - from;
  const first = of[from] ?? 0;
  if (cells.copyLoose === null || (of[to - 1] ?? 0) - first !== last) return false;
  // Cells without a code stand together: so do all between two of them.
  if (codes[0] !== -1 || codes[last] !== -1) return false;
  cells.copyLoose(first, to - from, into);
  return true;
}

/** Puts the numbers of the cells of some rows into a list, `NOT_ONE` for those that hold none; whether any does. */
export type NumberBlocks = (rows: Uint32Array, from: number, to: number, into: Float64Array) => boolean;

/** Reads a column's numbers in blocks, each as `read` gives it; equal texts are read once. */
export function numberBlocks(records: Records, column: TableColumn, read: NumberReader): NumberBlocks {
  const cells = records.cells(column.index);
  const values = new Float64Array(cells.codes);
  const isKnown = new Uint8Array(cells.codes);
  const codes = new Int32Array(BLOCK);
  const loose = { shapes: new Uint8Array(BLOCK), digits: new Float64Array(BLOCK) };
  // 0 where a shape is no plain number.
  const divisors = new Float64Array(256);
  cells.shapes.forEach((shape, index) => {
    const plain = plainIn(column, shape);
    if (plain !== null) divisors[index] = plain.sign * plain.divisor;
  });
  return (rows, from, to, into) => {
    codesOf(cells, rows, from, to, codes);
    let hasOther = false;
    if (looseOf(cells, { of: rows, from, to }, codes, loose)) {
      for (let at = 0; at < to - from; at += 1) {
        const divisor = divisors[loose.shapes[at] as number] as number;
        const digits = loose.digits[at] as number;
        // Both parts are exact, so their quotient is the number nearest to what is written.
        if (divisor !== 0) into[at] = digits === 0 ? 0 : digits / divisor;
        else into[at] = read(rows[from + at] as number) ?? NOT_ONE;
        if (into[at] === NOT_ONE) hasOther = true;
      }
      return hasOther;
    }
    for (let at = 0; at < to - from; at += 1) {
      const code = codes[at] as number;
      const value =
        code < 0 || isKnown[code] === 0
          ? (read(rows[from + at] as number) ?? NOT_ONE)
          : (values[code] as number);
      if (code >= 0 && isKnown[code] === 0) {
        isKnown[code] = 1;
        values[code] = value;
      }
      if (value === NOT_ONE) hasOther = true;
      into[at] = value;
    }
    return hasOther;
  };
}
