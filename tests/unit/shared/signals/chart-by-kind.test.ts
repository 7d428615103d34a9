import { describe, expect, it } from 'vitest';
import { catalogued } from '#tests/support/judged.ts';
import { seeded } from '#tests/support/seeded.ts';

const { binomial, poisson, normal } = seeded(11);
const WEEKS = 40;
const BASELINE = 26;

function made(value: (at: number) => number): number[] {
  return Array.from({ length: WEEKS }, (_, at) => value(at));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

describe('the chart of a share', () => {
  const sizes = made((at) => 20 + 15 * (at % 3));
  const failed = sizes.map((size) => binomial(size, 0.25));
  const shares = failed.map((count, at) => count / (sizes[at] ?? 1));
  const parts = { unit: 'share', numerators: failed, denominators: sizes };
  const reading = catalogued('change-fail-rate', shares, {}, parts);
  const mean = sum(failed.slice(0, BASELINE)) / sum(sizes.slice(0, BASELINE));

  it('is a p chart: each point has the limits of its own sample', () => {
    expect(reading.chart).toBe('p');
    expect(reading.why).toContain('a p chart');
    for (const [at, point] of reading.points.entries()) {
      const sigma = Math.sqrt((mean * (1 - mean)) / (sizes[at] ?? 1));
      expect(point.centre).toBeCloseTo(mean, 12);
      expect(point.upper).toBeCloseTo(Math.min(1, mean + 3 * sigma), 12);
      expect(point.lower).toBeCloseTo(Math.max(0, mean - 3 * sigma), 12);
    }
  });

  it('is the same in per cent', () => {
    const percents = shares.map((share) => 100 * share);
    const other = catalogued('change-fail-rate', percents, {}, { ...parts, unit: '%' });
    expect(other.chart).toBe('p');
    expect(other.points[7]?.upper).toBeCloseTo(100 * (reading.points[7]?.upper ?? 0), 9);
  });

  it('has exact limits where few cases are expected', () => {
    const few = made(() => binomial(10, 0.1));
    const rare = catalogued(
      'change-fail-rate',
      few.map((count) => count / 10),
      {},
      { unit: 'share', numerators: few, denominators: few.map(() => 10) },
    );
    expect(rare.why).toContain('once in 741 periods');
    // A limit of ten items is a tenth of a whole number of them.
    expect(((rare.points[0]?.upper ?? 0) * 10) % 1).toBeCloseTo(0, 9);
  });

  it('is left to single values where the counts are not there', () => {
    const alone = catalogued('change-fail-rate', shares, {}, { unit: 'share' });
    expect(alone.chart).toBe('xmr');
  });
});

describe('the chart of counts', () => {
  it('is a c chart where periods are equal', () => {
    const counts = made(() => poisson(3));
    const reading = catalogued('incidents', counts);
    expect(reading.chart).toBe('c');
    expect(reading.phases[0]?.centre).toBeCloseTo(sum(counts.slice(0, BASELINE)) / BASELINE, 9);
  });

  it('is a u chart under exposures', () => {
    const weeks = made((at) => 1 + (at % 2));
    const pages = weeks.map((exposure) => poisson(8 * exposure));
    const rates = pages.map((count, at) => count / (weeks[at] ?? 1));
    const parts = { numerators: pages, denominators: weeks };
    const reading = catalogued('on-call-pages', rates, {}, parts);
    const mean = sum(pages.slice(0, BASELINE)) / sum(weeks.slice(0, BASELINE));
    expect(reading.chart).toBe('u');
    expect(reading.points[0]?.upper).toBeCloseTo(mean + 3 * Math.sqrt(mean), 9);
    expect(reading.points[1]?.upper).toBeCloseTo(mean + 3 * Math.sqrt(mean / 2), 9);
  });

  it('is Laney’s where they vary by more than counting explains, with limits further out', () => {
    const weeks = made(() => 1);
    const bursts = made(() => poisson(9 * Math.exp(0.7 * normal())));
    const parts = { numerators: bursts, denominators: weeks };
    const reading = catalogued('on-call-pages', bursts, {}, parts);
    const mean = reading.phases[0]?.centre ?? 0;
    expect(reading.chart).toBe('laney-u');
    expect(reading.phases[0]?.upper).toBeGreaterThan(mean + 3.5 * Math.sqrt(mean));
  });

  it('marks what lies outside its own limits, and leaves what is not final out', () => {
    const counts = made((at) => (at === 38 ? 30 : 3));
    const reading = catalogued('incidents', counts);
    expect(reading.points[38]?.rules).toContain('outside-limits');
  });
});
