import { type Day, msToDay } from '#shared/day.ts';
import { type Comparison, compareWithStored } from '#shared/series/compare.ts';
import { joinEventLists } from '#shared/series/event-lists.ts';
import { inOrderOfForce, replacedPoints, spanOf } from '#shared/series/force.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { Snapshot } from '#shared/series/parts.ts';
import { type ScaleShift, scaleShifts } from '#shared/series/scale-shift.ts';
import { type PointTable, type Series, seriesId } from '#shared/series/series.ts';

/** What taking the place of the file's whole range would remove. */
export type RangeToReplace = {
  /** First and last day of the file's range. */
  readonly from: Day;
  readonly to: Day;
  /** Stored values of the file's series in that range which the file does not have. */
  readonly values: number;
};

export type ImportComparison = Comparison & {
  /** Null where nothing stored would go. */
  readonly range: RangeToReplace | null;
  /** Metrics whose values are of another order of size, as if their unit had changed without a word. */
  readonly scaleShifts: readonly ScaleShift[];
};

const DAY_MS = 86_400_000;

/** The points as they come into force: those of an event list are counted together with the lists before it. */
function arriving(stored: readonly Snapshot[], points: PointTable): PointTable {
  if (points.events === undefined) return points;
  return joinEventLists([...inOrderOfForce(stored), { id: 'file', points }]).at(-1)?.points ?? points;
}

function rangeOf(
  stored: readonly Snapshot[],
  before: readonly Series[],
  points: PointTable,
): RangeToReplace | null {
  const span = spanOf(points);
  if (span === null) return null;
  const series = new Set(points.series.map(seriesId));
  const isReplaced = replacedPoints(
    [...stored, { id: 'file', points, existing: 'replace-range' }],
    inOrderOfForce(stored),
  );
  const given = new Map(mergeSnapshots([{ id: 'file', points }]).series.map((one) => [seriesId(one), one]));
  let values = 0;
  for (const one of before) {
    if (!series.has(seriesId(one))) continue;
    const own = new Set(given.get(seriesId(one))?.starts);
    for (const [at, start] of one.starts.entries()) {
      if (Number.isNaN(one.values[at]) || own.has(start)) continue;
      if (isReplaced?.(0, one, start) === true) values += 1;
    }
  }
  const to = msToDay(span.until - (span.until > span.from ? DAY_MS : 0));
  return values === 0 ? null : { from: msToDay(span.from), to, values };
}

/** What taking points in would do to the stored snapshots, whose merge is `before`. Nothing is written. */
export function compareImport(
  stored: readonly Snapshot[],
  before: readonly Series[],
  points: PointTable,
): ImportComparison {
  const came = arriving(stored, points);
  const incoming = mergeSnapshots([{ id: 'file', points: came }]).series;
  return {
    ...compareWithStored(before, came),
    range: rangeOf(stored, before, points),
    scaleShifts: scaleShifts(before, incoming),
  };
}
