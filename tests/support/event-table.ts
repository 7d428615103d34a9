import Papa from 'papaparse';
import type { EventTable } from '#shared/tabular/event-table.ts';

const UNITS: readonly (readonly [ending: RegExp, unit: string])[] = [
  [/^pr_\w+_time$/, 'min'],
  [/_seconds?$|^seconds_/, 's'],
];

function momentIn(cell: string): number {
  if (/^\d{13}$/.test(cell)) return Number(cell);
  if (!/^\d{4}-\d{2}-\d{2}/.test(cell)) return Number.NaN;
  const iso = cell.replace(' ', 'T');
  return Date.parse(/[Z+]/.test(iso) ? iso : `${iso.includes('T') ? iso : `${iso}T00:00`}Z`);
}

/** A table of events as an independent reader of comma-separated text sees it; the first line is the header. */
export function eventTable(text: string, asOf = '2026-11-18'): EventTable {
  // Line ends are made one first: the reader takes the first kind that it meets for all of them.
  const parsed = Papa.parse<readonly string[]>(text.trim().replaceAll('\r\n', '\n'), {
    skipEmptyLines: true,
  });
  const [headers = [], ...cells] = parsed.data;
  const textOf = (row: number, column: number) => cells[row]?.[column]?.trim() ?? '';
  return {
    headers,
    rows: cells.length,
    text: textOf,
    moment: (row, column) => momentIn(textOf(row, column)),
    number: (row, column) => (textOf(row, column) === '' ? Number.NaN : Number(textOf(row, column))),
    units: headers.map((header) => UNITS.find(([ending]) => ending.test(header))?.[1] ?? null),
    periodColumn: null,
    starts: new Float64Array(cells.length).fill(Number.NaN),
    entityColumn: null,
    entities: cells.map(() => 'organization'),
    lines: Uint32Array.from(cells, (_, row) => row + 2),
    asOf: momentIn(asOf),
  };
}
