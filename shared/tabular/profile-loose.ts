import type { ColumnProfile } from '#shared/tabular/column-profile.ts';
import { MOST_ZONES, zonesOf } from '#shared/tabular/digit-zones.ts';
import { addCell, DISTINCT_LIMIT, OTHERS_LIMIT } from '#shared/tabular/profile-cells.ts';
import type { Records } from '#shared/tabular/records.ts';

/** So many cells are looked at to know how many different texts the column has. */
const TOLD_APART = 20_000;

/** Of shapes that are no numbers so many are looked at by themselves, for the few texts of a column that are kept. */
const LOOKED_AT = 1000;

type Zone = { readonly record: number; count: number };

/** The cells of one shape, by zones, and the one with the highest number. */
type Shape = { readonly zones: (Zone | undefined)[]; highest: number; record: number; lookedAt: number };

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

  for (let row = 0; row < data.length; row += 1) {
    const record = data[row] as number;
    const shape = cells.code(record) < 0 ? cells.shape(record) : -1;
    const digits = shape < 0 ? 0 : cells.digits(record);
    const zone = shape < 0 ? -1 : (zonesIn[shape]?.(digits) ?? -1);
    const kept = zone < 0 ? undefined : shapes[shape];
    const isNew =
      kept !== undefined &&
      kept.lookedAt < LOOKED_AT &&
      cells.shapes[shape]?.plain === null &&
      profile.others.size < OTHERS_LIMIT;
    if (isNew) kept.lookedAt += 1;
    if (kept === undefined || isNew) {
      add(record, 1);
      continue;
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
  }
  for (const { zones, highest, record } of shapes) {
    for (let zone = 0; zone < MOST_ZONES; zone += 1) {
      const same = zones[zone];
      if (same !== undefined) add(same.record, same.count);
    }
    // The highest number counts with its zone already; what is left is how high it is.
    if (highest >= 0) add(record, 0);
  }
}
