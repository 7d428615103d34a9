import { describe, expect, it } from 'vitest';
import { cusumChart, ewmaChart } from '#shared/signals/control-charts/accumulating.ts';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';
import { markPatterns } from '#shared/signals/control-charts/pattern-rules.ts';

const missing = Number.NaN;

function single(...values: readonly number[]): ChartColumns {
  return { values: Float64Array.from(values), numerators: null, denominators: null };
}

const whole = (columns: ChartColumns) => phasesFrom(columns.values.length, [], null);

describe('EWMA charts', () => {
  it('weighs the newest value, from the centre on, with limits that open with time', () => {
    const columns = single(12, 8);
    const chart = ewmaChart(columns, whole(columns), { centre: 10, sigma: 1, weight: 0.5 });
    expect([...chart.plotted]).toEqual([11, 9.5]);
    expect(chart.upper[0]).toBeCloseTo(10 + 3 * 0.5, 12);
    expect(chart.upper[1]).toBeCloseTo(10 + 3 * Math.sqrt((1 / 3) * (1 - 0.5 ** 4)), 12);
  });

  it('goes on after a missing value as if there had been no week', () => {
    const gap = single(12, missing, 8);
    const without = single(12, 8);
    const known = { centre: 10, sigma: 1 };
    const chart = ewmaChart(gap, whole(gap), known);
    const other = ewmaChart(without, whole(without), known);
    expect(chart.plotted[1]).toBeNaN();
    expect([chart.plotted[2], chart.upper[2]]).toEqual([other.plotted[1], other.upper[1]]);
  });

  it('is read by its limits alone: neighbours resemble each other by construction', () => {
    const columns = single(...Array.from({ length: 20 }, (_, index) => 10.4 + (index % 2) * 0.2));
    const phases = whole(columns);
    const chart = ewmaChart(columns, phases, { centre: 10, sigma: 2 });
    expect([...chart.z].every((z) => z > 0)).toBe(true);
    expect(markPatterns(chart, phases, 'nelson').flat()).toEqual([]);
  });
});

describe('CUSUM charts', () => {
  it('adds up what rises above and falls below half a sigma, the falls negative', () => {
    const columns = single(12, 11, 7);
    const chart = cusumChart(columns, whole(columns), { centre: 10, sigma: 1 });
    expect([...chart.plotted]).toEqual([1.5, 2, 0]);
    expect([...(chart.lowerSum ?? [])]).toEqual([0, 0, -2.5]);
    expect([chart.lower[0], chart.upper[0]]).toEqual([-5, 5]);
  });

  it('marks a sum beyond the decision interval on either side', () => {
    const falling = single(10, 8, 8, 8, 8, 8);
    const phases = whole(falling);
    const chart = cusumChart(falling, phases, { centre: 10, sigma: 1 });
    const marked = markPatterns(chart, phases, 'wheeler').map((rules) => rules.length > 0);
    // 1.5 a point: 6 at the fourth
    expect(marked).toEqual([false, false, false, false, true, true]);
  });
});
