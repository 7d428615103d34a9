import { describe, expect, it } from 'vitest';
import { readChart } from '#shared/signals/control-charts/chart-reading.ts';
import type { ChartChoice } from '#shared/signals/control-charts/chart-signals.ts';
import { CHART_KINDS } from '#shared/signals/control-charts/control-chart.ts';
import { aSeries } from '#tests/support/series.ts';

const CHOICE: ChartChoice = {
  chart: 'xmr',
  rules: 'western-electric',
  phases: [],
  baseline: null,
  asOf: '2026-11-18',
  good: 'down',
  bounds: [null, null],
};

const QUIET = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 10 : 12));

describe('a textbook chart of a series', () => {
  it('has one phase with its limits and ranges, and is routine', () => {
    const reading = readChart(aSeries({ values: QUIET }), CHOICE);
    expect(reading.phases).toMatchObject([
      { from: '2025-11-17', to: '2026-02-02', n: 12, centre: 11, movingRange: { centre: 2 } },
    ]);
    expect(reading.phases[0]?.upper).toBeCloseTo(11 + (3 * 2) / 1.128, 12);
    expect(reading).toMatchObject({ state: 'routine', status: 'established', signals: [] });
    expect(reading.sentence).toBe('Payments, sample 12 with limits 5.7 to 16: nothing out of routine.');
  });

  it('says what is outside, since when, and whether that is better or worse', () => {
    const reading = readChart(aSeries({ values: [...QUIET, 40] }), {
      ...CHOICE,
      baseline: { from: 0, to: 11 },
    });
    expect(reading.state).toBe('worse');
    expect(reading.signals).toMatchObject([
      {
        onset: '2026-02-09',
        at: '2026-02-09',
        direction: 'worse',
        rules: ['outside-limits'],
        alarm: 'spike',
      },
    ]);
    expect(reading.points[12]).toMatchObject({
      value: 40,
      centre: 11,
      rules: ['outside-limits'],
      alarm: 'spike',
    });
    expect(reading.phases[0]?.baseline).toEqual({ n: 12, locked: true });
  });

  it('ends a signal when later points are in routine again', () => {
    const values = [...QUIET, 40, 10, 12];
    const reading = readChart(aSeries({ values }), { ...CHOICE, baseline: { from: 0, to: 11 } });
    expect(reading.signals).toMatchObject([{ at: '2026-02-09', ended: '2026-02-09' }]);
    expect(reading.state).toBe('routine');
  });

  it('plots rates with their own limits and keeps the counts beside them', () => {
    const values = [4, 6, 5, 3];
    const series = aSeries({ values, denominators: [40, 60, 50, 20] });
    const reading = readChart(series, { ...CHOICE, chart: 'p' });
    expect(reading.points[3]).toMatchObject({ value: 0.15, numerator: 3, denominator: 20 });
    expect(reading.phases[0]).toMatchObject({ upper: null, movingRange: null });
    expect(reading.unit).toBe('share');
    expect(reading.sentence).toMatch(/^Payments, sample 15\s%/);
  });

  it('reads a run chart by its runs and crossings, the whole phase at once', () => {
    const drifting = [...QUIET, ...QUIET.map((value) => value + 20)];
    const reading = readChart(aSeries({ values: drifting }), { ...CHOICE, chart: 'run' });
    expect(reading.signals).toMatchObject([
      { onset: '2025-11-17', at: '2026-04-27', rules: ['long-run', 'few-crossings'], alarm: 'shift' },
    ]);
    expect(reading.phases[0]?.runs).toMatchObject({ longestRun: 12, crossings: 1, isShifted: true });
    expect(reading.points[0]?.rules).toEqual(['long-run']);
    expect(reading.points[0]?.upper).toBeNull();
  });

  it('leaves a period out that is not over on the day of the look', () => {
    const values = [...QUIET, 40];
    const reading = readChart(aSeries({ values }), { ...CHOICE, asOf: '2026-02-12' });
    expect(reading.points[12]).toMatchObject({ value: null, rules: [] });
    expect(reading.phases[0]).toMatchObject({ n: 12, centre: 11 });
    expect(readChart(aSeries({ values }), { ...CHOICE, asOf: '2026-02-16' }).points[12]?.value).toBe(40);
  });

  it('draws single values within the bounds of the metric and judges them unclipped', () => {
    const values = [1, 9, 1, 9, 0];
    const reading = readChart(aSeries({ values }), { ...CHOICE, bounds: [0, 10] });
    expect(reading.phases[0]).toMatchObject({ lower: 0, upper: 10 });
    expect(reading.state).toBe('routine');
  });

  it('says where a limit lies beyond what a count or a share can reach', () => {
    const counts = readChart(aSeries({ values: [2, 3, 1, 2] }), { ...CHOICE, chart: 'c' });
    expect(counts.sentence).toContain('an upper limit of 6.2 and no lower one');
    const shares = aSeries({ values: [9, 10, 9, 8], denominators: [10, 10, 10, 10] });
    expect(readChart(shares, { ...CHOICE, chart: 'p' }).sentence).toMatch(
      /a lower limit of 62\s% and no upper one/,
    );
    const few = aSeries({ values: [1, 0, 1, 1], denominators: [2, 2, 2, 2] });
    expect(readChart(few, { ...CHOICE, chart: 'p' }).sentence).toContain('no limit that it could pass');
  });

  it('keeps missing points missing and has nothing to say of nothing', () => {
    const reading = readChart(aSeries({ values: [10, null, 12, 11] }), CHOICE);
    expect(reading.points[1]).toMatchObject({ value: null, rules: [] });
    const empty = readChart(aSeries({ values: [null, null] }), CHOICE);
    expect(empty).toMatchObject({ state: 'missing', sentence: 'Payments, sample: no values.', signals: [] });
  });

  it.each(CHART_KINDS)('writes a %s chart of any length without a number that JSON lacks', (chart) => {
    for (const length of [0, 1, 2, 5, 30]) {
      const values = Array.from({ length }, (_, index) => (index * 7) % 5);
      const series = aSeries({ values, denominators: values.map((_, index) => (index * 3) % 9) });
      const reading = readChart(series, { ...CHOICE, chart, rules: 'nelson' });
      expect(reading.points).toHaveLength(length);
      expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
    }
  });
});
