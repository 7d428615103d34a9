import { describe, expect, it } from 'vitest';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';
import { gChart, tChart } from '#shared/signals/control-charts/rare-events.ts';

function single(...values: readonly number[]): ChartColumns {
  return { values: Float64Array.from(values), numerators: null, denominators: null };
}

const whole = (columns: ChartColumns) => phasesFrom(columns.values.length, [], null);

describe('g charts', () => {
  it('draws the median with the limits of a geometric distribution around the mean', () => {
    const columns = single(0, 2, 4, 30);
    const chart = gChart(columns, whole(columns));
    expect(chart.centre[0]).toBe(3);
    // mean 9, sigma sqrt(9 * 10)
    expect(chart.upper[0]).toBeCloseTo(9 + 3 * Math.sqrt(90), 12);
    expect(chart.lower[0]).toBe(0);
  });

  it('leaves 0.135 % beyond its probability limits', () => {
    const columns = single(9, 9, 5, 13);
    const chart = gChart(columns, whole(columns), { limits: 'probability' });
    const beyond = (cases: number): number => 0.9 ** (cases + 1);
    expect(beyond(chart.upper[0] ?? 0)).toBeLessThanOrEqual(0.00135);
    expect(beyond((chart.upper[0] ?? 0) - 1)).toBeGreaterThan(0.00135);
    expect(chart.lower[0]).toBe(0);
  });

  it('measures z from the median, with the limit at 3', () => {
    const columns = single(0, 2, 4, 30);
    const { z, upper } = gChart(columns, whole(columns));
    expect(z[3]).toBeCloseTo((3 * 27) / ((upper[0] ?? 0) - 3), 12);
    expect(z[1]).toBeLessThan(0);
  });
});

describe('t charts', () => {
  const root = (time: number): number => time ** (1 / 3.6);

  it('computes its limits on the scale of the 3.6th root and takes them back', () => {
    const columns = single(1, 20, 5, 9);
    const chart = tChart(columns, whole(columns), { screened: false });
    const scaled = [1, 20, 5, 9].map(root);
    const mean = scaled.reduce((sum, value) => sum + value, 0) / 4;
    expect(chart.centre[0]).toBeCloseTo(mean ** 3.6, 10);
    expect([...chart.plotted]).toEqual([1, 20, 5, 9]);
  });

  it('takes a time of zero for half of what the clock can tell', () => {
    const days = single(3, 0, 8, 5);
    const half = single(3, 0.5, 8, 5);
    const phases = whole(days);
    expect(tChart(days, phases).upper).toEqual(tChart(half, phases).upper);
    expect(tChart(days, phases).plotted[1]).toBe(0);
    const hours = single(3.25, 0, 8.5, 5);
    const smaller = single(3.25, 0.005, 8.5, 5);
    expect(tChart(hours, phases).upper).toEqual(tChart(smaller, phases).upper);
    expect(tChart(days, phases, { resolution: 0.25 }).centre).toEqual(
      tChart(single(3, 0.125, 8, 5), phases).centre,
    );
  });

  it('takes a negative time for missing', () => {
    const columns = single(3, -1, 8, 5);
    const chart = tChart(columns, whole(columns));
    expect(chart.plotted[1]).toBeNaN();
    expect(chart.upper[0]).toBeGreaterThan(8);
  });
});
