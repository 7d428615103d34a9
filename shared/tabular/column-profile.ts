import type { Unit } from '#shared/tabular/units.ts';

/** An example of a cell, for evidence and questions. */
export type Example = { readonly line: number; readonly text: string };

/** What the cells of one column are, counted over every data row. */
export type ColumnProfile = {
  filled: number;
  missing: number;
  sheetErrors: number;
  /** Cells such as Free or Included, where an amount would stand. */
  noAmount: number;
  quantities: number;
  /** Quantities that have no unit in the cell. */
  bare: number;
  bareUpToOne: number;
  /** Largest bare number, without its sign. */
  largest: number;
  integers: number;
  leadingZeros: number;
  percents: number;
  times: number;
  openClocks: number;
  clocks: number;
  units: Map<string, Unit>;
  decimals: { dot: number; comma: number; open: number };
  dates: number;
  timesOfDay: number;
  instants: number;
  weekly: number;
  impossible: number;
  /** Periods of a fiscal year (`FY26 Q1`). */
  fiscal: number;
  /** Weeks, months and quarters without a year (`KW 14`, `Mar`). */
  yearless: number;
  /** Texts such as `14.2026`, which a column's name can make a week or a month, and how many are above 12. */
  numbered: number;
  numberedAbove12: number;
  /** Numbers that can be days as spreadsheets store them. */
  sheetDays: number;
  orders: { dmy: number; mdy: number; open: number };
  epochs: { s: number; ms: number; us: number; ns: number };
  booleans: number;
  distinct: Set<string>;
  /** Texts that are neither date nor number nor a known word, up to a few. */
  others: Set<string>;
  examples: Map<ExampleKind, Example>;
};

export type ExampleKind =
  | 'decimal'
  | 'open-decimal'
  | 'order'
  | 'open-order'
  | 'open-clock'
  | 'bare'
  | 'bare-share'
  | 'percent'
  | 'no-amount'
  | 'fiscal'
  | 'yearless'
  | 'sheet-day'
  | 'sheet-error'
  | 'missing'
  | 'other';

export function emptyProfile(): ColumnProfile {
  return {
    filled: 0,
    missing: 0,
    sheetErrors: 0,
    noAmount: 0,
    quantities: 0,
    bare: 0,
    bareUpToOne: 0,
    largest: 0,
    integers: 0,
    leadingZeros: 0,
    percents: 0,
    times: 0,
    openClocks: 0,
    clocks: 0,
    units: new Map(),
    decimals: { dot: 0, comma: 0, open: 0 },
    dates: 0,
    timesOfDay: 0,
    instants: 0,
    weekly: 0,
    impossible: 0,
    fiscal: 0,
    yearless: 0,
    numbered: 0,
    numberedAbove12: 0,
    sheetDays: 0,
    orders: { dmy: 0, mdy: 0, open: 0 },
    epochs: { s: 0, ms: 0, us: 0, ns: 0 },
    booleans: 0,
    distinct: new Set(),
    others: new Set(),
    examples: new Map(),
  };
}
