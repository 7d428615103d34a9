import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { budgetState, worstState } from '#shared/signals/slo/budget-policy.ts';
import {
  BURN_WINDOWS,
  budgetUsed,
  burnAlerts,
  burnRate,
  burnThreshold,
  hoursToExhaust,
} from '#shared/signals/slo/burn-rate.ts';
import { allowanceOf, allowedMinutes } from '#shared/signals/slo/objective.ts';
import { readSlo } from '#shared/signals/slo/slo-reading.ts';
import { budgetSentence, burnSentence, toStanding } from '#shared/signals/slo/standing.ts';
import { weeklyRate } from '#tests/support/checks.ts';

const reference = path.resolve(
  import.meta.dirname,
  '../../../../../../shared/data/signals/reference/slo.json',
);

/** Good and all events of weeks, and the Wednesday after `n` weeks from 2025-11-17. */
function anSlo(weeks: readonly (readonly [bad: number, total: number])[]) {
  const denominators = weeks.map(([, total]) => total);
  return weeklyRate('slo-attainment', 'cart', {
    numerators: weeks.map(([bad, total]) => total - bad),
    denominators,
  });
}

describe('an objective', () => {
  it.each([
    [0.999, 1, 1000],
    [0.995, 5, 1000],
    [0.9999, 1, 10_000],
    [0.99, 1, 100],
    [0.9, 1, 10],
    [99.95, 5, 10_000],
    [95, 5, 100],
  ])('of %f allows %i of %i, in whole numbers', (objective, bad, of) => {
    expect(allowanceOf(objective)).toEqual({ bad, of });
  });

  it('of everything or nothing allows nothing to reckon with', () => {
    expect([allowanceOf(1), allowanceOf(0), allowanceOf(100)]).toEqual([null, null, null]);
  });
});

describe('burn', () => {
  const allowance = { bad: 1, of: 1000 };

  it('is what failed over what may fail, exact where floating point is not', () => {
    expect(burnRate({ bad: 3, total: 1000 }, allowance)).toBe(3);
    expect(burnRate({ bad: 0, total: 0 }, allowance)).toBeNaN();
    expect(budgetUsed(4, 7, 28)).toBe(1);
  });

  // signals.md 10: 28 days, and the custom windows of seven days.
  it.each([
    [0.02, 28, 1, 13.44],
    [0.05, 28, 6, 5.6],
    [0.1, 28, 24, 2.8],
    [0.1, 28, 72, 0.9333],
    [0.08, 7, 1, 13.44],
    [0.125, 7, 6, 3.5],
    [0.2, 7, 24, 1.4],
    [0.42, 7, 72, 0.98],
  ])('of %f of the budget of %i days within %i h is %f', (b, days, hours, expected) => {
    expect(burnThreshold(b, days, hours)).toBeCloseTo(expected, 4);
  });

  it('alerts where both windows burn, and leaves out windows shorter than the data', () => {
    const days = [
      [0, 1000],
      [5, 1000],
      [4, 1000],
    ].map(([bad = 0, total = 0]) => ({ bad, total }));
    const alerts = burnAlerts(days, 24, { allowance, windowDays: 30 });
    // The newest day burns 4, over 3 a day; three days burn 9/3 = 3, over 1.
    expect(alerts.map(({ longHours, burn, isBurning }) => [longHours, burn, isBurning])).toEqual([
      [24, 4, true],
      [72, 3, true],
    ]);
    const calm = [...days, { bad: 0, total: 1000 }];
    expect(burnAlerts(calm, 24, { allowance, windowDays: 30 }).map(({ isBurning }) => isBurning)).toEqual([
      false,
      false,
    ]);
  });
});

describe.skipIf(!existsSync(reference))(
  'the reference for budgets (skipped where the collection is not beside)',
  () => {
    const { burn, downtime_minutes_30d, error_budget_real } = existsSync(reference)
      ? JSON.parse(readFileSync(reference, 'utf8'))
      : { burn: [], downtime_minutes_30d: {}, error_budget_real: [] };

    it('has our thresholds and times to exhaustion', () => {
      const alerts = burn[0].alerts.map((alert: Record<string, number>) => [
        alert['burn_rate'],
        alert['hours_to_exhaust'],
      ]);
      const ours = BURN_WINDOWS.map(({ budget, longHours }) => {
        const threshold = burnThreshold(budget, burn[0].period_days, longHours);
        return [threshold, hoursToExhaust(threshold, burn[0].period_days)];
      });
      expect(ours).toHaveLength(alerts.length);
      for (const [index, [threshold, hours]] of ours.entries()) {
        expect(threshold).toBeCloseTo(alerts[index][0], 10);
        expect(hours).toBeCloseTo(alerts[index][1], 9);
      }
    });

    it('has our minutes of outage', () => {
      for (const [objective, minutes] of Object.entries(downtime_minutes_30d)) {
        const allowance = allowanceOf(Number(objective));
        expect(allowance && allowedMinutes(allowance, 30)).toBeCloseTo(Number(minutes), 10);
      }
    });

    it('has our burn for every period of the real series', () => {
      let compared = 0;
      for (const { objective, per_period } of error_budget_real) {
        const allowance = allowanceOf(objective);
        for (const { sli, budget_events, burn_rate } of per_period) {
          if (allowance === null || sli === null) continue;
          const total = Math.round((budget_events * allowance.of) / allowance.bad);
          const bad = Math.round(total * (1 - sli));
          expect(burnRate({ bad, total }, allowance) / burn_rate).toBeCloseTo(1, 9);
          compared += 1;
        }
      }
      expect(compared).toBeGreaterThan(30);
    });
  },
);

