import type { EventTable } from '#shared/tabular/event-table.ts';

function momentIn(cell: string): number {
  if (/^\d{13}$/.test(cell)) return Number(cell);
  return /^\d{4}-\d{2}-\d{2}/.test(cell)
    ? Date.parse(/[TZ]/.test(cell) ? cell : `${cell}T00:00Z`)
    : Number.NaN;
}

/** A table of events from comma-separated lines without quotes, the first of them the header. */
export function eventTable(text: string, asOf = '2026-11-18'): EventTable {
  const [header = '', ...body] = text.trim().split('\n');
  const headers = header.split(',');
  const cells = body.map((line) => line.split(',').map((cell) => cell.trim()));
  const textOf = (row: number, column: number) => cells[row]?.[column] ?? '';
  return {
    headers,
    rows: cells.length,
    text: textOf,
    moment: (row, column) => momentIn(textOf(row, column)),
    number: (row, column) => (textOf(row, column) === '' ? Number.NaN : Number(textOf(row, column))),
    units: headers.map(() => null),
    periodColumn: null,
    starts: new Float64Array(cells.length).fill(Number.NaN),
    entityColumn: null,
    entities: cells.map(() => 'organization'),
    lines: Uint32Array.from(cells, (_, row) => row + 2),
    asOf: momentIn(asOf),
  };
}
