import { DAY_MS } from '#shared/day.ts';
import type { Grain } from '#shared/series/series.ts';
import { readMoment } from '#shared/tabular/dates.ts';
import { finest, grainOfDays } from '#shared/tabular/grain.ts';
import type { Judged } from '#shared/tabular/judge-rows.ts';
import type { Records } from '#shared/tabular/records.ts';
import type { Layout } from '#shared/tabular/shape.ts';

function endOfFirst(
  { period, periodEnd }: Layout,
  records: Records,
  first: number | undefined,
): number | null {
  if (period === null || periodEnd === null || first === undefined) return null;
  const end = readMoment(records.text(first, periodEnd.index), periodEnd.style);
  return end?.kind === 'moment' ? end.ms : null;
}

/** The different moments that date the rows, in the order in which they first appear. */
function differentStarts(rows: Uint32Array, startAt: Judged['startAt']): readonly number[] {
  const found = new Set<number>();
  let before = Number.NaN;
  for (const record of rows) {
    const start = startAt(record);
    // Rows of one day follow each other in most files.
    if (start !== before && !Number.isNaN(start)) found.add(start);
    before = start;
  }
  return [...found];
}

/** Length of the periods that date the rows. */
export function periodGrain(
  layout: Layout,
  records: Records,
  { rows, startAt, grains }: Omit<Judged, 'grain'>,
): Grain {
  if (layout.period === null) return 'day';
  const grain = finest(grains);
  if (grain !== 'instant' && grain !== 'day') return grain;
  const isWithinDay = (record: number): boolean => startAt(record) % DAY_MS > 0;
  if (grain === 'instant' && rows.some(isWithinDay)) return grain;
  return grainOfDays(differentStarts(rows, startAt), endOfFirst(layout, records, rows[0]));
}
