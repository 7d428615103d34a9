import { describe, expect, it } from 'vitest';
import { dayToMs, msToDay } from '#shared/day.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import type { Series } from '#shared/series/series.ts';
import { aHeader, DEPLOYS, pointsOf } from '#tests/support/points.ts';

const search = aHeader({ entity: 'search' });
const failRate = aHeader({ metric: 'change-fail-rate', unit: 'share', aggregation: 'ratio' });

function readable(series: Series | undefined): readonly (readonly [string, number, string, number])[] {
  if (series === undefined) return [];
  return Array.from(series.starts, (start, at) => [
    msToDay(start),
    series.values[at] ?? Number.NaN,
    series.snapshotIds[series.snapshots[at] ?? 0] ?? '',
    series.lines[at] ?? 0,
  ]);
}

describe('merging snapshots', () => {
  it('gives one series per metric and entity, in ascending order of period', () => {
    const { series } = mergeSnapshots([
      {
        id: 'a',
        points: pointsOf([
          [DEPLOYS, '2026-11-18', 3],
          [search, '2026-11-16', 7],
          [DEPLOYS, '2026-11-16', 1],
        ]),
      },
    ]);
    expect(series.map((one) => one.entity)).toEqual(['checkout', 'search']);
    expect(readable(series[0])).toEqual([
      ['2026-11-16', 1, 'a', 4],
      ['2026-11-18', 3, 'a', 2],
    ]);
  });

  it('lets the later snapshot win and keeps where each value comes from', () => {
    const { series } = mergeSnapshots([
      {
        id: 'a',
        points: pointsOf([
          [DEPLOYS, '2026-11-16', 1],
          [DEPLOYS, '2026-11-17', 2],
        ]),
      },
      {
        id: 'b',
        points: pointsOf([
          [DEPLOYS, '2026-11-17', 5],
          [DEPLOYS, '2026-11-18', 6],
        ]),
      },
    ]);
    expect(readable(series[0])).toEqual([
      ['2026-11-16', 1, 'a', 2],
      ['2026-11-17', 5, 'b', 2],
      ['2026-11-18', 6, 'b', 3],
    ]);
  });

  it('does not let an empty cell of a later snapshot wipe out a value', () => {
    const { series } = mergeSnapshots([
      { id: 'a', points: pointsOf([[DEPLOYS, '2026-11-16', 4]]) },
      { id: 'b', points: pointsOf([[DEPLOYS, '2026-11-16', Number.NaN]]) },
    ]);
    expect(readable(series[0])).toEqual([['2026-11-16', 4, 'a', 2]]);
  });

  it('lets "0 of 0" of a later snapshot replace a rate', () => {
    const { series } = mergeSnapshots([
      { id: 'a', points: pointsOf([[failRate, '2026-11-16', 0.2, 1, 5]]) },
      { id: 'b', points: pointsOf([[failRate, '2026-11-16', Number.NaN, 0, 0]]) },
    ]);
    expect(series[0]?.values).toEqual(Float64Array.of(Number.NaN));
    expect(series[0]?.denominators).toEqual(Float64Array.of(0));
  });

  it.each([
    ['sum', 12],
    ['mean', 4],
    ['median', 3],
    ['last', 7],
    ['max', 7],
    ['min', 2],
    ['none', 7],
  ] as const)('makes equal keys inside one snapshot one by %s', (aggregation, value) => {
    const header = aHeader({ aggregation });
    const { series } = mergeSnapshots([
      { id: 'old', points: pointsOf([[header, '2026-11-16', 1000]]) },
      {
        id: 'a',
        points: pointsOf([
          [header, '2026-11-16', 2],
          [header, '2026-11-16', 3],
          [header, '2026-11-16', Number.NaN],
          [header, '2026-11-16', 7],
        ]),
      },
    ]);
    expect(Array.from(series[0]?.values ?? [])).toEqual([value]);
  });

  it('adds up numerators and denominators of a rate, never the shares', () => {
    const { series } = mergeSnapshots([
      {
        id: 'a',
        points: pointsOf([
          [failRate, '2026-11-16', 0.5, 1, 2],
          [failRate, '2026-11-16', 0.125, 1, 8],
        ]),
      },
    ]);
    expect(series[0]?.values).toEqual(Float64Array.of(0.2));
    expect(series[0]?.numerators).toEqual(Float64Array.of(2));
    expect(series[0]?.denominators).toEqual(Float64Array.of(10));
  });

  it('keeps the scale of a rate per 100', () => {
    const pages = aHeader({ unit: 'per 100 deployments', aggregation: 'ratio' });
    const { series } = mergeSnapshots([
      {
        id: 'a',
        points: pointsOf([
          [pages, '2026-11-16', 10, 1, 10],
          [pages, '2026-11-16', 3.3, 1, 30],
        ]),
      },
    ]);
    expect(series[0]?.values).toEqual(Float64Array.of(5));
  });

  it('takes the display name of the newest file', () => {
    const { series } = mergeSnapshots([
      { id: 'a', points: pointsOf([[DEPLOYS, '2026-11-16', 1]]) },
      { id: 'b', points: pointsOf([[aHeader({ metricName: 'Deploys' }), '2026-11-17', 1]]) },
    ]);
    expect(series.map((one) => one.metricName)).toEqual(['Deploys']);
  });

  it('keeps apart names that only look alike as text', () => {
    const one = aHeader({ metric: 'own:a|b', entity: 'c' });
    const other = aHeader({ metric: 'own:a', entity: 'b|c' });
    const { series } = mergeSnapshots([
      {
        id: 'a',
        points: pointsOf([
          [one, '2026-11-16', 1],
          [other, '2026-11-16', 2],
        ]),
      },
    ]);
    expect(series).toHaveLength(2);
  });

  it('gives nothing for nothing', () => {
    expect(mergeSnapshots([])).toEqual({ series: [], setAside: [] });
    expect(mergeSnapshots([{ id: 'a', points: pointsOf([]) }])).toEqual({ series: [], setAside: [] });
  });
});