describe('the state of a budget', () => {
  it.each([
    [0.51, 0, 'healthy'],
    [0.5, 0, 'watch'],
    [0.9, 2, 'watch'],
    [0.25, 0, 'warning'],
    [0.9, 4, 'warning'],
    [0, 0, 'spent'],
    [-0.2, 9, 'spent'],
  ])('with %f left and %i weeks burning is %s', (left, weeks, state) => {
    expect(budgetState(left, weeks)).toBe(state);
  });

  it('is an exception where somebody granted one', () => {
    const granted = { grantedBy: 'ruth', what: 'the peak sale', until: '2026-12-01' };
    expect(budgetState(-0.2, 5, granted)).toBe('exception');
    expect(budgetState(0.8, 0, granted)).toBe('healthy');
  });

  it('of a service is the worst of its SLOs', () => {
    expect(worstState(['healthy', 'warning', 'watch'])).toBe('warning');
    expect(worstState([])).toBeNull();
  });
});

describe('an SLO on a day', () => {
  const weeks = [
    [0, 10_000],
    [5, 10_000],
    [10, 10_000],
    [20, 10_000],
    [12, 10_000],
  ] as const;

  it('has attainment, budget and burn of the four weeks that stand for thirty days', () => {
    const reading = readSlo(anSlo(weeks), 0.999, { asOf: '2025-12-24' });
    // 47 of 40,000 failed where 40 may: -17.5 % left; the newest week failed 12 where 10 may.
    expect(reading?.attainment).toBe(1 - 47 / 40_000);
    expect(reading?.left).toBeCloseTo(-0.175, 12);
    expect(reading?.fastBurn).toBe(1.2);
    expect(reading?.slowBurn).toBe(1.175);
    expect(reading?.weeksBurning).toBe(2);
    expect(reading?.state).toBe('spent');
    expect(reading?.exhaustedOn).toBeNull();
  });

  it('says when the rest is gone at the newest rate', () => {
    const calm = [...Array.from({ length: 4 }, () => [2, 10_000] as const), [20, 10_000] as const];
    const reading = readSlo(anSlo(calm), 0.999, { asOf: '2025-12-24' });
    // 26 of 40 used; 35 % of 30 days at a burn of 2 is 5.25 days.
    expect(reading?.left).toBeCloseTo(0.35, 12);
    expect(reading?.state).toBe('watch');
    expect(reading?.exhaustedOn).toBe('2025-12-29');
  });

  it('leaves out the week that is not over, and is unknown without counts', () => {
    expect(readSlo(anSlo(weeks), 0.999, { asOf: '2025-12-17' })?.weeks).toHaveLength(4);
    expect(readSlo({ ...anSlo(weeks), numerators: null }, 0.999, { asOf: '2025-12-24' })).toBeNull();
  });

  it('says where so little happens that one failure is the whole budget', () => {
    const rare = readSlo(
      anSlo([
        [0, 200],
        [0, 200],
        [1, 200],
        [0, 200],
      ]),
      0.999,
      { asOf: '2025-12-17' },
    );
    expect(rare?.isLowTraffic).toBe(true);
    expect(readSlo(anSlo(weeks), 0.999, { asOf: '2025-12-24' })?.isLowTraffic).toBe(false);
  });
});

describe('an SLO in words', () => {
  const said = (weeks: readonly (readonly [number, number])[], objective: number) => {
    const reading = readSlo(anSlo(weeks), objective, { asOf: '2025-12-17' });
    if (reading === null) throw new Error('Nothing was read');
    const standing = toStanding('slo-attainment|cart', 'cart', reading);
    return [budgetSentence(standing), burnSentence(standing)].map((text) => text.replaceAll('\u00a0', ' '));
  };
  const week = (bad: number, total = 10_000) => [bad, total] as const;

  it('says what is left, how fast it goes and what the policy asks', () => {
    // 26 of 40 failed; 20 where 10 may in the newest week: 35 % of 30 days at a burn of 2 are five days.
    expect(said([week(2), week(2), week(2), week(20)], 0.999)).toEqual([
      '99.94 % over 4 weeks against 99.90 %: the error budget is to be watched, 35 % of it is left.',
      'It burns at 2.0 this week and 0.7 over the window; at 1 it lasts exactly. At this rate it is gone on 22 December. Reliability work is first in the team’s queue; risky changes need a second look.',
    ]);
  });

  it('says that it is spent, and that a percentage says little where little happens', () => {
    expect(said([week(10), week(10), week(11), week(11)], 0.999)[0]).toBe(
      '99.895 % over 4 weeks against 99.900 %: the error budget is spent, overspent by 5 %.',
    );
    expect(said([week(0, 200), week(0, 200), week(1, 200), week(0, 200)], 0.999)[0]).toContain(
      'one failure spends the whole budget',
    );
  });
});
