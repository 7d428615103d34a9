import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile } from '#shared/signals/distributions/beta.ts';
import { binomialCdf, binomialQuantile } from '#shared/signals/distributions/binomial.ts';
import {
  binomialDeviate,
  hypergeometricDeviate,
  poissonDeviate,
} from '#shared/signals/distributions/discrete.ts';
import {
  fisherCdf,
  fisherQuantile,
  fisherTail,
  waitingDeviate,
} from '#shared/signals/distributions/fisher.ts';
import { chiSquareQuantile, chiSquareTail, gammaCdf } from '#shared/signals/distributions/gamma.ts';
import { hypergeometricCdf, hypergeometricQuantile } from '#shared/signals/distributions/hypergeometric.ts';
import { normalCdf, normalQuantile, normalTail, tailQuantile } from '#shared/signals/distributions/normal.ts';
import { poissonCdf, poissonInterval, poissonQuantile } from '#shared/signals/distributions/poisson.ts';
import {
  studentCdf,
  studentDeviate,
  studentQuantile,
  studentTail,
} from '#shared/signals/distributions/student.ts';
import { REFERENCE } from './reference.ts';

function relativeError(actual: number, expected: number): number {
  return Math.abs(actual - expected) / Math.abs(expected);
}

describe('distribution functions', () => {
  it.each(REFERENCE.normalTail)('normal tail beyond %d is %d', (z, expected) => {
    expect(relativeError(normalTail(z), expected)).toBeLessThan(1e-12);
    expect(normalCdf(-z)).toBe(normalTail(z));
  });

  it.each(REFERENCE.studentTail)('t tail beyond %d with %i df is %d', (t, df, expected) => {
    expect(relativeError(studentTail(t, df), expected)).toBeLessThan(1e-12);
    expect(studentCdf(-t, df)).toBe(studentTail(t, df));
    expect(studentCdf(t, df)).toBeCloseTo(1 - expected, 14);
  });

  it.each(REFERENCE.studentDeviate)(
    't of %d with %i df lies as far out as a normal %d',
    (t, df, expected) => {
      expect(relativeError(studentDeviate(t, df), expected)).toBeLessThan(1e-9);
      expect(studentDeviate(-t, df)).toBe(-studentDeviate(t, df));
    },
  );

  it.each(REFERENCE.fisherCdf)('F up to %d with %i and %i df is %d', (x, over, under, expected) => {
    expect(relativeError(fisherCdf(x, over, under), expected)).toBeLessThan(1e-12);
  });

  it.each(REFERENCE.binomialCdf)('binomial up to %i of %i at %d is %d', (x, n, p, expected) => {
    expect(relativeError(binomialCdf(x, n, p), expected)).toBeLessThan(1e-12);
  });

  it.each(REFERENCE.hypergeometricCdf)(
    'hypergeometric up to %i, %i marked of %i, %i drawn, is %d',
    (x, marked, all, draws, expected) => {
      expect(relativeError(hypergeometricCdf(x, marked, all, draws), expected)).toBeLessThan(1e-12);
    },
  );

  it.each(REFERENCE.poissonCdf)('Poisson up to %i at %d is %d', (x, mean, expected) => {
    expect(relativeError(poissonCdf(x, mean), expected)).toBeLessThan(1e-12);
  });

  it.each(REFERENCE.chiSquareTail)('chi squared beyond %d with %i df is %d', (x, df, expected) => {
    expect(relativeError(chiSquareTail(x, df), expected)).toBeLessThan(1e-12);
  });
});

describe('quantiles', () => {
  it.each([1e-12, 0.00135, 0.025, 0.2, 0.5, 0.8, 0.975, 0.99865])('undo their functions at %d', (p) => {
    expect(relativeError(normalCdf(normalQuantile(p)), p)).toBeLessThan(1e-13);
    expect(relativeError(studentCdf(studentQuantile(p, 7), 7), p)).toBeLessThan(1e-11);
    expect(relativeError(fisherCdf(fisherQuantile(p, 4, 9), 4, 9), p)).toBeLessThan(1e-11);
    expect(relativeError(1 - chiSquareTail(chiSquareQuantile(p, 5), 5), p)).toBeLessThan(
      1e-3 * p + 1e-12 / p,
    );
    const x = betaQuantile(p, 3, 40);
    expect(relativeError(betaCdf(3, 40, x, 1 - x), p)).toBeLessThan(1e-11);
  });

  it('reach into tails of 1e-200', () => {
    expect(relativeError(normalTail(tailQuantile(1e-200)), 1e-200)).toBeLessThan(1e-10);
  });

  it('give the smallest count that reaches the probability', () => {
    for (const p of [0.00135, 0.3, 0.5, 0.99865]) {
      const count = poissonQuantile(p, 6.5);
      expect(poissonCdf(count, 6.5)).toBeGreaterThanOrEqual(p);
      expect(poissonCdf(count - 1, 6.5)).toBeLessThan(p);
      const hits = binomialQuantile(p, 40, 0.2);
      expect(binomialCdf(hits, 40, 0.2)).toBeGreaterThanOrEqual(p);
      expect(binomialCdf(hits - 1, 40, 0.2)).toBeLessThan(p);
      const drawn = hypergeometricQuantile(p, 60, 500, 50);
      expect(hypergeometricCdf(drawn, 60, 500, 50)).toBeGreaterThanOrEqual(p);
      expect(hypergeometricCdf(drawn - 1, 60, 500, 50)).toBeLessThan(p);
    }
  });

  it('give the exact limits of rare counts: alarm above two at 0.1 a week, above five at one', () => {
    const means = [0.1, 0.3, 0.5, 1, 2, 5, 10];
    expect(means.map((mean) => poissonQuantile(1 - 0.00135, mean))).toEqual([2, 3, 4, 5, 7, 13, 21]);
  });

  it('give the interval of a Poisson mean that tables print for ten events: 4.795 to 18.390', () => {
    expect(poissonInterval(10, 0.95).map((end) => end.toFixed(3))).toEqual(['4.795', '18.390']);
    expect(poissonInterval(0, 0.95)[0]).toBe(0);
  });
});

describe('deviates of counts', () => {
  it('are the normal quantile of what lies below and half of the count itself', () => {
    const midBinomial = (binomialCdf(6, 60, 0.15) + binomialCdf(7, 60, 0.15)) / 2;
    expect(binomialDeviate(7, 60, 0.15)).toBeCloseTo(normalQuantile(midBinomial), 11);
    const midPoisson = (poissonCdf(1, 4.2) + poissonCdf(2, 4.2)) / 2;
    expect(poissonDeviate(2, 4.2)).toBeCloseTo(normalQuantile(midPoisson), 11);
    const midDrawn = (hypergeometricCdf(4, 30, 300, 25) + hypergeometricCdf(5, 30, 300, 25)) / 2;
    expect(hypergeometricDeviate(5, 30, 300, 25)).toBeCloseTo(normalQuantile(midDrawn), 11);
  });

  it('tell a waiting time by F with two degrees of freedom over twice the earlier ones', () => {
    expect(waitingDeviate(3.5, 25)).toBeCloseTo(-normalQuantile(fisherTail(3.5, 2, 50)), 11);
    expect(waitingDeviate(0.1, 10)).toBeCloseTo(normalQuantile(fisherCdf(0.1, 2, 20)), 11);
  });

  it('agree with the series of the gamma function where both are summed', () => {
    expect(poissonCdf(3, 2.2)).toBeCloseTo(1 - gammaCdf(4, 2.2), 14);
  });
});
