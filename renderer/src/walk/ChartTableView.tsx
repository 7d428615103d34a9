import { useMemo } from 'react';
import { chartTable } from '#shared/charts/chart-table.ts';
import type { SeriesReading } from '#shared/signals/reading.ts';

/** The chart in words for those who do not see it: a table, newest period first. */
export function ChartTableView({ reading }: { readonly reading: SeriesReading }) {
  const table = useMemo(() => chartTable(reading), [reading]);
  return (
    <div className="visually-hidden">
      <table>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]}>
              {row.map((cell, index) => (
                <td key={table.columns[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
