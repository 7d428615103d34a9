import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, safeText } from '#shared/own-export/cells.ts';
import { pointsCsvLines } from '#shared/own-export/points-csv.ts';
import { compareWithStored } from '#shared/series/compare.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { PointTable, Series, SeriesHeader } from '#shared/series/series.ts';
import { createReader } from '#shared/tabular/read.ts';

// The reader leaves zero bytes out of any file and says so; half a surrogate pair is no text.
const text = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom('=1+1', "'=1", '-7', '@x', '+49', '\tx', 'a,b', 'a;b;c', '"', 'line\r\nend', ' x '),
  )
  .filter((one) => one !== '' && !one.includes('\0') && !/\p{Cs}/u.test(one));

const header: fc.Arbitrary<SeriesHeader> = fc.record({
  metric: text,
  metricName: text,
  entity: text,
  unit: fc.option(text, { nil: null }),
  grain: fc.constantFrom('instant', 'day', 'week', 'month', 'quarter', 'half', 'year'),
  aggregation: fc.constantFrom('sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none'),
});

const number = fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constantFrom(0, -0, 0.1, 1e21, 5e-324));
const start = fc.oneof(
  fc.integer({ min: 0, max: 30_000 }).map((day) => day * 86_400_000),
  fc.integer({ min: 0, max: 4e12 }),
  fc.integer({ min: 0, max: 4e9 }).map((ms) => ms + 0.125),
);

const points: fc.Arbitrary<PointTable> = fc
  .record({
    series: fc.uniqueArray(header, { selector: (one) => JSON.stringify(one), minLength: 1, maxLength: 4 }),
    counted: fc.boolean(),
    rows: fc.array(fc.tuple(fc.nat(), start, number, number, number), { minLength: 1, maxLength: 20 }),
  })
  .map(({ series, counted, rows }) => ({
    series,
    seriesIndex: Uint32Array.from(rows, ([index]) => index % series.length),
    starts: Float64Array.from(rows, ([, at]) => at),
    values: Float64Array.from(rows, ([, , value]) => value),
    numerators: counted ? Float64Array.from(rows, ([, , , numerator]) => numerator) : null,
    denominators: counted ? Float64Array.from(rows, (row) => row[4]) : null,
    lines: Uint32Array.from(rows, (_, at) => at + 2),
  }));

function readBack(series: readonly Series[]): PointTable {
  const names = { kindOf: () => 'service', fileOf: () => '=file.csv' };
  const bytes = new TextEncoder().encode(`${pointsCsvLines(series, names).join('\r\n')}\r\n`);
  const context = { entities: [], today: '2026-11-20', remembered: [] };
  const reader = createReader({ name: 'points.csv', bytes: bytes.length }, {}, context);
  reader.push(bytes);
  const { reading, points: read } = reader.end('0'.repeat(64));
  expect(reading).toMatchObject({ status: 'read', warnings: [], rows: { rejectedCount: 0 } });
  if (read === null) throw new Error(reading.sentence);
  return read;
}

/** A series without where its points came from, which a file of its own changes. */
function content({ snapshots: _s, snapshotIds: _i, lines: _l, ...series }: Series) {
  return series;
}

describe('points that Andon exports', () => {
  it('are read into an empty workspace as the very same series', () => {
    fc.assert(
      fc.property(points, (table) => {
        const { series } = mergeSnapshots([{ id: 'first', points: table }]);
        const again = mergeSnapshots([{ id: 'again', points: readBack(series) }]).series;
        expect(again.map(content)).toEqual(series.map(content));
      }),
      { numRuns: 300 },
    );
  });

  it('bring nothing new where they came from', () => {
    fc.assert(
      fc.property(points, (table) => {
        const { series } = mergeSnapshots([{ id: 'first', points: table }]);
        const { added, changed } = compareWithStored(series, readBack(series));
        expect({ added, changed }).toEqual({ added: 0, changed: [] });
      }),
    );
  });
});

describe('texts of cells', () => {
  it('never begin like a formula, and come back as they were', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(safeText(one)).not.toMatch(/^[=+\-@\t\r]/);
        expect(plainText(safeText(one))).toBe(one);
      }),
    );
  });
});
