import type { EarlierFiles, Reading, ReadSettings, Warning } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import type { TableColumn } from '#shared/tabular/table-column.ts';

function provesOrder({ profile }: TableColumn): boolean {
  return profile.orders.dmy + profile.orders.mdy > 0;
}

function provesMark({ profile }: TableColumn): boolean {
  return profile.decimals.dot + profile.decimals.comma > 0;
}

/** What the cells of this file have decided about dates and numbers. */
export function shownBy({ layout }: Table): EarlierFiles {
  const { period, measures, periodColumns } = layout;
  const marked = [...measures, ...periodColumns.map((each) => each.column)].find(provesMark);
  return {
    ...(period !== null && provesOrder(period) ? { dateOrder: period.style.order } : {}),
    ...(marked === undefined ? {} : { decimal: marked.mark }),
  };
}

const ORDERS = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const;

/** Says when a file's dates are in another order than those of earlier files with its header. */
export function orderWarnings({ layout }: Table, { before }: ReadSettings): readonly Warning[] {
  const { period } = layout;
  const earlier = before?.dateOrder;
  if (period === null || earlier === undefined || !provesOrder(period) || period.style.order === earlier)
    return [];
  const message = `Earlier files with this header were written ${ORDERS[earlier]}; this one is ${ORDERS[period.style.order]} (${period.orderBecause}).`;
  return [{ code: 'order-changed', message }];
}

/** What the next file with this header is read by: what was decided, and what its cells have shown so far. */
export function rememberedSettings({ settings, shown }: Pick<Reading, 'settings' | 'shown'>): ReadSettings {
  // Days, years and lines are of this file alone: taken over, they would misdate the next one without a word.
  const { asOf: _asOf, year: _year, includeLines: _lines, dateOrder, decimal, before, ...rest } = settings;
  const known: EarlierFiles = {
    ...before,
    ...shown,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(decimal === undefined ? {} : { decimal }),
  };
  return Object.keys(known).length === 0 ? rest : { ...rest, before: known };
}
