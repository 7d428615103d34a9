import { type PointTable, type SeriesHeader, seriesId } from '#shared/series/series.ts';

/**
 * What a file does where a value stands already: its own value takes the place (`update`), the stored one stays
 * (`skip`), or everything stored of its series within its span goes first (`replace-range`).
 */
export type OnExisting = 'update' | 'skip' | 'replace-range';

export type Snapshot = {
  readonly id: string;
  readonly points: PointTable;
  /** `update` where nobody chose. */
  readonly existing?: OnExisting;
};

/** Whether a point of a snapshot was replaced by a later file that took the place of its whole range. */
export type IsReplaced = (snapshot: number, header: SeriesHeader, start: number) => boolean;

/** The points of one metric, entity, grain and unit: for each snapshot that has any, their places in its table. */
export type Part = {
  readonly header: SeriesHeader;
  readonly runs: readonly Run[];
};

type Run = { readonly snapshot: number; readonly places: Uint32Array };

/**
 * Sorts the points of snapshots in order of force into parts. The last one's wording (display name, aggregation) is in
 * force; points that were replaced take no part.
 */
export function groupParts(
  snapshots: readonly Snapshot[],
  isReplaced: IsReplaced | null = null,
): readonly Part[] {
  const parts = new Map<string, { header: SeriesHeader; runs: Run[] }>();
  for (const [snapshot, { points }] of snapshots.entries()) {
    for (const [key, { header, places: all }] of placesByKey(points)) {
      const places =
        isReplaced === null
          ? all
          : all.filter((place) => !isReplaced(snapshot, header, points.starts[place] ?? Number.NaN));
      if (places.length === 0) continue;
      const part = parts.get(key);
      if (part === undefined) {
        parts.set(key, { header, runs: [{ snapshot, places }] });
      } else {
        part.header = header;
        part.runs.push({ snapshot, places });
      }
    }
  }
  return [...parts.values()];
}

/** Finds the places by counting: two passes over the points, whatever the number of series. */
function placesByKey(points: PointTable): Map<string, { header: SeriesHeader; places: Uint32Array }> {
  const groups = new Map<string, number>();
  const groupOf = Uint32Array.from(points.series, (header) => {
    const key = `${seriesId(header)}|${header.grain}|${header.unit ?? ''}`;
    const group = groups.get(key) ?? groups.size;
    groups.set(key, group);
    return group;
  });
  const counts = new Uint32Array(groups.size);
  for (const index of points.seriesIndex) {
    const group = groupOf[index] ?? 0;
    counts[group] = (counts[group] ?? 0) + 1;
  }
  const places = Array.from(counts, (count) => new Uint32Array(count));
  counts.fill(0);
  for (let place = 0; place < points.seriesIndex.length; place++) {
    const group = groupOf[points.seriesIndex[place] ?? 0] ?? 0;
    const at = counts[group] ?? 0;
    const own = places[group];
    if (own !== undefined) own[at] = place;
    counts[group] = at + 1;
  }
  const headers = new Map(points.series.map((header, index) => [groupOf[index] ?? 0, header]));
  const found = new Map<string, { header: SeriesHeader; places: Uint32Array }>();
  for (const [key, group] of groups) {
    const header = headers.get(group);
    const own = places[group];
    if (header !== undefined && own !== undefined && own.length > 0) found.set(key, { header, places: own });
  }
  return found;
}
