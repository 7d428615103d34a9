import { describe, expect, it } from 'vitest';
import { DAY_MS, WEEK_MS } from '#shared/day.ts';
import { adjustForSeason, seasonSentence } from '#shared/signals/season/adjust.ts';
import { findSeason } from '#shared/signals/season/find-season.ts';
import { leastSquares } from '#shared/signals/season/least-squares.ts';
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

const year = (at: number): number => Math.sin((2 * Math.PI * at) / 52.18);

describe('the day of the week', () => {
  const weekend = (at: number, noise: number): number => 20 + noise - (at % 7 > 4 ? 9 : 0);

  it('is taken out of five weeks of days and more, each day judged against its own weekday', () => {
    const { values, season, note } = adjustForSeason(made(35, weekend), periods(35, DAY_MS));
    expect(season?.kind).toBe('weekday');
    expect(Math.max(...values) - Math.min(...values)).toBeLessThan(7);
    expect(note?.replaceAll('\u00a0', ' ')).toMatch(
      /^The day of the week explains \d\d % of the ups and downs, so each day is judged against its own weekday\.$/,
    );
  });

  it('is not told from four weeks', () => {
    expect(findSeason(made(34, weekend), periods(34, DAY_MS))).toBeNull();
  });

  it('leaves the level and missing values where they are', () => {
    const raw = made(70, weekend);
    raw[12] = Number.NaN;
    const { values } = adjustForSeason(raw, periods(70, DAY_MS));
    const mean = (all: Float64Array): number => {
      const known = all.filter((value) => !Number.isNaN(value));
      return known.reduce((sum, value) => sum + value, 0) / known.length;
    };
    expect(values[12]).toBeNaN();
    expect(mean(values)).toBeCloseTo(mean(raw), 9);
  });

  it('leaves a shift to be seen', () => {
    const shifted = made(84, (at, noise) => weekend(at, noise) + (at >= 56 ? 15 : 0));
    const { values } = adjustForSeason(shifted, periods(84, DAY_MS));
    const early = values.subarray(0, 56).reduce((sum, value) => sum + value, 0) / 56;
    const late = values.subarray(56).reduce((sum, value) => sum + value, 0) / 28;
    expect(late - early).toBeGreaterThan(13);
  });
});

describe('the time of the year', () => {
  it('is taken out of two years of weeks', () => {
    const { values, season } = adjustForSeason(
      made(110, (at, noise) => 50 + 4 * year(at) + noise),
      periods(110, WEEK_MS),
    );
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
    const { values } = adjustForSeason(shifted, periods(156, WEEK_MS));
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

  it('says so where it is only pointed at', () => {
    const season = { kind: 'annual' as const, explains: 0.43, effect: new Float64Array() };
    expect(seasonSentence(season, false).replaceAll('\u00a0', ' ')).toBe(
      'The time of year explains 43 % of the ups and downs; it is left in what is judged.',
    );
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
