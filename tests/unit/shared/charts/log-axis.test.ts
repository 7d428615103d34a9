import { describe, expect, it } from 'vitest';
import { layoutProcessBehaviour } from '#shared/charts/process-behaviour.ts';
import { canBeLog, logTicks, usualScale } from '#shared/charts/value-axis.ts';
import { aReading } from '#tests/support/readings.ts';

const WIDE = [2, 40, 8, 90, 3, 12, 60, 5, 30, 4, 70, 9];
const wide = aReading({ values: WIDE });

/** Limits that lie the same number of times over and under the mean: 10, within 1 and 100. */
const multiplicative = {
  ...wide,
  phases: wide.phases.map((phase) => ({ ...phase, lower: 1, centre: 10, upper: 100 })),
  points: wide.points.map((point) => ({ ...point, lower: 1, centre: 10, upper: 100 })),
};

describe('the log axis', () => {
  it('has ticks at 1, 2 and 5 times the powers of ten that lie in its span', () => {
    expect(logTicks(0.9, 60)).toEqual([1, 2, 5, 10, 20, 50]);
  });

  it('has the powers alone where there are many', () => {
    expect(logTicks(1, 1e5)).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
  });

  it('is chosen where the limits are multiplicative and the values span a power of ten', () => {
    expect(usualScale(multiplicative)).toBe('log');
  });

  it('is not chosen for limits that lie evenly around the mean', () => {
    expect(usualScale(wide)).toBe('linear');
  });

  it('cannot hold a zero', () => {
    const zero = { ...multiplicative, points: multiplicative.points.map((one) => ({ ...one, value: 0 })) };
    expect(canBeLog(zero)).toBe(false);
    expect(usualScale(zero)).toBe('linear');
  });

  it('places equal ratios at equal distances', () => {
    const { marks, bands } = layoutProcessBehaviour(multiplicative, 'app', { scale: 'log' });
    const [band] = bands;
    const heightOf = (value: number) => marks[WIDE.indexOf(value)]?.y ?? Number.NaN;
    expect(heightOf(3) - heightOf(30)).toBeCloseTo(heightOf(4) - heightOf(40), 0);
    expect((band?.lowerLimit ?? 0) - (band?.mean ?? 0)).toBeCloseTo(
      (band?.mean ?? 0) - (band?.upperLimit ?? 0),
      0,
    );
  });
});
