import { scaled } from '#shared/tabular/exact.ts';
import { isMissing, isNoAmount } from '#shared/tabular/missing.ts';
import { plainNumber } from '#shared/tabular/plain-number.ts';
import { type Quantity, quantityValue, readQuantity } from '#shared/tabular/quantity.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';
import type { Unit } from '#shared/tabular/units.ts';

function unitOf(quantity: Quantity, column: TableColumn): Unit | null {
  if (quantity.kind === 'plain') return quantity.unit ?? column.bareUnit;
  return column.unit?.family === 'time' ? { label: 's', family: 'time', factor: 1 } : null;
}

/** Number of a cell in the unit of its column; NaN when missing, null when the cell is neither. */
export function cellNumber(column: TableColumn, text: string): number | null {
  if (column.mark === '.' && column.bareUnit === null) {
    const plain = plainNumber(text);
    if (!Number.isNaN(plain)) return plain;
  }
  if (isMissing(text)) return Number.NaN;
  if (isNoAmount(text)) return column.noAmount;
  const quantity = readQuantity(text);
  if (quantity === null) return null;
  const value = quantityValue(quantity, column.mark, column.clock);
  if (value === null) return null;
  const own = unitOf(quantity, column);
  if (own === null || column.unit === null || own.label === column.unit.label) return value;
  if (own.family === column.unit.family) return scaled(value, own.factor / column.unit.factor);
  return own.family === 'percent' && column.unit.family === 'share' ? value / 100 : value;
}
