import { describe, expect, it } from 'vitest';
import { DAY_MS, WEEK_MS } from '#shared/day.ts';
import { suggestedLevels } from '#shared/signals/change-points/suggested-levels.ts';
import { movedSince } from '#shared/signals/did-it-move/reading-moved.ts';
import { seasonWords, without } from '#shared/signals/season/adjust.ts';
import { findSeason, type Periods } from '#shared/signals/season/find-season.ts';
import { leastSquares } from '#shared/signals/season/least-squares.ts';
import { catalogued, read } from '#tests/support/judged.ts';
import { seeded } from '#tests/support/seeded.ts';

const MONDAY = Date.UTC(2023, 0, 2);

function periods(n: number, step: number) {
  const starts = Float64Array.from({ length: n }, (_, at) => MONDAY + at * step);
  return { starts, grain: step === DAY_MS ? ('day' as const) : ('week' as const) };
}

function made(n: number, value: (at: number, noise: number) => number, seed = 1): Float64Array {
  const { normal } = seeded(seed);
  return Float64Array.from({ length: n }, (_, at) => value(at, normal()));
}

function adjusted(values: Float64Array, when: Periods): Float64Array {
  const season = findSeason(values, when);
  if (season === null) throw new Error('no season was found');
  return without(values, season);
}

const year = (at: number): number => Math.sin((2 * Math.PI * at) / 52.18);

describe('the day of the week', () => {
  const weekend = (at: number, noise: number): number => 20 + noise - (at % 7 > 4 ? 9 : 0);

  it('is taken out of five weeks of days', () => {
    expect(findSeason(made(35, weekend), periods(35, DAY_MS))?.kind).toBe('weekday');
    const values = adjusted(made(35, weekend), periods(35, DAY_MS));
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(7);
  });

  it('is not told from four weeks', () => {
    expect(findSeason(made(34, weekend), periods(34, DAY_MS))).toBeNull();
  });

  it('leaves the level and missing values where they are', () => {
    const raw = made(70, weekend);
    raw[12] = Number.NaN;
    const values = adjusted(raw, periods(70, DAY_MS));
    const mean = (all: Float64Array): number => {
      const known = all.filter((value) => !Number.isNaN(value));
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    expect(values[12]).toBeNaN();
    expect(mean(values)).toBeCloseTo(mean(raw), 9);
  });

  it('leaves a shift to be seen', () => {
    const shifted = made(84, (at, noise) => weekend(at, noise) + (at >= 56 ? 15 : 0));
    const values = adjusted(shifted, periods(84, DAY_MS));
    const early = values.subarray(0, 56).reduce((sum, value) => sum + value, 0) / 56;
    const late = values.subarray(56).reduce((sum, value) => sum + value, 0) / 28;
    expect(late - early).toBeGreaterThan(13);
  });
});

describe('the time of the year', () => {
  it('is taken out of two years of weeks', () => {
    const raw = made(110, (at, noise) => 50 + 4 * year(at) + noise);
    const season = findSeason(raw, periods(110, WEEK_MS));
    const values = adjusted(raw, periods(110, WEEK_MS));
    expect(season?.kind).toBe('annual');
    expect(season?.explains).toBeGreaterThan(0.7);
    const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - 50) ** 2, 0) / 110);
    expect(spread).toBeLessThan(1.3);
  });

  it('is not told from less than two years', () => {
    expect(
      findSeason(
        made(100, (at, noise) => 4 * year(at) + noise),
        periods(100, WEEK_MS),
      ),
    ).toBeNull();
  });

  it('leaves a shift in the last months to be seen', () => {
    const shifted = made(156, (at, noise) => 3 * year(at) + noise + (at >= 140 ? 5 : 0));
    const values = adjusted(shifted, periods(156, WEEK_MS));
    const late = values.subarray(140).reduce((sum, value) => sum + value, 0) / 16;
    const early = values.subarray(0, 140).reduce((sum, value) => sum + value, 0) / 140;
    expect(late - early).toBeGreaterThan(4);
  });

  it('is hardly ever seen where there is none: noise, shifts, trends and drifting levels', () => {
    const kinds: readonly ((at: number, noise: number, round: number) => number)[] = [
      (_, noise) => noise,
      (at, noise, round) => noise + (at > 15 + round ? 4 : 0),
      (at, noise, round) => noise + (at > round && at < round + 40 ? 3 : 0),
      (at, noise) => noise + at * 0.05,
    ];
    for (const kind of kinds) {
      const seen = Array.from({ length: 60 }, (_, round) =>
        findSeason(
          made(104, (at, noise) => kind(at, noise, round), round),
          periods(104, WEEK_MS),
        ),
      ).filter((season) => season !== null);
      expect(seen.length).toBeLessThanOrEqual(1);
    }
    const drifting = Array.from({ length: 100 }, (_, round) => {
      let level = 0;
      const values = made(
        104,
        (_, noise) => {
          level = 0.5 * level + noise;
          return level;
        },
        round,
      );
      return findSeason(values, periods(104, WEEK_MS));
    }).filter((season) => season !== null);
    expect(drifting.length).toBeLessThanOrEqual(6);
  });

  it('is said, and what is made of it', () => {
    const season = { kind: 'annual' as const, explains: 0.43, effect: new Float64Array() };
    const words = (isTakenOut: boolean) => seasonWords({ ...season, isTakenOut }).replaceAll('\u00a0', ' ');
    expect(words(true)).toBe(
      'the time of year explains 43 % of the ups and downs, and is taken out before a value is judged',
    );
    expect(words(false)).toMatch(
      /^the time of year explains 43 % .* shares of few items are judged as they are$/,
    );
  });
});

