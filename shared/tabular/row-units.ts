import { isMissing } from '#shared/tabular/missing.ts';
import { cellReader } from '#shared/tabular/read-cells.ts';
import type { Table } from '#shared/tabular/table.ts';
import { type Unit, unitNamed } from '#shared/tabular/units.ts';

export type RowUnit = (record: number, fallback: Unit | null) => Unit | null;

/** Reads the unit that a row's own unit column gives, else the one of the value column. */
export function rowUnits(table: Table): RowUnit {
  const { unit } = table.layout;
  if (unit === null) return (_, fallback) => fallback;
  const unitAt = cellReader(table.records, unit.index, (text): Unit | null => {
    const label = text.trim();
    return isMissing(label) ? null : (unitNamed(label) ?? { label, family: 'other', factor: 1 });
  });
  return (record, fallback) => unitAt(record) ?? fallback;
}
