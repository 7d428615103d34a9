import { describe, expect, it } from 'vitest';
import { DAY_MS } from '#shared/day.ts';
import { noRecords } from '#shared/series/records/merge-records.ts';
import type { LaunchRecord } from '#shared/series/records/record.ts';
import type { Series } from '#shared/series/series.ts';
import { aiSpendUpDeliveryFlat } from '#shared/signals/cross-checks/ai-spend-up-delivery-flat.ts';
import { deliveryUpAdoptionFlat } from '#shared/signals/cross-checks/delivery-up-adoption-flat.ts';
import { spendPastBudget } from '#shared/signals/cross-checks/spend-past-budget.ts';
import { spendWillPassBudget } from '#shared/signals/cross-checks/spend-will-pass-budget.ts';
import { strongMetricsWeakPractices } from '#shared/signals/cross-checks/strong-metrics-weak-practices.ts';
import { supportSpikeAfterLaunch } from '#shared/signals/cross-checks/support-spike-after-launch.ts';
import { checkInputOf, firings, repeated, theOne, weekly } from '#tests/support/checks.ts';
import { aLaunch } from '#tests/support/records.ts';
import { aSeries } from '#tests/support/series.ts';

/** AI cost by the day from 1 October 2026: so much a day in October, so much on each of the first days of November. */
function aiCost(october: number, november: number, days = 15): Series {
  const values = [...repeated(october, 31), ...repeated(november, days)];
  return aSeries({
    metric: 'llm-cost',
    metricName: 'AI and LLM cost',
    entity: 'organization',
    unit: 'USD',
    grain: 'day',
    aggregation: 'sum',
    values,
    starts: values.map((_, day) => Date.UTC(2026, 9, 1) + day * DAY_MS),
  });
}

const PLAN = aSeries({
  metric: 'own:AI plan',
  metricName: 'AI plan',
  entity: 'organization',
  unit: 'USD',
  grain: 'month',
  values: [32_000, 32_000],
  starts: [Date.UTC(2026, 9, 1), Date.UTC(2026, 10, 1)],
});

const spend = (cost: Series, asOf = '2026-11-18') => checkInputOf({ asOf, series: [], stored: [cost, PLAN] });

describe('spend past budget', () => {
  it('fires where the month before closed over its budget', () => {
    // 31 days of 1,033 are 32,023 of 32,000; 31 of 1,032 are 31,992.
    expect(theOne(spendPastBudget(spend(aiCost(1033, 500)))).text).toContain(
      'October 2026 closed at $32.0 k of $32 k',
    );
    expect(firings(spendPastBudget(spend(aiCost(1032, 500))))).toBe(0);
  });

  it('fires where two weeks running stand a tenth over the plan to date', () => {
    // The plan is 1,066.67 a day: 1,174 a day are 10.06 % over it, 1,173 are 9.97 %.
    expect(theOne(spendPastBudget(spend(aiCost(900, 1174)))).text).toContain('10 % over the plan to date');
    expect(firings(spendPastBudget(spend(aiCost(900, 1173))))).toBe(0);
  });

  it('says what is missing', () => {
    const alone = checkInputOf({ asOf: '2026-11-18', series: [], stored: [aiCost(900, 900)] });
    expect(firings(spendPastBudget(alone))).toBe('no spend has a budget by the month beside it');
  });
});

describe('spend that will pass its budget', () => {
  it('fires where the rate of four weeks leads past it', () => {
    // 28 days up to 15 November at 1,100: 16,500 spent and 16,500 to come, 33,000 of 32,000.
    const found = theOne(spendWillPassBudget(spend(aiCost(1100, 1100))));
    expect(found.text).toContain('November 2026 ends at $33 k');
    expect(found.text).toContain('the budget is gone on 29 November');
    expect(firings(spendWillPassBudget(spend(aiCost(1060, 1060))))).toBe(0); // 31,800
  });

  it('waits for a week of the month', () => {
    expect(firings(spendWillPassBudget(spend(aiCost(1100, 1100, 6), '2026-11-07')))).toBe(0);
    expect(firings(spendWillPassBudget(spend(aiCost(1100, 1100, 7), '2026-11-08')))).toBe(1);
  });

  it('is not told again where it is past already', () => {
    expect(firings(spendWillPassBudget(spend(aiCost(1100, 2500))))).toBe(0);
  });
});

describe('AI spend up, delivery flat', () => {
  const wobble = [0, 3, -2, 4, -4, 1, -3, 2];
  const deployments = (recent: number) =>
    weekly(
      'deployment-frequency',
      'organization',
      Array.from({ length: 34 }, (_, week) => (week < 26 ? 100 : recent) + (wobble[week % 8] as number)),
    );
  const cost = (recent: number) =>
    weekly('llm-cost', 'organization', [...repeated(1000, 26), ...repeated(recent, 8)]);

  it('fires at half as much again', () => {
    expect(firings(aiSpendUpDeliveryFlat(checkInputOf({ series: [cost(1500), deployments(100)] })))).toBe(1);
    expect(firings(aiSpendUpDeliveryFlat(checkInputOf({ series: [cost(1490), deployments(100)] })))).toBe(0);
  });

  it('is quiet where deployments are better than they were', () => {
    expect(firings(aiSpendUpDeliveryFlat(checkInputOf({ series: [cost(1500), deployments(150)] })))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(aiSpendUpDeliveryFlat(checkInputOf({ series: [cost(1500)] })))).toBe(
      'neither deployments nor lead time are imported',
    );
    expect(firings(aiSpendUpDeliveryFlat(checkInputOf({ series: [deployments(100)] })))).toBe(
      'no AI cost is imported',
    );
  });
});

