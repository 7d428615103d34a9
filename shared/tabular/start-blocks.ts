import { BLOCK, codesOf, NOT_ONE } from '#shared/tabular/cell-blocks.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { ReadDate } from '#shared/tabular/start-reader.ts';

/** Puts the moments that date some rows into a list: NaN for those without, `NOT_ONE` where they cannot be read. */
export type StartBlocks = (rows: Uint32Array, from: number, to: number, into: Float64Array) => void;

/** Moments of a column whose cells alone date the rows; equal texts are read once. */
export function startsByCode(
  records: Records,
  field: number,
  dateAt: (record: number) => ReadDate,
): StartBlocks {
  const cells = records.cells(field);
  const known = new Float64Array(cells.codes);
  const isKnown = new Uint8Array(cells.codes);
  const codes = new Int32Array(BLOCK);
  return (rows, from, to, into) => {
    codesOf(cells, rows, from, to, codes);
    for (let at = 0; at < to - from; at += 1) {
      const code = codes[at] as number;
      if (isKnown[code] === 0) {
        const date = dateAt(rows[from + at] as number);
        known[code] = typeof date === 'number' ? date : NOT_ONE;
        isKnown[code] = 1;
      }
      into[at] = known[code] as number;
    }
  };
}

/** Moments that are found for each record by itself. */
export function startsByRecord(startAt: (record: number) => number): StartBlocks {
  return (rows, from, to, into) => {
    for (let row = from; row < to; row += 1) into[row - from] = startAt(rows[row] as number);
  };
}
