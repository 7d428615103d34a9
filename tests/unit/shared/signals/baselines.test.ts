import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/day.ts';
import { evaluateSeries } from '#shared/signals/evaluate.ts';
import { aSeries } from '#tests/support/series.ts';

/** Twelve quiet weeks around 20, twelve around 30, twelve around 20 again: none of them differs within itself. */
const around = (level: number) => [0, 1, -1, 2, 0, -2, 1, 0, -1, 1, 2, -1].map((away) => level + away);
const VALUES = [...around(20), ...around(30), ...around(20)];
const FIRST = '2025-11-17';
const week = (index: number) => addDays(FIRST, index * 7);
const read = (options: Partial<Parameters<typeof evaluateSeries>[2]>) =>
  evaluateSeries(aSeries({ values: VALUES }), null, { asOf: week(40), ...options });

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('a baseline that people set', () => {
  it('is what the limits rest on, whatever came after', () => {
    const [phase] = read({ baselines: [{ from: week(12), to: week(23) }] }).phases;
    expect(phase?.centre).toBeCloseTo(mean(around(30)), 9);
    expect(phase?.baseline).toEqual({ n: 12, locked: true });
  });

  it('is told by its days, also where they fall into a week', () => {
    const whole = read({ baselines: [{ from: week(0), to: week(11) }] });
    const inside = read({ baselines: [{ from: addDays(week(0), 2), to: addDays(week(11), 5) }] });
    expect(inside.phases).toEqual(whole.phases);
  });

  it('belongs to one phase; every phase can have its own', () => {
    const reading = read({
      rebaselines: [{ at: week(12), cause: 'moved' }],
      baselines: [
        { from: week(0), to: week(11) },
        { from: week(12), to: week(19) },
      ],
    });
    expect(reading.phases.map((one) => one.baseline)).toEqual([
      { n: 12, locked: true },
      { n: 8, locked: true },
    ]);
    expect(reading.engine?.frozen).toBe(true);
  });

  it('of an earlier phase leaves the newest one growing', () => {
    const reading = read({
      rebaselines: [{ at: week(12), cause: 'moved' }],
      baselines: [{ from: week(0), to: week(11) }],
    });
    expect(reading.phases.map((one) => one.baseline?.locked)).toEqual([true, false]);
    expect(reading.engine?.frozen).toBe(false);
  });

  it('that holds no point of the series changes nothing', () => {
    expect(read({ baselines: [{ from: '2030-01-07', to: '2030-02-04' }] })).toEqual(read({}));
  });
});
