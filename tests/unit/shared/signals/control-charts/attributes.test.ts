import { describe, expect, it } from 'vitest';
import {
  cChart,
  laneyPChart,
  laneyUChart,
  npChart,
  pChart,
  uChart,
} from '#shared/signals/control-charts/attributes.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';
import { markPatterns } from '#shared/signals/control-charts/pattern-rules.ts';

function outOf(counts: readonly number[], sizes: readonly number[]): ChartColumns {
  return {
    values: Float64Array.from(counts),
    numerators: null,
    denominators: Float64Array.from(sizes),
  };
}

const whole = (columns: ChartColumns) => phasesFrom(columns.values.length, [], null);

describe('p, np, u and c charts', () => {
  it('gives each share the limits of its own sample', () => {
    const columns = outOf([10, 30], [100, 100]);
    const chart = pChart(columns, whole(columns));
    expect([...chart.plotted]).toEqual([0.1, 0.3]);
    // p = 40 / 200; sqrt(0.2 * 0.8 / 100) = 0.04
    expect(chart.centre[0]).toBeCloseTo(0.2, 12);
    expect(chart.sigma[0]).toBeCloseTo(0.04, 12);
    expect(chart.upper[0]).toBeCloseTo(0.32, 12);
    expect(chart.z[1]).toBeCloseTo(2.5, 12);
  });

  it('draws limits no further than 0 and 1 and keeps the ones that it computed', () => {
    const columns = outOf([0, 1, 0, 1], [2, 2, 2, 2]);
    const chart = pChart(columns, whole(columns));
    expect([chart.lower[0], chart.upper[0]]).toEqual([0, 1]);
    expect(chart.unclippedLower[0]).toBeCloseTo(0.25 - 3 * Math.sqrt(0.1875 / 2), 12);
    expect(chart.unclippedUpper[0]).toBeGreaterThan(1);
  });

  it.each([
    ['p', pChart],
    ['np', npChart],
    ['u', uChart],
    ['laney-p', laneyPChart],
    ['laney-u', laneyUChart],
  ])('leaves a point of a %s chart without a sample missing, and the others as they are', (_, draw) => {
    const gap = outOf([3, 0, 5, 4], [50, 0, 50, 50]);
    const chart = draw(gap, whole(gap));
    expect([...chart.plotted].map(Number.isNaN)).toEqual([false, true, false, false]);
    const without = outOf([3, 5, 4], [50, 50, 50]);
    expect(chart.centre[2]).toBeCloseTo(draw(without, whole(without)).centre[1] ?? 0, 12);
    expect(chart.z[1]).toBeNaN();
  });

  it('leaves a count that nobody knows out of the pooled rate', () => {
    const columns = outOf([10, Number.NaN, 30], [100, 500, 100]);
    expect(pChart(columns, whole(columns)).centre[0]).toBeCloseTo(0.2, 12);
  });

  it('counts with the size of the sample on an np chart, up to all of it', () => {
    const columns = outOf([9, 20, 8], [10, 20, 10]);
    const chart = npChart(columns, whole(columns));
    expect(chart.centre[1]).toBeCloseTo((20 * 37) / 40, 12);
    expect(chart.upper[1]).toBe(20);
    expect(chart.upper[0]).toBe(10);
  });

  it('takes counts from the numerators where the values are rates', () => {
    const columns: ChartColumns = {
      values: Float64Array.of(0.5, 0.25),
      numerators: Float64Array.of(5, 5),
      denominators: Float64Array.of(10, 20),
    };
    expect([...uChart(columns, whole(columns)).plotted]).toEqual([0.5, 0.25]);
    expect(uChart(columns, whole(columns)).centre[0]).toBeCloseTo(1 / 3, 12);
  });

  it('has no lower limit for counts under nine a week, and so no point below one', () => {
    const columns = outOf([8, 9, 10, 9, 0, 9], []);
    const chart = cChart(columns, whole(columns));
    expect(chart.lower[0]).toBe(0);
    expect(chart.unclippedLower[0]).toBeLessThan(0);
    expect(markPatterns(chart, whole(columns), 'western-electric').flat()).toEqual([]);
  });

  it('widens the limits of large samples by what neighbours really differ, and of small ones hardly', () => {
    const size = 1_000_000;
    const shares = [0.95, 0.94, 0.96, 0.95, 0.93, 0.95, 0.96, 0.94];
    const large = outOf(
      shares.map((share) => share * size),
      shares.map(() => size),
    );
    const plain = pChart(large, whole(large));
    const laney = laneyPChart(large, whole(large));
    expect([...plain.z].filter((z) => Math.abs(z) > 3).length).toBeGreaterThan(4);
    expect([...laney.z].filter((z) => Math.abs(z) > 3)).toEqual([]);
  });

  it.each([
    ['p', pChart],
    ['np', npChart],
    ['u', uChart],
    ['laney-p', laneyPChart],
    ['laney-u', laneyUChart],
    ['c', cChart],
  ])('marks nothing on a %s chart where nothing varies', (_, draw) => {
    for (const count of [0, 3, 7]) {
      const columns = outOf(Array(30).fill(count), Array(30).fill(7));
      const phases = whole(columns);
      for (const rules of ['western-electric', 'nelson', 'nhs', 'wheeler'] as const) {
        expect(markPatterns(draw(columns, phases), phases, rules).flat()).toEqual([]);
      }
    }
  });

  it('judges later samples by a locked baseline', () => {
    const columns = outOf([5, 6, 5, 4, 15], [100, 100, 100, 100, 100]);
    const phases = phasesFrom(5, [], { from: 0, to: 3 });
    const chart = pChart(columns, phases);
    expect(chart.centre[4]).toBeCloseTo(0.05, 12);
    expect(markPatterns(chart, phases, 'nhs')[4]).toEqual(['outside-limits']);
  });
});
