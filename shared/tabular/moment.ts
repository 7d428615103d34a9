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

/** How the numbers of a column are to be taken where the cell does not say. */
export type MomentStyle = { readonly order: DateOrder; readonly epoch: 's' | 'ms' | 'us' | 'ns' | null };
