import { metricById } from '#shared/drive/catalogue.ts';
import type { Column, ColumnRole, Reading } from '#shared/tabular/reading.ts';

/** What stands above a column of the grid: what it is, or that it is left out. */
export type ColumnHead = { readonly text: string; readonly isOut: boolean };

const ROLES: Readonly<Record<Exclude<ColumnRole, 'value'>, string>> = {
  period: 'date',
  entity: 'of what',
  metric: 'metric',
  unit: 'unit',
  numerator: 'value',
  denominator: 'value',
  target: 'target',
  id: 'id',
  dimension: 'label',
  ignored: 'left out',
};

/** Name of a metric as people know it: of the catalogue, or the file's own. */
export function metricName(id: string): string {
  return metricById(id)?.name ?? (id.startsWith('own:') ? id.slice(4) : id);
}

export function headOf(column: Column | undefined, reading: Pick<Reading, 'shape'>): ColumnHead {
  if (column === undefined) return { text: '', isOut: true };
  if (column.personal && column.role === 'ignored') return { text: 'people: left out', isOut: true };
  if (column.role !== 'value') {
    const isOut = column.role === 'ignored' || column.role === 'dimension' || column.role === 'id';
    return { text: ROLES[column.role], isOut };
  }
  if (column.metric === null || reading.shape === 'period-columns') return { text: 'values', isOut: false };
  return { text: metricName(column.metric), isOut: false };
}
