import type { YearlessPeriod } from '#shared/tabular/periods.ts';

/** Gives periods without a year their years, in the order in which the file names them. */
export type Years = { readonly next: (period: YearlessPeriod) => number };

const IN_A_YEAR: Readonly<Record<YearlessPeriod['grain'], number>> = {
  day: 1200,
  week: 52,
  month: 12,
  quarter: 4,
};

/** `first` is the year of the first period. More than half a year back is the next year, so KW 1 follows KW 52. */
export function createYears(first: number): Years {
  let year = first;
  let before: number | null = null;
  return {
    next({ grain, number }) {
      const place = number / IN_A_YEAR[grain];
      if (before !== null && place - before < -0.5) year += 1;
      else if (before !== null && place - before > 0.5) year -= 1;
      before = place;
      return year;
    },
  };
}
