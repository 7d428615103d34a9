import { describe, expect, it } from 'vitest';
import { runsTest } from '#shared/signals/control-charts/runs-test.ts';
import { binomialQuantile } from '#shared/signals/distributions/binomial.ts';

/** The same quantile in whole numbers: the smallest k with C(n, 0) + ... + C(n, k) at least a twentieth of 2^n. */
function exactQuantile(tosses: number): number {
  let ways = 1n;
  let sum = 1n;
  let heads = 0n;
  const n = BigInt(tosses);
  while (20n * sum < 2n ** n) {
    ways = (ways * (n - heads)) / (heads + 1n);
    heads++;
    sum += ways;
  }
  return Number(heads);
}

function test(values: readonly number[], centre: number) {
  return runsTest(Float64Array.from(values), new Float64Array(values.length).fill(centre), {
    from: 0,
    to: values.length,
  });
}

describe('the lower 5 % of tosses of a coin', () => {
  it('agrees with whole numbers for every length up to 400 and for long ones', () => {
    const lengths = [...Array.from({ length: 401 }, (_, tosses) => tosses), 1500, 5000];
    expect(lengths.map((tosses) => binomialQuantile(0.05, tosses, 0.5))).toEqual(lengths.map(exactQuantile));
  });
});

describe('the runs test', () => {
  it('counts runs and crossings and leaves points on the centre out', () => {
    const found = test([1, 1, 0, 1, -1, 0, -1, 1], 0);
    expect(found).toMatchObject({ useful: 6, longestRun: 3, crossings: 2, longest: { from: 0, to: 4 } });
  });

  it('goes on over missing points', () => {
    expect(test([1, Number.NaN, 1, 1], 0)).toMatchObject({ useful: 3, longestRun: 3 });
  });

  it('is shifted by a run of nine in twelve points', () => {
    // round(log2 12) + 3 = 7
    expect(test([1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1, -1], 0)).toMatchObject({
      longestRunMax: 7,
      isShifted: true,
    });
    expect(test([1, -1, 1, 1, -1, 1, -1, 1, -1, -1, 1, -1], 0)).toMatchObject({ isShifted: false });
  });

  it('says nothing where every point is on the centre, or a bit beside it', () => {
    expect(test([5, 5, 5, 5], 5)).toBeNull();
    expect(test(Array(12).fill(0.1 + 0.2), 0.3)).toBeNull();
  });
});
