import { describe, expect, it } from 'vitest';
import { catalogued } from '#tests/support/judged.ts';
import { seeded } from '#tests/support/seeded.ts';

/** Levels that change by `step` a week, and a little more or less. */
function stock(weeks: number, step: (week: number) => number): readonly number[] {
  const random = seeded(8);
  let level = 200;
  return Array.from({ length: weeks }, (_, week) => {
    level += step(week) + Math.round(2 * random.normal());
    return level;
  });
}

describe('a stock', () => {
  it('is judged by what it changes, never by its level, which always drifts', () => {
    const reading = catalogued(
      'work-in-progress',
      stock(52, () => 1),
    );
    expect(reading.phases).toEqual([]);
    expect(reading.state).toBe('routine');
    expect(reading.signals).toEqual([]);
    expect(reading.why).toContain('a stock by what it changes');
  });

  it('says so when it grows faster than it did', () => {
    const reading = catalogued(
      'work-in-progress',
      stock(52, (week) => (week >= 44 ? 9 : 0)),
    );
    expect(reading.state).toBe('worse');
    expect(reading.signals.at(-1)).toMatchObject({ alarm: 'shift', direction: 'worse', onset: '2026-09-21' });
    expect(reading.sentence).toMatch(
      /^Payments, change per week in work in progress: on average .* over the eight weeks since 21 September, .* before\./,
    );
    expect(reading.points.some(({ alarm }) => alarm === 'shift')).toBe(true);
  });

  it('past its promise speaks of the promise, once', () => {
    const reading = catalogued('orphaned-assets', [...Array(40).fill(0), 0, 2, 5, 9, 14]);
    expect(reading.state).toBe('worse');
    expect(reading.sentence).toContain('past its target of at most 0');
  });

  it('that hardly ever changes is not called anything for changing once', () => {
    expect(catalogued('services-without-runbook', [...Array(30).fill(7), 8, 8, 8, 8]).state).toBe('routine');
  });
});