describe('more shipped, no more used', () => {
  const flat = [0.06, 0.054, 0.051].map((adopted30, index) =>
    aLaunch(`launch ${index}`, `2026-0${index + 2}-01`, { adopted30 }),
  );
  /** 100 a week, then 12 weeks of so many: the newest begins on 3 August 2026. */
  const check = (recent: number, launches: readonly LaunchRecord[]) =>
    deliveryUpAdoptionFlat(
      checkInputOf({
        series: [
          weekly('deployment-frequency', 'organization', [...repeated(100, 26), ...repeated(recent, 12)]),
        ],
        records: { ...noRecords, launches },
      }),
    );

  it('fires where shipping rose and adoption did not', () => {
    // 2,600 in 26 weeks and 1,440 in 12: 1.2 (1.12 to 1.28).
    expect(theOne(check(120, flat)).text).toBe(
      'Shipping rose 1.20 times while adoption at 30 days stayed at 5.5 % (5.1 % to 6 %). The loss is in landing, not in shipping.',
    );
  });

  it('is quiet where shipping may be as before', () => {
    // 1,260 in 12: 1.05 (0.98 to 1.12).
    expect(firings(check(105, flat))).toBe(0);
  });

  it('is quiet where adoption surely rises, unless most missed what was hoped for', () => {
    const rising = (target90: number | null) =>
      [0.02, 0.041, 0.06, 0.079].map((adopted30, index) =>
        aLaunch(`launch ${index}`, new Date(Date.UTC(2026, 1, 1) + index * 30 * DAY_MS).toISOString(), {
          adopted30,
          target90,
        }),
      );
    expect(firings(check(120, rising(null)))).toBe(0);
    expect(firings(check(120, rising(0.07)))).toBe(1);
    expect(firings(check(120, rising(0.05)))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(check(120, flat.slice(1)))).toMatch(/^it needs 3 launches .* there are 2$/);
  });
});

describe('support load after a launch', () => {
  const check = (launches: readonly LaunchRecord[]) =>
    supportSpikeAfterLaunch(
      checkInputOf({ asOf: '2026-11-18', series: [], records: { ...noRecords, launches } }),
    );
  const launched = (tickets: number, parts: Partial<LaunchRecord> = {}) =>
    aLaunch('Saved carts', '2026-10-01', { tickets, usualTickets: 100, ...parts });

  it('fires where the first fortnight surely brought more', () => {
    // 100 in 14 days are 400 in 56: 124 are 1.24 times (1.005 to 1.52), 122 are 1.22 times (0.99 to 1.50).
    expect(theOne(check([launched(124)])).text).toContain('124 tickets in 14 days, 1.24 times the usual');
    expect(firings(check([launched(122)]))).toBe(0);
  });

  it('takes four earlier launches of its tier as the measure', () => {
    const earlier = [100, 110, 90, 100].map((tickets, index) =>
      aLaunch(`${index}`, `2026-0${index + 1}-01`, { tickets }),
    );
    // 100 on average, as unruly as chance: 100 + 3 x 10.
    expect(firings(check([...earlier, launched(131)]))).toBe(1);
    expect(firings(check([...earlier, launched(130)]))).toBe(0);
  });

  it('speaks of it until the adoption at 90 days is read', () => {
    expect(firings(check([launched(300, { atMs: Date.UTC(2026, 7, 1) })]))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(check([]))).toBe('no launches, one row each, are imported');
    expect(firings(check([aLaunch('Saved carts', '2026-10-01')]))).toBe(
      'no launch has its tickets of the first 14 days',
    );
  });
});

describe('strong numbers on weak practices', () => {
  const check = (deliveryMetrics: number, deliveryPractices: number, on = '2026-09-09') =>
    strongMetricsWeakPractices(
      checkInputOf({
        asOf: '2026-11-18',
        series: [],
        assessments: [{ on, deliveryMetrics, deliveryPractices }],
      }),
    );

  it('fires at 3.5 on 2.4', () => {
    expect(theOne(check(3.5, 2.4)).text).toContain('level 3.5 on practices at level 2.4');
    expect(firings(check(3.4, 2.4))).toBe(0);
    expect(firings(check(3.5, 2.5))).toBe(0);
  });

  it('does not rest on an old assessment, and says what is missing', () => {
    expect(firings(check(4, 2, '2026-07-20'))).toBe('the newest assessment is older than 120 days');
    expect(firings(strongMetricsWeakPractices(checkInputOf({ asOf: '2026-11-18', series: [] })))).toBe(
      'no assessment is on record',
    );
  });
});
