import type { IsReplaced, Snapshot } from '#shared/series/parts.ts';
import { type Grain, type PointTable, seriesId } from '#shared/series/series.ts';
import { nextPeriod } from '#shared/series/weeks.ts';

/**
 * Snapshots, given in the order of their import, in the order in which their values are laid over one another. One
 * that leaves stored values alone lies beneath everything that stood when it came.
 */
export function inOrderOfForce(snapshots: readonly Snapshot[]): readonly Snapshot[] {
  const beneath = snapshots.filter((one) => one.existing === 'skip').toReversed();
  return beneath.length === 0
    ? snapshots
    : [...beneath, ...snapshots.filter((one) => one.existing !== 'skip')];
}

type Span = { readonly from: number; readonly until: number };
type Replacement = Span & { readonly importedAt: number; readonly series: ReadonlySet<string> };

function endOf(start: number, grain: Grain): number {
  return grain === 'instant' ? start : nextPeriod(start, grain);
}

/** From the first period of the points to the end of their last one; null where there are none. */
export function spanOf({ series, seriesIndex, starts }: PointTable): Span | null {
  let from = Number.POSITIVE_INFINITY;
  let until = Number.NEGATIVE_INFINITY;
  for (const [place, start] of starts.entries()) {
    const grain = series[seriesIndex[place] ?? 0]?.grain ?? 'day';
    from = Math.min(from, start);
    until = Math.max(until, endOf(start, grain));
  }
  return from <= until ? { from, until } : null;
}

function replacementOf({ points }: Snapshot, importedAt: number): readonly Replacement[] {
  const span = spanOf(points);
  return span === null ? [] : [{ ...span, importedAt, series: new Set(points.series.map(seriesId)) }];
}

/**
 * What files that replace a range have put out of force, for snapshots in order of force; null where no file did. Only
 * periods that lie wholly within the range go, and only those of snapshots that were there when the file came.
 */
export function replacedPoints(
  imported: readonly Snapshot[],
  inForce: readonly Snapshot[],
): IsReplaced | null {
  const replacements = imported.flatMap((snapshot, at) =>
    snapshot.existing === 'replace-range' ? replacementOf(snapshot, at) : [],
  );
  if (replacements.length === 0) return null;
  const importedAt = inForce.map((snapshot) => imported.indexOf(snapshot));
  return (snapshot, header, start) =>
    replacements.some(
      (one) =>
        one.importedAt > (importedAt[snapshot] ?? 0) &&
        start >= one.from &&
        endOf(start, header.grain) <= one.until &&
        one.series.has(seriesId(header)),
    );
}
