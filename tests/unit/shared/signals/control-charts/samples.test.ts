import { describe, expect, it } from 'vitest';
import { phasesFrom } from '#shared/signals/control-charts/chart-phases.ts';
import type { ChartColumns } from '#shared/signals/control-charts/control-chart.ts';
import { c4, d2 } from '#shared/signals/control-charts/sample-constants.ts';
import { rChart, sChart, xbarChart } from '#shared/signals/control-charts/samples.ts';

/** Four samples: sizes 2, 2, 2 and one of a single value. */
const columns: ChartColumns = {
  values: Float64Array.of(10, 12, 11, 40),
  numerators: null,
  denominators: null,
  samples: {
    sizes: Float64Array.of(2, 2, 2, 1),
    ranges: Float64Array.of(2, 4, 0, 0),
    deviations: Float64Array.of(Math.SQRT2, 2 * Math.SQRT2, 0, Number.NaN),
  },
};
const whole = phasesFrom(4, [], null);

describe('charts of samples', () => {
  it('take sigma from the mean range within the samples', () => {
    const chart = xbarChart(columns, whole);
    expect(chart.centre[0]).toBeCloseTo(11, 12);
    expect(chart.upper[0]).toBeCloseTo(11 + (3 * 2) / 1.128 / Math.SQRT2, 12);
  });

  it('leave a sample of one value out of the limits and draw none for it', () => {
    const chart = xbarChart(columns, whole);
    expect(chart.plotted[3]).toBeNaN();
    expect(chart.upper[3]).toBeNaN();
  });

  it('take sigma from the mean standard deviation where that is asked for', () => {
    // c4(2) = sqrt(2 / pi), the mean deviation is sqrt 2.
    const chart = xbarChart(columns, whole, { estimator: 'uwave-sd' });
    expect(chart.sigma[0]).toBeCloseTo(Math.SQRT2 / Math.sqrt(2 / Math.PI) / Math.SQRT2, 12);
  });

  it('pool variances where the root mean square is asked for', () => {
    const pooled = Math.sqrt((2 + 8 + 0) / 3);
    const chart = xbarChart(columns, whole, { estimator: 'rmsdf' });
    expect(chart.sigma[0]).toBeCloseTo(pooled / c4(4) / Math.SQRT2, 12);
  });

  it('never draw a limit of a spread below zero', () => {
    expect(sChart(columns, whole).lower[0]).toBe(0);
    expect(rChart(columns, whole).lower[0]).toBe(0);
    expect(rChart(columns, whole).centre[0]).toBe(2);
  });
});

describe('the constants of samples', () => {
  it('are those of the printed tables', () => {
    expect(c4(2)).toBeCloseTo(0.797885, 6);
    expect(c4(5)).toBeCloseTo(0.939986, 6);
    expect(c4(25)).toBeCloseTo(0.98964, 6);
    expect(c4(5000)).toBeCloseTo(1 - 1 / (4 * 4999), 7);
    expect(d2(5)).toBe(2.326);
    expect(d2(26)).toBeNaN();
  });
});
