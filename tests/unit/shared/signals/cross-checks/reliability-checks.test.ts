import { describe, expect, it } from 'vitest';
import { errorBudgetSpent } from '#shared/signals/cross-checks/error-budget-spent.ts';
import { checkInputOf, firings, repeated, theOne, weeklyRate } from '#tests/support/checks.ts';

const OBJECTIVES = [{ service: 'cart', objective: 0.999 }];

/** Weeks of 10,000 requests of which so many failed: ten are the promise of 99.9 %. */
function cart(failed: readonly number[]) {
  return weeklyRate('slo-attainment', 'cart', {
    numerators: failed.map((bad) => 10_000 - bad),
    denominators: repeated(10_000, failed.length),
  });
}

describe('error budget spent', () => {
  const check = (failed: readonly number[]) =>
    errorBudgetSpent(checkInputOf({ series: [cart(failed)], objectives: OBJECTIVES }));

  it('stops the line where nothing is left', () => {
    // 41 of the 40 that may fail in four weeks.
    const found = theOne(check([2, 2, 5, 6, 10, 20]));
    expect(found.level).toBe('stop');
    expect(found.text).toContain('has nothing of its budget left (spent)');
  });

  it('is high at a quarter left, and quiet above', () => {
    expect(theOne(check([2, 2, 6, 8, 7, 9])).level).toBe('high'); // 30 of 40
    expect(firings(check([2, 2, 6, 8, 7, 8]))).toBe(0); // 29 of 40
  });

  it('fires on the fourth week that burns, not on the third, however long the window is', () => {
    const ofQuarter = (failed: readonly number[]) =>
      errorBudgetSpent(
        checkInputOf({
          series: [cart([...repeated(0, 9), ...failed])],
          objectives: [{ service: 'cart', objective: 0.999, windowDays: 90 }],
        }),
      );
    // Of the 130 that may fail in thirteen weeks 44, and 33.
    expect(theOne(ofQuarter([11, 11, 11, 11]))).toMatchObject({ level: 'normal', onset: '2026-01-19' });
    expect(firings(ofQuarter([0, 11, 11, 11]))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(errorBudgetSpent(checkInputOf({ series: [cart([1, 2])] })))).toBe(
      'no SLO has both an objective and its counts of events',
    );
  });
});
