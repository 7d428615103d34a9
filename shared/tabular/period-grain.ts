import { DAY_MS } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import { BLOCK } from '#shared/tabular/cell-blocks.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { finest, grainOfDays } from '#shared/tabular/grain.ts';
import type { Judged } from '#shared/tabular/judge-rows.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Layout } from '#shared/tabular/shape.ts';

type Dated = Pick<Judged, 'rows' | 'startsIn' | 'grains'>;

function endOfFirst(
  { period, periodEnd }: Layout,
  records: Records,
  first: number | undefined,
): number | null {
  if (period === null || periodEnd === null || first === undefined) return null;
  const end = readMoment(records.text(first, periodEnd.index), periodEnd.style);
  return end?.kind === 'moment' ? end.ms : null;
}

/** The different moments that date the rows; null when one of them is within a day. */
function differentDays({ rows, startsIn }: Dated): readonly number[] | null {
  const found = new Set<number>();
  const starts = new Float64Array(BLOCK);
  let before = Number.NaN;
  for (let from = 0; from < rows.length; from += BLOCK) {
    const to = Math.min(rows.length, from + BLOCK);
    startsIn(rows, from, to, starts);
    for (let at = 0; at < to - from; at += 1) {
      const start = starts[at] as number;
      // Rows of one day follow each other in most files.
      if (start === before || Number.isNaN(start)) continue;
      if (start % DAY_MS !== 0) return null;
      found.add(start);
      before = start;
    }
  }
  return [...found];
}

/** Length of the periods that date the rows. */
export function periodGrain(layout: Layout, records: Records, dated: Dated): Grain {
  if (layout.period === null) return 'day';
  const grain = finest(dated.grains);
  if (grain !== 'instant' && grain !== 'day') return grain;
  const days = differentDays(dated);
  if (days === null) return grain;
  return grainOfDays(days, endOfFirst(layout, records, dated.rows[0]));
}
