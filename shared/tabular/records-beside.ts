import { recordsOfTable } from '#shared/series/derivations/records-of-table.ts';
import type { PointTable } from '#shared/series/series.ts';
import { eventTable } from '#shared/tabular/event-points.ts';
import type { Table } from '#shared/tabular/table.ts';

/** The points with what the rows say beside their numbers, for the checks that read records. */
export function withRecords(points: PointTable, table: Table): PointTable {
  if (table.layout.shape === 'targets' || table.format?.scan?.found === 0) return points;
  const records = recordsOfTable(eventTable(table));
  return records === null ? points : { ...points, records };
}
