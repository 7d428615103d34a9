import { BLOCK, codesOf, eachBlock, looseOf } from '#shared/tabular/cell-blocks.ts';
import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { NO_SHAPE } from '#shared/tabular/digit-shapes.ts';
import { MOST_ZONES, zonesOf } from '#shared/tabular/digit-zones.ts';
import { addCell, DISTINCT_LIMIT, OTHERS_LIMIT } from '#shared/tabular/profile-cells.ts';
import type { Cells, LooseBlock, Records } from '#shared/tabular/records.ts';

/** So many cells are looked at to know how many different texts the column has. */
const TOLD_APART = 20_000;

/** Of shapes that are no numbers so many are looked at by themselves, for the few texts of a column that are kept. */
const LOOKED_AT = 1000;

type Zone = { readonly record: number; count: number };

/** The cells of one shape, by zones, and the one with the highest number. */
type Shape = { readonly zones: (Zone | undefined)[]; highest: number; record: number; lookedAt: number };

/** Gives shapes and digits of the cells of rows block by block: `NO_SHAPE` for a cell with a code or a text alone. */
function looseReader(cells: Cells, data: Uint32Array): (from: number, to: number) => LooseBlock {
  const codes = new Int32Array(BLOCK);
  const block = { shapes: new Uint8Array(BLOCK), digits: new Float64Array(BLOCK) };
  return (from, to) => {
    codesOf(cells, data, from, to, codes);
    if (looseOf(cells, { of: data, from, to }, codes, block)) return block;
    for (let row = from; row < to; row += 1) {
      const record = data[row] as number;
      const shape = (codes[row - from] as number) < 0 ? cells.shape(record) : -1;
      block.shapes[row - from] = shape < 0 ? NO_SHAPE : shape;
      block.digits[row - from] = shape < 0 ? 0 : cells.digits(record);
    }
    return block;
  };
}

/**
 * Adds cells that hardly repeat to what is known of their column. Where cells of a shape differ in nothing that any
 * rule looks at, the first of them is added with the number of all.
 */
export function addLooseCells(
  profile: ColumnProfile,
  records: Records,
  field: number,
  data: Uint32Array,
): void {
  const cells = records.cells(field);
  const zonesIn = cells.shapes.map(zonesOf);
  const shapes = cells.shapes.map((): Shape => ({ zones: [], highest: -1, record: 0, lookedAt: 0 }));
  const add = (record: number, weight: number): void =>
    addCell(profile, records.text(record, field), records.line(record), weight);

  const looseIn = looseReader(cells, data);
  const addRow = (row: number, shape: number, digits: number): void => {
    const record = data[row] as number;
    const zone = zonesIn[shape]?.(digits) ?? -1;
    const kept = zone < 0 ? undefined : shapes[shape];
    const isNew =
      kept !== undefined &&
      kept.lookedAt < LOOKED_AT &&
      cells.shapes[shape]?.plain === null &&
      profile.others.size < OTHERS_LIMIT;
    if (isNew) kept.lookedAt += 1;
    if (kept === undefined || isNew) {
      add(record, 1);
      return;
    }
    if (row < TOLD_APART && profile.distinct.size < DISTINCT_LIMIT)
      profile.distinct.add(records.text(record, field).trim());
    const same = kept.zones[zone];
    if (same === undefined) kept.zones[zone] = { record, count: 1 };
    else same.count += 1;
    if (digits > kept.highest) {
      kept.highest = digits;
      kept.record = record;
    }
  };
  eachBlock(data.length, (from, to) => {
    const { shapes: numbers, digits } = looseIn(from, to);
    for (let row = from; row < to; row += 1)
      addRow(row, numbers[row - from] as number, digits[row - from] as number);
  });
  for (const { zones, highest, record } of shapes) {
    for (let zone = 0; zone < MOST_ZONES; zone += 1) {
      const same = zones[zone];
      if (same !== undefined) add(same.record, same.count);
    }
    // The highest number counts with its zone already; what is left is how high it is.
    if (highest >= 0) add(record, 0);
  }
}