describe('series whose files disagree', () => {
  const weekly = aHeader({ grain: 'week' });

  it('joins days and weeks in weeks, and keeps a whole week before one made of days', () => {
    const { series, setAside } = mergeSnapshots([
      {
        id: 'weeks',
        points: pointsOf([
          [weekly, '2026-11-02', 30],
          [weekly, '2026-11-09', 31],
        ]),
      },
      {
        id: 'days',
        points: pointsOf([
          [DEPLOYS, '2026-11-15', 4],
          [DEPLOYS, '2026-11-16', 5],
          [DEPLOYS, '2026-11-18', 6],
        ]),
      },
    ]);
    expect(series.map((one) => one.grain)).toEqual(['week']);
    expect(readable(series[0])).toEqual([
      ['2026-11-02', 30, 'weeks', 2],
      ['2026-11-09', 31, 'weeks', 3],
      ['2026-11-16', 11, 'days', 4],
    ]);
    expect(setAside.map((one) => one.reason)).toEqual(['joined-by-week']);
  });

  it('leaves months out where weeks exist, and says so', () => {
    const { series, setAside } = mergeSnapshots([
      { id: 'weeks', points: pointsOf([[weekly, '2026-11-09', 31]]) },
      { id: 'months', points: pointsOf([[aHeader({ grain: 'month' }), '2026-11-01', 120]]) },
    ]);
    expect(readable(series[0])).toEqual([['2026-11-09', 31, 'weeks', 2]]);
    expect(setAside.map((one) => one.message)).toEqual([
      '1 value of Deployment frequency, checkout left out: by month, finer values exist.',
    ]);
  });

  it('never mixes units: the newest is in force and the rest is set aside', () => {
    const hours = aHeader({ unit: 'h', aggregation: 'median' });
    const minutes = aHeader({ unit: 'min', aggregation: 'median' });
    const { series, setAside } = mergeSnapshots([
      { id: 'a', points: pointsOf([[hours, '2026-11-16', 2]]) },
      { id: 'b', points: pointsOf([[minutes, '2026-11-17', 90]]) },
    ]);
    expect(series.map((one) => one.unit)).toEqual(['min']);
    expect(readable(series[0])).toEqual([['2026-11-17', 90, 'b', 2]]);
    expect(setAside.map((one) => [one.reason, one.points])).toEqual([['unit', 1]]);
  });

  it('joins values without a unit to those with one', () => {
    const { series, setAside } = mergeSnapshots([
      { id: 'a', points: pointsOf([[aHeader({ unit: 'h' }), '2026-11-16', 2]]) },
      { id: 'b', points: pointsOf([[aHeader({ unit: null }), '2026-11-17', 3]]) },
    ]);
    expect(series.map((one) => one.unit)).toEqual(['h']);
    expect(Array.from(series[0]?.values ?? [])).toEqual([2, 3]);
    expect(setAside).toEqual([]);
  });
});

describe('taking a snapshot back', () => {
  it('restores exactly what stood before, also when later snapshots overlap it', () => {
    const first = {
      id: 'a',
      points: pointsOf([
        [DEPLOYS, '2026-11-16', 1],
        [DEPLOYS, '2026-11-17', 2],
        [DEPLOYS, '2026-11-18', 3],
      ]),
    };
    const second = {
      id: 'b',
      points: pointsOf([
        [DEPLOYS, '2026-11-17', 20],
        [DEPLOYS, '2026-11-18', 30],
        [search, '2026-11-18', 9],
      ]),
    };
    const third = {
      id: 'c',
      points: pointsOf([
        [DEPLOYS, '2026-11-18', 300],
        [DEPLOYS, '2026-11-19', 400],
      ]),
    };
    const before = mergeSnapshots([first]);
    mergeSnapshots([first, second, third]);
    expect(mergeSnapshots([first])).toEqual(before);
    expect(readable(mergeSnapshots([first, third]).series[0])).toEqual([
      ['2026-11-16', 1, 'a', 2],
      ['2026-11-17', 2, 'a', 3],
      ['2026-11-18', 300, 'c', 2],
      ['2026-11-19', 400, 'c', 3],
    ]);
    expect(first.points.values).toEqual(Float64Array.of(1, 2, 3));
    expect(dayToMs('2026-11-16')).toBe(first.points.starts[0]);
  });
});
