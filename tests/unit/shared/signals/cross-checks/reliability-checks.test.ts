import { describe, expect, it } from 'vitest';
import { noRecords } from '#shared/series/records/merge-records.ts';
import type { IncidentRecord } from '#shared/series/records/record.ts';
import { acceptedRiskExpired } from '#shared/signals/cross-checks/accepted-risk-expired.ts';
import { allPassSystemWorse } from '#shared/signals/cross-checks/all-pass-system-worse.ts';
import { breachWithoutIncident } from '#shared/signals/cross-checks/breach-without-incident.ts';
import { errorBudgetSpent } from '#shared/signals/cross-checks/error-budget-spent.ts';
import { greenSloWithIncident } from '#shared/signals/cross-checks/green-slo-with-incident.ts';
import { postMortemOverdue } from '#shared/signals/cross-checks/post-mortem-overdue.ts';
import { checkInputOf, firings, repeated, theOne, weekly, weeklyRate } from '#tests/support/checks.ts';
import { anIncident, onRecord } from '#tests/support/records.ts';

const AS_OF = '2026-11-18';
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

/** A year of two failures a week up to Sunday 15 November 2026, the newest weeks as given. */
function yearOf(newest: readonly number[]) {
  return cart([...repeated(2, 52 - newest.length), ...newest]);
}

describe('a green SLO beside an outage', () => {
  const check = (inThatWeek: number, incident: Partial<IncidentRecord> = {}) =>
    greenSloWithIncident(
      checkInputOf({
        asOf: AS_OF,
        series: [yearOf([inThatWeek, 2])],
        objectives: OBJECTIVES,
        records: { ...noRecords, incidents: [anIncident(incident)] },
      }),
    );

  // An hour of total outage at 99.9 % over thirty days: 60 / 43,200 x 1,000 = 139 % of the budget.
  // A week of k failures of 10,000 uses k / 10 x 7 / 30 of it; half of 139 % is 29.8 failures.
  it('fires where the SLO lost less than half of what the incident should have cost', () => {
    const found = theOne(check(29));
    expect(found.text).toBe(
      'Cart: Sev1 on 3 November lasted 60 min and touched 100 % of customers; that should have cost 139 % of the error budget of “99.90 %”, which lost 68 %. The SLO does not see what customers saw.',
    );
    expect(found.entities).toEqual(['cart', 'INC-20261103-01']);
  });

  it('is quiet where it lost half of it', () => {
    expect(firings(check(30))).toBe(0);
  });

  it('leaves out what is too small, not felt by customers, or long ago', () => {
    expect(firings(check(0, { affectedShare: 0.07 }))).toBe(0); // 9.7 % of the budget
    expect(firings(check(0, { severity: 'Sev2' }))).toBe(0);
    const march = { startMs: Date.UTC(2026, 2, 3, 11), endMs: Date.UTC(2026, 2, 3, 12) };
    expect(firings(check(0, march))).toBe(0);
  });

  it('reckons with all customers where nobody wrote down how many, and says so', () => {
    const found = check(0, { affectedShare: null });
    expect(found).toMatchObject({
      found: [{ notes: [expect.stringContaining('all of them are reckoned with')] }],
    });
  });

  it('says that no SLO covers a service where others have one', () => {
    expect(theOne(check(0, { service: 'login' })).text).toContain('no SLO covers the service');
  });

  it('says what is missing', () => {
    const series = [yearOf([2])];
    expect(firings(greenSloWithIncident(checkInputOf({ series, objectives: OBJECTIVES })))).toMatch(
      /^no incidents/,
    );
    const records = { ...noRecords, incidents: [anIncident()] };
    expect(firings(greenSloWithIncident(checkInputOf({ series, records })))).toMatch(/^no SLO/);
  });
});

describe('a breach that no incident explains', () => {
  const elsewhere = anIncident({ service: 'login' });
  const sev3 = anIncident({
    severity: 'Sev3',
    startMs: Date.UTC(2026, 9, 22, 8),
    endMs: Date.UTC(2026, 9, 22, 9),
  });
  const check = (newest: readonly number[], incidents: readonly IncidentRecord[] = [elsewhere]) =>
    breachWithoutIncident(
      checkInputOf({
        asOf: AS_OF,
        series: [yearOf(newest)],
        objectives: OBJECTIVES,
        records: { ...noRecords, incidents },
      }),
    );

  it('fires where more failed in four weeks than may', () => {
    // 41 of the 40 that may fail of 40,000.
    expect(theOne(check([12, 12, 12, 5])).text).toMatch(
      /^Cart: “99.900 %” stands at 99.898 % over 4 weeks; 12 % of its budget went/,
    );
    expect(firings(check([12, 12, 12, 4]))).toBe(0);
  });

  it('is quiet where any incident of the service lies in that time, whatever its severity', () => {
    expect(firings(check([12, 12, 12, 5], [sev3]))).toBe(0);
  });

  it('fires on a fifth of the budget in the newest week', () => {
    // 9 / 10 x 7 / 30 = 21 %, 8 / 10 x 7 / 30 = 18.7 %; an incident three weeks earlier explains neither.
    expect(firings(check([2, 2, 2, 9], [sev3]))).toBe(1);
    expect(firings(check([2, 2, 2, 8], [sev3]))).toBe(0);
  });

  it('says what is missing', () => {
    const input = checkInputOf({ series: [yearOf([12, 12, 12, 5])], objectives: OBJECTIVES });
    expect(firings(breachWithoutIncident(input))).toMatch(/^no incidents/);
  });
});

