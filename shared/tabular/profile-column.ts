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
  let loose = data.length;
  for (let row = 0; row < data.length; row += 1) {
    const record = data[row] as number;
    const code = cells.code(record);
    if (code < 0) {
      loose = row;
      break;
    }
    if (counts[code] === 0) firsts[code] = record;
    counts[code] = (counts[code] as number) + 1;
  }
  const seen: number[] = [];
  for (let code = 0; code < cells.codes; code += 1) if (counts[code] !== 0) seen.push(code);
  seen.sort((a, b) => (firsts[a] as number) - (firsts[b] as number));
  for (const code of seen)
    addCell(profile, cells.text(code), records.line(firsts[code] as number), counts[code] as number);
  if (loose < data.length) addLooseCells(profile, records, field, data.subarray(loose));
  return profile;
}
