import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Aggregation, SeriesHeader } from '#shared/series/series.ts';
import { createPointSink } from '#shared/tabular/point-sink.ts';

type Row = { readonly series: number; readonly day: number; readonly value: number };

const AGGREGATIONS: readonly Aggregation[] = ['sum', 'mean', 'max', 'min', 'last', 'median'];

function headerOf(aggregation: Aggregation): SeriesHeader {
  return {
    metric: `own:${aggregation}`,
    metricName: aggregation,
    entity: 'shop',
    unit: null,
    grain: 'day',
    aggregation,
  };
}

function collected(rows: readonly Row[], crowded?: number) {
  const sink = createPointSink(crowded);
  const targets = AGGREGATIONS.map((aggregation, at) =>
    sink.target({ header: headerOf(aggregation), unit: null, factor: at === 1 ? 0.1 : 1 }),
  );
  rows.forEach(({ series, day, value }, line) => {
    sink.put(targets[series] ?? 0, day * 86_400_000, value, line + 2);
  });
  return sink.finish();
}

const value = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: -500, max: 500 }).map((cents) => cents / 100) },
  fc.constant(Number.NaN),
);
const rows = fc.array(fc.record({ series: fc.nat({ max: 5 }), day: fc.nat({ max: 4 }), value }), {
  maxLength: 80,
});

describe('collecting points', () => {
  it('comes to the same whether equal keys are brought together on the way or at the end', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 20 }), (each, crowded) => {
        expect(collected(each, crowded)).toEqual(collected(each));
      }),
    );
  });

  it('adds up a ledger by key, in the unit that is stored and the one that was read', () => {
    const sink = createPointSink(3);
    const target = sink.target({ header: headerOf('sum'), unit: 'ct', factor: 0.01 });
    for (const [day, cents] of [
      [1, 150],
      [2, 25],
      [1, 50],
      [2, 50],
      [1, 100],
    ] as const)
      sink.put(target, day * 86_400_000, cents, 10 + cents);
    const { points, series } = sink.finish();
    expect([...points.values]).toEqual([3, 0.75]);
    expect([...points.lines]).toEqual([160, 35]);
    expect(series[0]?.first).toEqual({ period: '1970-01-02', value: 300 });
  });

  it('keeps the parts of rates beside values that are none', () => {
    const sink = createPointSink();
    const rate = { ...headerOf('ratio'), unit: 'share' };
    sink.add(headerOf('sum'), null, { start: 0, value: 7, line: 2 });
    sink.add(rate, 'share', { start: 0, value: 0.5, line: 3, ratio: { numerator: 1, denominator: 2 } });
    sink.add(rate, 'share', { start: 0, value: 1, line: 4, ratio: { numerator: 4, denominator: 4 } });
    const { points } = sink.finish();
    expect([...points.values]).toEqual([7, 5 / 6]);
    expect([...(points.numerators ?? [])]).toEqual([Number.NaN, 5]);
    expect([...(points.denominators ?? [])]).toEqual([Number.NaN, 6]);
  });
});
