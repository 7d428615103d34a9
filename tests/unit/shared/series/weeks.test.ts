import { describe, expect, it } from 'vitest';
import { msToDay } from '#shared/day.ts';
import type { Series } from '#shared/series/series.ts';
import { toWeeks } from '#shared/series/weeks.ts';
import { aSeries } from '#tests/support/points.ts';

const readable = (series: Series) =>
  Array.from(series.starts, (start, at) => [msToDay(start), series.values[at]]);

describe('bringing a series to weeks', () => {
  const days = [
    ['2026-11-02', 2],
    ['2026-11-04', 9],
    ['2026-11-08', 4],
    ['2026-11-16', 3],
    ['2026-11-17', Number.NaN],
  ] as const;

  it.each([
    ['sum', 15],
    ['mean', 5],
    ['median', 4],
    ['last', 4],
    ['max', 9],
    ['min', 2],
  ] as const)('makes days weeks by %s, with a missing week as a gap', (aggregation, first) => {
    const weeks = toWeeks(aSeries({ aggregation }, days));
    expect(weeks.grain).toBe('week');
    expect(readable(weeks)).toEqual([
      ['2026-11-02', first],
      ['2026-11-09', Number.NaN],
      ['2026-11-16', 3],
    ]);
    expect(Array.from(weeks.lines)[1]).toBe(0);
  });

  it('takes the last value that is there, not an empty one', () => {
    const weeks = toWeeks(aSeries({ aggregation: 'last' }, days));
    expect(weeks.values.at(-1)).toBe(3);
    expect(weeks.lines.at(-1)).toBe(5);
  });

  it('divides sums of counts for a rate', () => {
    const weeks = toWeeks(
      aSeries({ aggregation: 'ratio', unit: 'share' }, [
        ['2026-11-02', 0.5, 1, 2],
        ['2026-11-03', 0.125, 1, 8],
        ['2026-11-04', Number.NaN, 0, 0],
      ]),
    );
    expect(readable(weeks)).toEqual([['2026-11-02', 0.2]]);
    expect(weeks.numerators).toEqual(Float64Array.of(2));
    expect(weeks.aggregation).toBe('ratio');
  });

  it('takes the mean of a rate without counts, and says so in the header', () => {
    const weeks = toWeeks(
      aSeries({ aggregation: 'ratio', unit: 'share' }, [
        ['2026-11-02', 0.5],
        ['2026-11-03', 0.25],
      ]),
    );
    expect(weeks.values).toEqual(Float64Array.of(0.375));
    expect(weeks.aggregation).toBe('mean');
  });

  it('leaves a rate missing in a week without a single trial', () => {
    const weeks = toWeeks(
      aSeries({ aggregation: 'ratio', unit: 'share' }, [
        ['2026-11-02', Number.NaN, 0, 0],
        ['2026-11-03', Number.NaN, 0, 0],
      ]),
    );
    expect(weeks.values).toEqual(Float64Array.of(Number.NaN));
    expect(weeks.denominators).toEqual(Float64Array.of(0));
  });

  it('uses another aggregation when asked', () => {
    expect(toWeeks(aSeries({ aggregation: 'sum' }, days), { aggregation: 'max' }).values[0]).toBe(9);
  });

  it('leaves out the newest week until its Sunday is reached', () => {
    const series = aSeries({}, days);
    expect(toWeeks(series, { asOf: '2026-11-21' }).starts).toHaveLength(2);
    expect(toWeeks(series, { asOf: '2026-11-22' }).starts).toHaveLength(3);
  });

  it('puts a week that starts on Sunday where most of its days are', () => {
    const weeks = toWeeks(
      aSeries({ grain: 'week' }, [
        ['2026-11-01', 5],
        ['2026-11-08', 6],
      ]),
    );
    expect(readable(weeks)).toEqual([
      ['2026-11-02', 5],
      ['2026-11-09', 6],
    ]);
  });

  it('crosses the turn of a year with 53 weeks without a gap', () => {
    const weeks = toWeeks(
      aSeries({ grain: 'week' }, [
        ['2026-12-21', 1],
        ['2027-01-04', 3],
      ]),
    );
    expect(readable(weeks)).toEqual([
      ['2026-12-21', 1],
      ['2026-12-28', Number.NaN],
      ['2027-01-04', 3],
    ]);
  });

  it('keeps months as months, with gaps, and the unfinished one left out', () => {
    const months = aSeries({ grain: 'month' }, [
      ['2025-12-01', 1],
      ['2026-02-01', 2],
      ['2026-03-01', 3],
    ]);
    expect(readable(toWeeks(months, { asOf: '2026-03-30' }))).toEqual([
      ['2025-12-01', 1],
      ['2026-01-01', Number.NaN],
      ['2026-02-01', 2],
    ]);
  });

  it('steps quarters by three months', () => {
    const quarters = aSeries({ grain: 'quarter' }, [
      ['2025-10-01', 1],
      ['2026-04-01', 3],
    ]);
    expect(readable(toWeeks(quarters)).map(([day]) => day)).toEqual([
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
    ]);
  });

  it('gives an empty series for an empty one', () => {
    expect(toWeeks(aSeries({}, [])).starts).toHaveLength(0);
  });
});
