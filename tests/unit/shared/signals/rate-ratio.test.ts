import { describe, expect, it } from 'vitest';
import { dispersionOf, rateRatio } from '#shared/signals/rates/rate-ratio.ts';
import { risingSlope } from '#shared/signals/rates/slope.ts';

const recent = (count: number, exposure = 8) => ({ count, exposure });
const earlier = (count: number, exposure = 26) => ({ count, exposure });

describe('the ratio of two rates', () => {
  // Expected limits: Clopper-Pearson by SciPy's beta quantiles, x/(1-x) times the ratio of exposures.
  it.each([
    [20, 26, 2.5, 1.3232347476603983, 4.656169776120151],
    [1000, 2600, 1.25, 1.1609236057096006, 1.3450966884862228],
    [64, 104, 2, 1.4414046222805539, 2.756736229152864],
    [0, 10, 0, 0, 1.4499080361737549],
  ])('of %i in 8 weeks and %i in 26 is %f (%f to %f)', (x, y, ratio, low, high) => {
    const found = rateRatio(recent(x), earlier(y));
    expect(found?.ratio).toBeCloseTo(ratio, 12);
    expect(found?.low).toBeCloseTo(low, 9);
    expect(found?.high).toBeCloseTo(high, 9);
  });

  it('has no upper end where nothing was counted before', () => {
    expect(rateRatio(recent(3), earlier(0))).toMatchObject({ high: Number.POSITIVE_INFINITY });
    expect(rateRatio(recent(3), earlier(0))?.low).toBeCloseTo(1.343001903850405, 9);
  });

  it('is unknown without any count or exposure', () => {
    expect(rateRatio(recent(0), earlier(0))).toBeNull();
    expect(rateRatio(recent(3, 0), earlier(4))).toBeNull();
  });

  it('is less sure by the root of the dispersion where counts are unruly, and only from 1.5 on', () => {
    const plain = rateRatio(recent(64), earlier(104));
    expect(rateRatio(recent(64), earlier(104), 1.5)).toEqual(plain);
    // 2 x (1.4414/2)^2 and 2 x (2.7567/2)^2
    const wide = rateRatio(recent(64), earlier(104), 4);
    expect(wide?.low).toBeCloseTo(1.0388, 3);
    expect(wide?.high).toBeCloseTo(3.7998, 3);
  });

  it('takes the dispersion around the rate of each stretch', () => {
    const stretch = (...counts: number[]) => counts.map((count) => ({ count, exposure: 1 }));
    // (1+1)/2 around 2 and (4+4)/8 around 8, over 2 degrees of freedom: (1 + 1) / 2
    expect(dispersionOf([stretch(1, 3), stretch(6, 10)])).toBeCloseTo(1, 12);
  });
});

describe('a rising slope', () => {
  it('is sure on a straight line and unknown of three points', () => {
    expect(risingSlope([1, 2, 3, 4])).toEqual({ slope: 1, p: 0, n: 4 });
    expect(risingSlope([1, 2, 3])).toBeNull();
  });

  it('is no news on a falling or a flat line', () => {
    expect(risingSlope([4, 3, 2, 1])?.p).toBe(1);
    expect(risingSlope([3, 1, 3, 1, 3, 1, 3, 1])?.p).toBeGreaterThan(0.5);
  });
});
