import { describe, expect, it } from 'vitest';
import { compareWithStored } from '#shared/series/compare.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { aHeader, type PointRow, pointsOf } from '#tests/support/points.ts';

const SERVICES = {
  'checkout-api': aHeader({ entity: 'checkout-api' }),
  search: aHeader({ entity: 'search' }),
  ledger: aHeader({ entity: 'ledger' }),
};

function rows(service: keyof typeof SERVICES, from: number, values: readonly number[]): PointRow[] {
  return values.map((value, index) => [
    SERVICES[service],
    `2026-04-${String(from + index).padStart(2, '0')}`,
    value,
  ]);
}

const week1 = pointsOf([
  ...rows('checkout-api', 6, [10, 11, 12, 13, 14]),
  ...rows('search', 6, [13, 14, 15, 16, 17]),
  ...rows('ledger', 6, [16, 17, 18, 19, 20]),
]);
const week2 = pointsOf([
  ...rows('ledger', 10, [20, 38, 39, 40]),
  ...rows('search', 9, [16, 99, 35, 36, 37]),
  ...rows('checkout-api', 9, [13, 14, 32, 33, 34]),
]);
const stored = mergeSnapshots([{ id: 'week1', points: week1 }]).series;

describe('comparing a file with what is stored', () => {
  it('finds 9 added, 1 changed, 4 unchanged in the overlapping second week, 24 in total', () => {
    const { added, changed, unchanged, missing, total } = compareWithStored(stored, week2);
    expect({ added, unchanged, missing, total }).toEqual({ added: 9, unchanged: 4, missing: 0, total: 24 });
    expect(changed.map(({ series, ...rest }) => ({ entity: series.entity, ...rest }))).toEqual([
      { entity: 'search', period: '2026-04-10', old: 17, new: 99, line: 7 },
    ]);
  });

  it('stores as many values as it announced', () => {
    const { total } = compareWithStored(stored, week2);
    const after = mergeSnapshots([
      { id: 'week1', points: week1 },
      { id: 'week2', points: week2 },
    ]).series;
    expect(after.reduce((sum, series) => sum + series.values.length, 0)).toBe(total);
  });

  it('finds nothing to do in the same file again', () => {
    const again = compareWithStored(stored, week1);
    expect([again.added, again.changed.length, again.unchanged]).toEqual([0, 0, 15]);
  });

  it('counts what the file leaves out inside its span, and calls none of it a deletion', () => {
    const holed = pointsOf([...rows('search', 6, [13]), ...rows('search', 8, [Number.NaN, 16])]);
    const comparison = compareWithStored(stored, holed);
    expect([comparison.missing, comparison.unchanged, comparison.total]).toEqual([2, 2, 15]);
  });

  it('names new series and new entities', () => {
    const file = pointsOf([
      [aHeader({ entity: 'payments' }), '2026-04-10', 1],
      [aHeader({ entity: 'search', metric: 'change-fail-rate' }), '2026-04-10', 0.1],
    ]);
    const { newSeries, newEntities, added } = compareWithStored(stored, file);
    expect(newSeries.map((one) => `${one.metric}, ${one.entity}`)).toEqual([
      'deployment-frequency, payments',
      'change-fail-rate, search',
    ]);
    expect(newEntities).toEqual(['payments']);
    expect(added).toBe(2);
  });

  it('stops at a unit that differs from the stored one', () => {
    const seconds = mergeSnapshots([
      { id: 'a', points: pointsOf([[aHeader({ unit: 's' }), '2026-04-06', 7200]]) },
    ]).series;
    const { unitConflicts } = compareWithStored(
      seconds,
      pointsOf([[aHeader({ unit: 'min' }), '2026-04-07', 120]]),
    );
    expect(unitConflicts.map(({ stored, file }) => [stored, file])).toEqual([['s', 'min']]);
  });

  it('says when the file has other periods than the stored series', () => {
    const { grainConflicts } = compareWithStored(
      stored,
      pointsOf([[aHeader({ entity: 'search', grain: 'week' }), '2026-04-06', 75]]),
    );
    expect(grainConflicts.map((one) => one.message)).toEqual([
      'Deployment frequency, search: stored by day, the file has it by week.',
    ]);
  });

  it('sees a rate whose counts changed while its value did not', () => {
    const rate = aHeader({ aggregation: 'ratio', unit: 'share' });
    const before = mergeSnapshots([{ id: 'a', points: pointsOf([[rate, '2026-04-06', 0.5, 1, 2]]) }]).series;
    const { changed } = compareWithStored(before, pointsOf([[rate, '2026-04-06', 0.5, 4, 8]]));
    expect(changed).toHaveLength(1);
  });

  it('compares days with stored weeks in weeks, where a stored week stays', () => {
    const weekly = aHeader({ grain: 'week' });
    const daily = aHeader({ grain: 'day' });
    const weeks = { id: 'weeks', points: pointsOf([[weekly, '2026-04-06', 75]]) };
    const days = pointsOf([
      [daily, '2026-04-06', 10],
      [daily, '2026-04-14', 20],
      [daily, '2026-04-15', 21],
    ]);
    const { added, changed, unchanged, total } = compareWithStored(mergeSnapshots([weeks]).series, days);
    expect({ added, changed, unchanged, total }).toEqual({ added: 1, changed: [], unchanged: 1, total: 2 });
    const after = mergeSnapshots([weeks, { id: 'days', points: days }]).series;
    expect(after.map((series) => Array.from(series.values))).toEqual([[75, 41]]);
  });

  it('shows weeks that replace what was added up from days', () => {
    const daily = aHeader({ grain: 'day' });
    const days = pointsOf([
      [daily, '2026-04-06', 10],
      [daily, '2026-04-07', 11],
    ]);
    const stored = mergeSnapshots([{ id: 'days', points: days }]).series;
    const { changed, total } = compareWithStored(
      stored,
      pointsOf([[aHeader({ grain: 'week' }), '2026-04-06', 30]]),
    );
    expect(changed.map((one) => [one.period, one.old, one.new])).toEqual([['2026-04-06', 21, 30]]);
    expect(total).toBe(1);
  });

  it('counts nothing of months where weeks are stored', () => {
    const stored = mergeSnapshots([
      { id: 'a', points: pointsOf([[aHeader({ grain: 'week' }), '2026-04-06', 30]]) },
    ]).series;
    const { added, changed, total, grainConflicts } = compareWithStored(
      stored,
      pointsOf([[aHeader({ grain: 'month' }), '2026-04-01', 120]]),
    );
    expect([added, changed.length, total, grainConflicts.length]).toEqual([0, 0, 1, 1]);
  });
});