describe('a post-mortem that is overdue', () => {
  const check = (incident: Partial<IncidentRecord>) =>
    postMortemOverdue(
      checkInputOf({ asOf: AS_OF, series: [], records: { ...noRecords, incidents: [anIncident(incident)] } }),
    );
  const ended = (endMs: number) => ({ startMs: endMs - 3_600_000, endMs });

  it('fires from the seventy-third hour on', () => {
    expect(theOne(check(ended(Date.UTC(2026, 10, 15, 23, 59)))).text).toBe(
      'INC-20261103-01 (Sev1) was resolved 3 days ago; its post-mortem is not published.',
    );
    expect(firings(check(ended(Date.UTC(2026, 10, 16))))).toBe(0);
  });

  it('knows from the file which of Sev2 are published, and asks nothing for Sev3', () => {
    const none = { postMortem: { publishedMs: null } };
    expect(firings(check({ ...none, severity: 'Sev2' }))).toBe(1);
    expect(firings(check({ ...none, severity: 'Sev3' }))).toBe(0);
    expect(firings(check({ postMortem: { publishedMs: Date.UTC(2026, 10, 5) } }))).toBe(0);
  });

  it('says of Sev0 and Sev1 alone that none is on record where no file records them', () => {
    expect(firings(check({ severity: 'Sev2' }))).toBe(0);
    expect(check({})).toMatchObject({ found: [{ notes: [expect.stringContaining('none is on record')] }] });
  });

  it('leaves open incidents and those of long ago', () => {
    expect(firings(check({ endMs: null }))).toBe(0);
    expect(firings(check(ended(Date.UTC(2026, 9, 1))))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(postMortemOverdue(checkInputOf({ asOf: AS_OF, series: [] })))).toMatch(/^no incidents/);
  });
});

describe('an accepted risk past its end', () => {
  const check = (acceptedUntil: string) =>
    acceptedRiskExpired(
      checkInputOf({
        asOf: AS_OF,
        series: [],
        onRecord: onRecord({
          risks: 1,
          acceptedRisks: [{ id: 'R-3', text: 'Old panel', acceptedBy: 'Ruth', acceptedUntil }],
        }),
      }),
    );

  it('fires the day after, not on the day', () => {
    expect(theOne(check('2026-11-17')).text).toBe(
      'Old panel was accepted until 17 November by Ruth; that date is past.',
    );
    expect(firings(check('2026-11-18'))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(acceptedRiskExpired(checkInputOf({ asOf: AS_OF, series: [] })))).toBe(
      'no risk register was read',
    );
  });
});

describe('every scorecard passes and the whole gets worse', () => {
  const scorecard = (passing: number) =>
    weeklyRate('scorecard-coverage', 'organization', {
      numerators: repeated(passing, 34),
      denominators: repeated(20, 34),
    });
  const sev01 = (recent: number) =>
    weekly('sev01-incidents', 'organization', [
      ...repeated(0, 7),
      1,
      ...repeated(0, 8),
      1,
      ...repeated(0, 13),
      ...repeated(recent, 4),
    ]);
  const check = (passing: number, recent: number) =>
    allPassSystemWorse(checkInputOf({ series: [scorecard(passing), sev01(recent)] }));

  it('fires at 85 of 100 while Sev0 and Sev1 pile up', () => {
    expect(theOne(check(17, 3)).text).toMatch(
      /^85 % of services pass their scorecard while Sev0 and Sev1 incidents/,
    );
  });

  it('is quiet at 80 of 100, and where nothing got worse', () => {
    expect(firings(check(16, 3))).toBe(0);
    expect(firings(check(17, 0))).toBe(0);
  });

  it('says what is missing', () => {
    expect(firings(allPassSystemWorse(checkInputOf({ series: [sev01(3)] })))).toBe(
      'no scorecard of the services is imported',
    );
  });
});
