import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day, msToDay } from '#shared/day.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { OnExisting, Snapshot } from '#shared/series/parts.ts';
import { type Series, seriesId } from '#shared/series/series.ts';
import { aHeader, type PointRow, pointsOf } from '#tests/support/points.ts';

const HEADERS = ['checkout', 'search', 'ledger'].map((entity) => aHeader({ entity, aggregation: 'last' }));

type File = { readonly id: string; readonly existing: OnExisting; readonly rows: readonly PointRow[] };

const row: fc.Arbitrary<PointRow> = fc
  .tuple(fc.constantFrom(...HEADERS), fc.nat({ max: 9 }), fc.integer({ min: -5, max: 5 }))
  .map(([header, day, value]) => [header, addDays('2026-11-02', day), value]);

const files: fc.Arbitrary<readonly File[]> = fc
  .array(
    fc.record({
      existing: fc.constantFrom<OnExisting>('update', 'skip', 'replace-range'),
      rows: fc.array(row, { maxLength: 10 }),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((file, index) => ({ id: `s${index}`, ...file })));

const toSnapshot = ({ id, existing, rows }: File): Snapshot => ({ id, existing, points: pointsOf(rows) });

function stored(series: readonly Series[]): Record<string, string> {
  const values: Record<string, string> = {};
  for (const one of series) {
    for (const [at, start] of one.starts.entries()) {
      const origin = one.snapshotIds[one.snapshots[at] ?? -1];
      values[`${seriesId(one)} ${msToDay(start)}`] = `${one.values[at]} ${origin} ${one.lines[at]}`;
    }
  }
  return values;
}

type Kept = { readonly series: string; readonly day: Day; readonly text: string };

/** The plainest store there is: a map, changed by each file in turn, told nothing but rows. */
function replayed(all: readonly File[]): Record<string, string> {
  const values = new Map<string, Kept>();
  for (const { id, existing, rows } of all) {
    const days = rows.map(([, day]) => day).sort();
    const own = new Set(rows.map(([header]) => seriesId(header)));
    if (existing === 'replace-range') {
      for (const [key, kept] of values) {
        if (own.has(kept.series) && kept.day >= (days[0] ?? '') && kept.day <= (days.at(-1) ?? '')) {
          values.delete(key);
        }
      }
    }
    const before = new Set(values.keys());
    for (const [line, [header, day, value]] of rows.entries()) {
      const key = `${seriesId(header)} ${day}`;
      if (existing === 'skip' && before.has(key)) continue;
      values.set(key, { series: seriesId(header), day, text: `${value} ${id} ${line + 2}` });
    }
  }
  return Object.fromEntries([...values].map(([key, { text }]) => [key, text]));
}

describe('taking snapshots back', () => {
  it('leaves at every step what replaying the remaining files gives, whatever the order and the way they came in', () => {
    fc.assert(
      fc.property(files, fc.infiniteStream(fc.nat()), (all, order) => {
        let remaining = all;
        while (true) {
          expect(stored(mergeSnapshots(remaining.map(toSnapshot)).series)).toEqual(replayed(remaining));
          if (remaining.length === 0) return;
          const gone = (order.next().value ?? 0) % remaining.length;
          remaining = remaining.filter((_, at) => at !== gone);
        }
      }),
      { numRuns: 300 },
    );
  });
});
