import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, msToDay } from '#shared/day.ts';
import { compareWithStored } from '#shared/series/compare.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { aHeader, type PointRow, pointsOf } from '#tests/support/points.ts';

const HEADERS = ['checkout', 'search', 'ledger'].map((entity) => aHeader({ entity, aggregation: 'last' }));

const row: fc.Arbitrary<PointRow> = fc
  .tuple(fc.constantFrom(...HEADERS), fc.nat({ max: 9 }), fc.integer({ min: -5, max: 5 }))
  .map(([header, day, value]) => [header, addDays('2026-11-02', day), value]);

const files = fc.array(fc.array(row, { maxLength: 12 }), { maxLength: 5 });

const snapshotsOf = (rows: readonly (readonly PointRow[])[]) =>
  rows.map((one, index) => ({ id: `s${index}`, points: pointsOf(one) }));

function asMap(series: readonly Series[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const one of series) {
    for (const [at, start] of one.starts.entries()) {
      const origin = one.snapshotIds[one.snapshots[at] ?? 0];
      map.set(`${seriesId(one)} ${msToDay(start)}`, `${one.values[at]} ${origin} ${one.lines[at]}`);
    }
  }
  return map;
}

/** The same by the plainest means: every row in turn overwrites what its key had. */
function overwritten(rows: readonly (readonly PointRow[])[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const [file, one] of rows.entries()) {
    for (const [line, [header, day, value]] of one.entries()) {
      map.set(`${seriesId(header)} ${day}`, `${value} s${file} ${line + 2}`);
    }
  }
  return map;
}

describe('merging snapshots', () => {
  it('agrees with overwriting row by row', () => {
    fc.assert(
      fc.property(files, (rows) => {
        expect(asMap(mergeSnapshots(snapshotsOf(rows)).series)).toEqual(overwritten(rows));
      }),
    );
  });

  it('keeps every series strictly ascending', () => {
    fc.assert(
      fc.property(files, (rows) =>
        mergeSnapshots(snapshotsOf(rows)).series.every((series) =>
          series.starts.every((start, at) => at === 0 || start > (series.starts[at - 1] ?? Number.NaN)),
        ),
      ),
    );
  });

  it('forgets a snapshot that is taken back, wherever it stood', () => {
    fc.assert(
      fc.property(files, fc.nat({ max: 4 }), (rows, index) => {
        const all = snapshotsOf(rows);
        const without = mergeSnapshots(all.filter((_, at) => at !== index)).series;
        const expected = overwritten(rows.map((one, at) => (at === index ? [] : one)));
        expect(asMap(without)).toEqual(expected);
      }),
    );
  });

  it('comes out as the comparison announced', () => {
    fc.assert(
      fc.property(files, fc.array(row, { maxLength: 12 }), (rows, file) => {
        const stored = mergeSnapshots(snapshotsOf(rows)).series;
        const { added, changed, unchanged, total } = compareWithStored(stored, pointsOf(file));
        const after = asMap(mergeSnapshots(snapshotsOf([...rows, file])).series);
        expect(total).toBe(after.size);
        expect(added).toBe(after.size - asMap(stored).size);
        expect(added + changed.length + unchanged).toBe(overwritten([file]).size);
      }),
    );
  });
});
