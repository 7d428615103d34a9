import { describe, expect, it } from 'vitest';
import { compareImport } from '#shared/series/compare-import.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { OnExisting, Snapshot } from '#shared/series/parts.ts';
import type { PointTable } from '#shared/series/series.ts';
import { hasExports, readCollected } from '#tests/support/exports-collection.ts';

function pointsOf(file: string): PointTable {
  const { points } = readCollected(file);
  if (points === null) throw new Error(`${file} gives no points.`);
  return points;
}

const valuesOf = (snapshots: readonly Snapshot[]) =>
  mergeSnapshots(snapshots).series.reduce((count, one) => count + one.values.length, 0);

describe.skipIf(!hasExports)('the weekly export and the one of the week after, which overlap', () => {
  const first = () => ({ id: 'first', points: pointsOf('reimport-week1.csv') });
  const second = () => pointsOf('reimport-week2_overlap.csv');
  const compared = (stored: readonly Snapshot[], points: PointTable) =>
    compareImport(stored, mergeSnapshots(stored).series, points);

  it('add 9 values, change 17 to 99, leave 4 as they are, and make 24', () => {
    const { added, changed, unchanged, total } = compared([first()], second());
    expect({ added, unchanged, total }).toEqual({ added: 9, unchanged: 4, total: 24 });
    expect(changed.map((one) => [one.series.entity, one.period, one.old, one.new, one.line])).toEqual([
      ['search', '2026-04-10', 17, 99, 7],
    ]);
  });

  it('keep what the second lacks, unless its range is replaced: then 9 April of ledger goes', () => {
    const { range } = compared([first()], second());
    expect(range).toEqual({ from: '2026-04-09', to: '2026-04-13', values: 1 });
    const after = (existing: OnExisting) => valuesOf([first(), { id: 'second', points: second(), existing }]);
    expect([after('update'), after('skip'), after('replace-range')]).toEqual([24, 24, 23]);
  });

  it('bring nothing new the second time', () => {
    const again = compared([first()], pointsOf('reimport-week1.csv'));
    expect([again.added, again.changed.length, again.unchanged]).toEqual([0, 0, 15]);
  });
});
