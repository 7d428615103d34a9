import { describe, expect, it } from 'vitest';
import { expectations, faultsOf, hasExports, readCollected } from '#tests/support/exports-collection.ts';

describe.skipIf(!hasExports)('the collection of exports beside the repository', () => {
  const all = hasExports ? expectations() : [];

  it.each(all.map((each) => [each.file, each.expected] as const))(
    '%s reads as its independent reading says',
    (file, expected) => {
      expect(faultsOf(readCollected(file).reading, expected)).toEqual([]);
    },
  );

  it('gives the points of both weekly exports: 15, then 14 of which 5 overlap', () => {
    const keys = (file: string): Map<string, number> => {
      const { points } = readCollected(file);
      const found = new Map<string, number>();
      points?.seriesIndex.forEach((series, index) => {
        const header = points.series[series];
        found.set(
          `${header?.metric} ${header?.entity} ${points.starts[index]}`,
          points.values[index] ?? Number.NaN,
        );
      });
      return found;
    };
    const first = keys('reimport-week1.csv');
    const second = keys('reimport-week2_overlap.csv');
    const shared = [...second.keys()].filter((key) => first.has(key));
    expect(first.size).toBe(15);
    expect(second.size).toBe(14);
    expect(shared).toHaveLength(5);
    expect(shared.filter((key) => first.get(key) !== second.get(key))).toHaveLength(1);
  });
});
