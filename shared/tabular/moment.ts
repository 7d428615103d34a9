import type { Grain } from '#shared/series/series.ts';
import type { DateOrder } from '#shared/tabular/reading.ts';

/** A date, moment or period as a cell names it. `ms` is the start in the calendar; UTC where an offset is given. */
export type Moment = {
  readonly kind: 'moment';
  readonly ms: number;
  readonly grain: Grain;
  /** How it is written: `yyyy-MM-dd`, `d/M/yyyy`, `iso-week`, `epoch-ms`, ... */
  readonly format: string;
};

/** Written like a date, and no such day, week or time exists; `why` says it in words. */
export type Impossible = { readonly kind: 'impossible'; readonly why: string };

export type ReadMoment = Moment | Impossible | null;

/** Scale of numbers that are moments: since 1970 in seconds to nanoseconds, or days as spreadsheets count them. */
export type EpochScale = 's' | 'ms' | 'us' | 'ns' | 'sheet-days';

/** First month (from 1) of the fiscal year, and whether the year is called after the one in which it ends. */
export type FiscalYear = { readonly month: number; readonly namedByEnd: boolean };

/** How the texts of a column are to be taken where the cell does not say. */
export type MomentStyle = {
  readonly order: DateOrder;
  readonly epoch: EpochScale | null;
  /** What the first number of `14.2026` or `202614` counts; null where such texts are numbers. */
  readonly numbered?: 'week' | 'month' | null;
  /** Year of texts that name none (`KW 14`, `Mar`); null leaves them unread. */
  readonly year?: number | null;
  /** Calendar of fiscal periods (`FY26 Q1`); null leaves them unread. */
  readonly fiscal?: FiscalYear | null;
};
