import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePoints, encodePoints } from '#shared/series/columns-codec.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

const header: fc.Arbitrary<SeriesHeader> = fc.record({
  metric: fc.string({ unit: 'grapheme' }),
  metricName: fc.string({ unit: 'grapheme' }),
  entity: fc.string({ unit: 'grapheme' }),
  unit: fc.option(fc.string()),
  grain: fc.constantFrom('instant', 'day', 'week', 'month', 'quarter', 'year'),
  aggregation: fc.constantFrom('sum', 'mean', 'median', 'last', 'max', 'min', 'ratio', 'none'),
});

const pointTable: fc.Arbitrary<PointTable> = fc
  .tuple(fc.array(header, { minLength: 1, maxLength: 4 }), fc.nat({ max: 30 }))
  .chain(([series, length]) => {
    const doubles = fc.float64Array({ minLength: length, maxLength: length });
    const whole = (max: number) => fc.uint32Array({ minLength: length, maxLength: length, max });
    return fc.record({
      series: fc.constant(series),
      seriesIndex: whole(series.length - 1),
      starts: doubles,
      values: doubles,
      numerators: fc.option(doubles),
      denominators: fc.option(doubles),
      lines: whole(2 ** 32 - 1),
    });
  });

describe('points as bytes', () => {
  it('come back exactly, through JSON and a copy of the bytes', () => {
    fc.assert(
      fc.property(pointTable, (points) => {
        const encoded = encodePoints(points);
        const decoded = decodePoints(JSON.parse(JSON.stringify(encoded.header)), encoded.columns.slice(0));
        expect(decoded).toEqual({ ok: true, value: points });
      }),
    );
  });

  it('are refused when they are cut short or grown', () => {
    fc.assert(
      fc.property(pointTable, fc.integer({ min: 1, max: 16 }), (points, bytes) => {
        const { header: description, columns } = encodePoints(points);
        const grown = new ArrayBuffer(columns.byteLength + bytes);
        expect(decodePoints(description, grown).ok).toBe(false);
        if (columns.byteLength >= bytes) {
          expect(decodePoints(description, columns.slice(bytes)).ok).toBe(false);
        }
      }),
    );
  });

  it('are refused when the description is no description', () => {
    expect(decodePoints({ version: 2 }, new ArrayBuffer(0)).ok).toBe(false);
    expect(decodePoints(null, new ArrayBuffer(0)).ok).toBe(false);
  });

  it('are refused when a point belongs to no series', () => {
    const encoded = encodePoints({
      series: [],
      seriesIndex: Uint32Array.of(3),
      starts: Float64Array.of(0),
      values: Float64Array.of(1),
      numerators: null,
      denominators: null,
      lines: Uint32Array.of(2),
    });
    expect(decodePoints(encoded.header, encoded.columns)).toEqual({
      ok: false,
      failure: 'A point belongs to no series.',
    });
  });
});
