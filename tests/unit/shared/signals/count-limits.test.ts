import { describe, expect, it } from 'vitest';
import { highestCount } from '#shared/signals/count-limits.ts';
import { catalogued } from '#tests/support/judged.ts';

describe('exact limits of counts', () => {
  it('are those of the Poisson distribution for a long baseline', () => {
    const long = 100_000;
    const means = [0.1, 0.3, 0.5, 1, 2, 5, 10];
    expect(means.map((mean) => highestCount(mean * long, long))).toEqual([2, 3, 4, 5, 7, 13, 21]);
  });

  it('are wider where fewer weeks tell the mean', () => {
    expect(highestCount(12, 12)).toBeGreaterThan(highestCount(1200, 1200));
    // None in 26 weeks: one is no surprise, nor are two; three are.
    expect(highestCount(0, 26)).toBe(2);
  });

  it('are drawn as whole counts, and a count is outside only beyond them', () => {
    const weeks = Array.from({ length: 34 }, (_, week) => (week % 2 === 0 ? 1 : 0));
    const reading = catalogued('incidents', [...weeks, 0, 4, 5, 1]);
    const phase = reading.phases[0];
    expect(phase?.centre).toBeCloseTo(0.5, 10);
    expect(phase?.lower).toBe(0);
    expect(phase?.upper).toBeCloseTo(4, 10);
    expect(reading.points.slice(34).map(({ rules }) => rules.includes('outside-limits'))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    expect(reading.why).toContain('exact limits');
  });

  it('say how long a quiet stretch of rare counts must be to mean something', () => {
    const weeks = Array.from({ length: 40 }, (_, week) => (week % 10 === 3 ? 1 : 0));
    const reading = catalogued('sev01-incidents', [...weeks, ...Array(12).fill(0)]);
    // Four in 52 weeks: 6.6 / 0.077 = 86 weeks; quiet since week 33.
    expect(reading.engine?.quiet).toEqual({ now: 18, needed: 86 });
    expect(reading.engine?.words).toContain(
      '18 weeks without one; 68 more would tell that they became rarer.',
    );
    expect(reading.state).toBe('routine');
  });
});
