import { describe, expect, it } from 'vitest';
import { organizationTotal } from '#shared/series/organization-total.ts';
import type { SeriesHeader } from '#shared/series/series.ts';
import { aSeries } from '#tests/support/points.ts';

const W1 = '2026-11-02';
const W2 = '2026-11-09';
const METRIC = 'deployment-frequency';

function weekly(entity: string, changes: Partial<SeriesHeader>, points: Parameters<typeof aSeries>[1]) {
  return aSeries({ entity, grain: 'week', ...changes }, points);
}

describe('the organization-level series made of entities', () => {
  it('adds up counts', () => {
    const total = organizationTotal(
      [
        weekly('a', {}, [
          [W1, 3],
          [W2, 4],
        ]),
        weekly('b', {}, [
          [W1, 10],
          [W2, 20],
        ]),
      ],
      METRIC,
    );
    expect(total?.entity).toBe('organization');
    expect(total?.values).toEqual(Float64Array.of(13, 24));
  });

  it('is missing, not smaller, while an entity has not reported', () => {
    const total = organizationTotal(
      [
        weekly('a', {}, [
          [W1, 3],
          [W2, 4],
        ]),
        weekly('b', {}, [[W1, 10]]),
      ],
      METRIC,
    );
    expect(total?.values).toEqual(Float64Array.of(13, Number.NaN));
  });

  it('expects nothing of an entity before its first period or long after its last', () => {
    const total = organizationTotal(
      [
        weekly('a', {}, [
          ['2026-10-05', 1],
          ['2026-10-12', 1],
          ['2026-11-09', 1],
        ]),
        weekly('retired', {}, [['2026-10-05', 5]]),
        weekly('new', {}, [['2026-11-09', 7]]),
      ],
      METRIC,
    );
    expect(total?.values).toEqual(Float64Array.of(6, Number.NaN, 8));
  });

  it('divides sums of counts for rates', () => {
    const rate = { aggregation: 'ratio', unit: 'share' } as const;
    const total = organizationTotal(
      [weekly('a', rate, [[W1, 0.5, 1, 2]]), weekly('b', rate, [[W1, 0.125, 1, 8]])],
      METRIC,
    );
    expect(total?.values).toEqual(Float64Array.of(0.2));
    expect(total?.denominators).toEqual(Float64Array.of(10));
  });

  it('refuses a median without numbers of items', () => {
    const median = { aggregation: 'median', unit: 'h' } as const;
    expect(organizationTotal([weekly('a', median, [[W1, 10]])], METRIC)).toBeNull();
  });

  it('weighs medians by their number of items on the log scale', () => {
    const median = { aggregation: 'median', unit: 'h' } as const;
    const n = (entity: string, value: number, items: number) => ({
      ...weekly(entity, median, [[W1, value]]),
      denominators: Float64Array.of(items),
    });
    const total = organizationTotal([n('a', 10, 1), n('b', 1000, 1), n('idle', Number.NaN, 0)], METRIC);
    expect(total?.values[0]).toBeCloseTo(100, 9);
  });

  it('never adds percentages', () => {
    const coverage = { aggregation: 'last', unit: '%' } as const;
    expect(organizationTotal([weekly('a', coverage, [[W1, 80]])], METRIC)).toBeNull();
  });

  it('leaves apart what is measured in different units', () => {
    expect(
      organizationTotal(
        [weekly('a', { unit: 'USD' }, [[W1, 1]]), weekly('b', { unit: 'EUR' }, [[W1, 1]])],
        METRIC,
      ),
    ).toBeNull();
  });

  it('is nothing for a metric that no entity has', () => {
    expect(organizationTotal([], METRIC)).toBeNull();
  });
});
