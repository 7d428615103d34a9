import { listsByLayout, memberRows, pointsOfRows } from '#shared/series/event-lists.ts';
import { inOrderOfForce } from '#shared/series/force.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import { type SeriesHeader, seriesId } from '#shared/series/series.ts';

/** A row that a counted point rests on. */
export type RowBehind = { readonly snapshot: string; readonly line: number };

/** Each row is asked by itself what it gives: beyond this many the first row of each point has to do. */
const MOST_ROWS = 20_000;

/**
 * For a series that was counted from events, by the start of its periods, every row that it was counted from; null for
 * other series, and where there are too many rows to ask each.
 */
export function rowsBehind(
  snapshots: readonly Snapshot[],
  of: Pick<SeriesHeader, 'metric' | 'entity'>,
): ReadonlyMap<number, readonly RowBehind[]> | null {
  const inForce = inOrderOfForce(snapshots);
  const wanted = seriesId(of);
  const groups = listsByLayout(inForce).filter((members) =>
    members.some(({ snapshot }) => inForce[snapshot]?.points.series.some((one) => seriesId(one) === wanted)),
  );
  const counted = groups.reduce(
    (sum, group) => sum + group.reduce((rows, { list }) => rows + list.keys.length, 0),
    0,
  );
  if (groups.length === 0 || counted > MOST_ROWS) return null;
  const found = new Map<number, RowBehind[]>();
  for (const members of groups) {
    for (const row of memberRows(members, inForce)) {
      const member = members[row.member];
      const snapshot = inForce[member?.snapshot ?? -1]?.id;
      const line = member?.list.lines[row.row];
      if (snapshot === undefined || line === undefined) continue;
      for (const { header, start, value, denominator } of pointsOfRows(members, [row])) {
        if (seriesId(header) !== wanted) continue;
        // A row that adds nothing to a sum is not what it was counted from.
        const gives = header.aggregation === 'sum' ? value !== 0 : !Number.isNaN(value) || denominator > 0;
        if (!gives) continue;
        const rows = found.get(start) ?? [];
        rows.push({ snapshot, line });
        found.set(start, rows);
      }
    }
  }
  return found;
}