describe('a series with a season', () => {
  const hours = [...made(130, (at, noise) => 60 + 12 * year(at) + 2 * noise)];

  it('is routine all year round, with limits that follow the year', () => {
    const reading = read(hours);
    expect(reading.state).toBe('routine');
    expect(reading.signals).toEqual([]);
    expect(reading.why).toContain('the time of year explains');
    const uppers = reading.points.map(({ upper }) => upper ?? 0);
    expect(Math.max(...uppers) - Math.min(...uppers)).toBeGreaterThan(15);
    const outside = reading.points.filter(({ rules }) => rules.includes('outside-limits'));
    expect(outside.length).toBeLessThanOrEqual(2);
  });

  it('holds no summer against a winter, nor suggests it as a new level', () => {
    const reading = read(hours);
    const summer = reading.points[112]?.period ?? '';
    expect(movedSince(reading, summer)?.move?.verdict).not.toBe('moved');
    expect(suggestedLevels(reading)).toEqual([]);
  });

  it('shows a shift that the season would have hidden', () => {
    const shifted = hours.map((value, at) => (at < 120 ? value : value + 9));
    const reading = read(shifted);
    expect(reading.signals.filter(({ ended }) => ended === undefined)).toHaveLength(1);
    expect(reading.signals.at(-1)?.onset).toBe(reading.points[120]?.period);
  });

  it('that counts something is routine too, its counts held against what is usual for the time of year', () => {
    const { poisson } = seeded(3);
    const counts = Array.from({ length: 156 }, (_, at) => poisson(30 + 20 * year(at)));
    const reading = catalogued('support-tickets', counts);
    expect(reading.why).toContain('the time of year explains');
    expect(reading.signals).toEqual([]);
    const more = catalogued(
      'support-tickets',
      counts.map((count, at) => (at < 146 ? count : Math.round(count * 1.7))),
    );
    expect(more.signals.at(-1)?.ended).toBeUndefined();
    expect(more.signals.length).toBeGreaterThan(0);
  });

  it('that tells shares of few items is only said to have one', () => {
    const { binomial } = seeded(4);
    const failed = Array.from({ length: 156 }, (_, at) => binomial(40, 0.3 + 0.2 * year(at)));
    const reading = catalogued(
      'change-fail-rate',
      failed.map((count) => count / 40),
      {},
      { unit: 'share', numerators: failed, denominators: failed.map(() => 40) },
    );
    expect(reading.why).toMatch(/the time of year explains .* left in/);
  });
});

describe('least squares', () => {
  it('find the coefficients that made the values, and give a repeated column nothing', () => {
    const n = 12;
    const one = new Float64Array(n).fill(1);
    const line = Float64Array.from({ length: n }, (_, at) => at);
    const square = line.map((at) => at * at);
    const values = line.map((at) => 3 - 2 * at + 0.5 * at * at);
    const { coefficients, residuals } = leastSquares(values, [one, line, line.slice(), square]);
    expect(coefficients[0]).toBeCloseTo(3, 8);
    expect((coefficients[1] ?? 0) + (coefficients[2] ?? 0)).toBeCloseTo(-2, 8);
    expect(coefficients[2]).toBe(0);
    expect(coefficients[3]).toBeCloseTo(0.5, 8);
    expect(Math.max(...residuals.map(Math.abs))).toBeLessThan(1e-9);
  });
});
