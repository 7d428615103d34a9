import { csvCell } from '#shared/readout/actions-csv.ts';
import type { Column, Row } from './register.ts';

export type Sorting = { readonly column: string; readonly descending: boolean };

function cellsFor<Entry>(columns: readonly Column<Entry>[], mark: string): readonly Column<Entry>[] {
  if (mark === '@')
    return columns.filter((column) => ['owner', 'accountable', 'unblocks'].includes(column.id));
  if (mark === '#') return columns.filter((column) => column.id === 'dimension');
  return columns;
}

/** Rows in which every typed word occurs: `@ben` in an owner, `#reliability` in a dimension, others anywhere. */
export function narrow<Entry extends Row>(
  rows: readonly Entry[],
  columns: readonly Column<Entry>[],
  typed: string,
): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter((row) =>
    words.every((word) => {
      const mark = /^[@#]/.test(word) ? word.charAt(0) : '';
      const wanted = word.slice(mark.length);
      return cellsFor(columns, mark).some((column) => column.text(row).toLowerCase().includes(wanted));
    }),
  );
}

/** Rows by one column; what is empty comes last in either direction. */
export function sorted<Entry extends Row>(
  rows: readonly Entry[],
  columns: readonly Column<Entry>[],
  { column: id, descending }: Sorting,
): readonly Entry[] {
  const column = columns.find((one) => one.id === id);
  if (column === undefined) return rows;
  const key = column.sort ?? column.text;
  const collator = new Intl.Collator(undefined, { numeric: true });
  return rows.toSorted((left, right) => {
    const [a, b] = [key(left), key(right)];
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1;
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
    return descending ? -order : order;
  });
}

/** What is shown as CSV (UTF-8 with its mark, CRLF) in which no cell is taken for a formula. */
export function toCsv<Entry extends Row>(rows: readonly Entry[], columns: readonly Column<Entry>[]): string {
  const lines = [
    columns.map((column) => (column.name === '' ? 'Id' : column.name)),
    ...rows.map((row) => columns.map((column) => column.text(row))),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
