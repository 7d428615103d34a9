import { describe, expect, it } from 'vitest';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';
import { iPrimeChart, runChart, xmrChart } from '#shared/signals/control-charts/individuals.ts';
import { meanRange } from '#shared/signals/control-charts/moving-range.ts';

const missing = Number.NaN;

function single(...values: readonly number[]): ChartColumns {
  return { values: Float64Array.from(values), numerators: null, denominators: null };
}

const whole = (columns: ChartColumns) => phasesFrom(columns.values.length, [], null);

describe('XmR charts', () => {
  it('puts the limits three mean moving ranges over 1.128 from the mean', () => {
    const chart = xmrChart(single(10, 12, 11, 15), whole(single(10, 12, 11, 15)));
    expect(chart.centre[0]).toBe(12);
    // ranges 2, 1, 4
    expect(chart.upper[0]).toBeCloseTo(12 + (3 * 7) / 3 / 1.128, 12);
    expect(chart.lower[3]).toBeCloseTo(12 - (3 * 7) / 3 / 1.128, 12);
  });

  it('tells no range over a gap, and still shows where the limits are', () => {
    const columns = single(10, 12, missing, 50, 51);
    const chart = xmrChart(columns, whole(columns));
    // ranges 2 and 1, none from 12 to 50
    expect(chart.sigma[0]).toBeCloseTo(1.5 / 1.128, 12);
    expect(chart.plotted[2]).toBeNaN();
    expect(chart.upper[2]).toBe(chart.upper[0]);
  });

  it('has no limits with fewer than two neighbours', () => {
    const columns = single(3, missing, 5);
    expect(xmrChart(columns, whole(columns)).upper.every(Number.isNaN)).toBe(true);
  });

  it('starts again with each phase, its first range inside it', () => {
    const columns = single(1, 2, 1, 2, 101, 102, 101, 102);
    const chart = xmrChart(columns, phasesFrom(8, [4], null));
    expect([chart.centre[0], chart.centre[4]]).toEqual([1.5, 101.5]);
    expect(chart.sigma[4]).toBeCloseTo(1 / 1.128, 12);
  });

  it('keeps drawn limits within the bounds of the metric', () => {
    const columns = single(1, 9, 1, 9);
    const chart = xmrChart(columns, whole(columns), { bounds: [0, 10] });
    expect([chart.lower[0], chart.upper[0]]).toEqual([0, 10]);
    expect(chart.unclippedLower[0]).toBeLessThan(0);
  });

  it('leaves ranges beyond their own limit out once when it screens, but never all variation', () => {
    expect(meanRange([1, 1, 1, 1, 1, 1, 1, 1, 1, 91], true)).toBe(1);
    expect(meanRange([0, 0, 0, 0, 0, 10], true)).toBeCloseTo(10 / 6, 12);
    expect(meanRange([], true)).toBeNaN();
  });
});

describe('run charts', () => {
  it('have the median as centre and no limits', () => {
    const columns = single(5, missing, 1, 100, 2);
    const chart = runChart(columns, whole(columns));
    expect(chart.centre[0]).toBe(3.5);
    expect(chart.upper.every(Number.isNaN)).toBe(true);
  });
});

describe("I' charts", () => {
  it('is the XmR chart where all samples are alike', () => {
    const columns = { ...single(10, 12, 11, 15), denominators: Float64Array.of(4, 4, 4, 4) };
    const chart = iPrimeChart(columns, whole(columns));
    // ranges of the rates 0.5, 0.25, 1; their mean over 2 / sqrt(pi)
    expect(chart.centre[0]).toBe(3);
    expect(chart.sigma[0]).toBeCloseTo((1.75 / 3) * (Math.sqrt(Math.PI) / 2), 12);
  });

  it('is narrower where the sample is larger', () => {
    const columns = { ...single(10, 48, 11, 60), denominators: Float64Array.of(4, 16, 4, 16) };
    const chart = iPrimeChart(columns, whole(columns));
    expect(chart.sigma[0]).toBeCloseTo(2 * (chart.sigma[1] ?? 0), 12);
  });
});
