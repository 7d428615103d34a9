import { BLOCK, codesOf } from '#shared/tabular/cell-blocks.ts';
import { type ColumnProfile, emptyProfile } from '#shared/tabular/column-profile.ts';
import { addCell } from '#shared/tabular/profile-cells.ts';
import { addLooseCells } from '#shared/tabular/profile-loose.ts';
import type { Records } from '#shared/tabular/records.ts';

/** What the cells of a column are, over the records of `data`. Equal cells are looked at once. */
export function profileColumn(records: Records, data: Uint32Array, field: number): ColumnProfile {
  const profile = emptyProfile();
  const cells = records.cells(field);
  const counts = new Uint32Array(cells.codes);
  const firsts = new Uint32Array(cells.codes);
  const codes = new Int32Array(BLOCK);
  let loose = data.length;
  for (let from = 0; from < loose; from += BLOCK) {
    const to = Math.min(data.length, from + BLOCK);
    codesOf(cells, data, from, to, codes);
    for (let row = from; row < to; row += 1) {
      const code = codes[row - from] as number;
      if (code < 0) {
        loose = row;
        break;
      }
      const count = counts[code] as number;
      if (count === 0) firsts[code] = data[row] as number;
      counts[code] = count + 1;
    }
  }
  const seen: number[] = [];
  for (let code = 0; code < cells.codes; code += 1) if (counts[code] !== 0) seen.push(code);
  seen.sort((a, b) => (firsts[a] as number) - (firsts[b] as number));
  for (const code of seen)
    addCell(profile, cells.text(code), records.line(firsts[code] as number), counts[code] as number);
  if (loose < data.length) addLooseCells(profile, records, field, data.subarray(loose));
  return profile;
}
