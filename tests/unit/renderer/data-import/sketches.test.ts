import { describe, expect, it } from 'vitest';
import { sketchesOf, spanOfPoints } from '#renderer/src/features/data/becomes/sketches.ts';
import type { PointTable, SeriesHeader } from '#shared/series/series.ts';

function header(entity: string): SeriesHeader {
  return { metric: 'own:m', metricName: 'm', entity, unit: null, grain: 'day', aggregation: 'sum' };
}

const day = (date: number): number => Date.UTC(2026, 3, date);

const points: PointTable = {
  series: [header('a'), header('b')],
  seriesIndex: Uint32Array.from([0, 0, 0, 1, 1]),
  starts: Float64Array.from([day(3), day(1), day(2), day(4), day(5)]),
  values: Float64Array.from([30, 10, Number.NaN, Number.NaN, Number.NaN]),
  numerators: null,
  denominators: null,
  lines: Uint32Array.from([2, 3, 4, 5, 6]),
};

describe('series at a glance', () => {
  it('run in order of time, with their gaps', () => {
    expect(sketchesOf(points, 1)[0]).toMatchObject({
      values: [10, null, 30],
      first: 10,
      last: 30,
      min: 10,
      max: 30,
      count: 2,
      missing: 1,
    });
  });

  it('have no figures where every value is missing', () => {
    expect(sketchesOf(points, 2)[1]).toMatchObject({
      first: null,
      last: null,
      min: null,
      max: null,
      count: 0,
    });
  });

  it('span all points of the file', () => {
    expect(spanOfPoints(points)).toEqual({ from: '2026-04-01', to: '2026-04-05', missing: 3 });
  });

  it('keep the last value when they are thinned', () => {
    const count = 1001;
    const long: PointTable = {
      ...points,
      seriesIndex: new Uint32Array(count),
      starts: Float64Array.from({ length: count }, (_, at) => at),
      values: Float64Array.from({ length: count }, (_, at) => at),
    };
    const values = sketchesOf(long, 1)[0]?.values ?? [];
    expect(values.length).toBeLessThan(130);
    expect(values.at(-1)).toBe(1000);
  });
});
