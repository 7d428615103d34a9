import { countedAs } from '#shared/tabular/event-points.ts';
import { metricFor } from '#shared/tabular/metric-mapping.ts';
import { numberReader } from '#shared/tabular/read-cells.ts';
import type { Column } from '#shared/tabular/reading.ts';
import type { Table } from '#shared/tabular/table.ts';
import { CELLS, ROW_COUNT } from '#shared/tabular/whole-names.ts';

/** The number of rows of an event list, as a measure that can be mapped like a column. */
function rowCount(table: Table, isDerived: boolean): Column {
  const choice = isDerived ? null : countedAs(table);
  return {
    index: table.columns.length,
    name: ROW_COUNT,
    role: table.isCounted ? 'value' : 'ignored',
    format: null,
    unit: 'count',
    metric: choice?.id ?? null,
    aggregation: 'sum',
    personal: false,
    texts: [],
    nonNull: table.rows.length,
    nulls: 0,
    sum: table.rows.length,
  };
}

/** All cells below the periods of a matrix, as one measure that can be mapped like a column. */
function cells(table: Table): Column {
  const { periodColumns, metric } = table.layout;
  let nonNull = 0;
  let sum = 0;
  const readers = periodColumns.map(({ column }) => numberReader(table.records, column));
  for (const record of table.rows) {
    for (const numberAt of readers) {
      const value = numberAt(record) ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      nonNull += 1;
      sum += value;
    }
  }
  const single = metric === null && periodColumns.every((each) => each.metric === null);
  const choice = single
    ? metricFor(table.caption ?? table.fileName, null, table.countMetric ?? undefined)
    : null;
  return {
    index: table.columns.length,
    name: CELLS,
    role: 'value',
    format: null,
    unit: null,
    metric: choice?.id ?? null,
    aggregation: choice?.aggregation ?? null,
    personal: false,
    texts: [],
    nonNull,
    nulls: table.rows.length * periodColumns.length - nonNull,
    sum,
  };
}

/** Measures that no single column holds: the number of rows of events, the cells of a matrix. */
export function wholeColumns(table: Table, isDerived: boolean): readonly Column[] {
  if (table.layout.shape === 'events') return [rowCount(table, isDerived)];
  return table.layout.periodColumns.length > 0 ? [cells(table)] : [];
}
