import { describe, expect, it } from 'vitest';
import type { RestatedFigure } from '#shared/review/restated.ts';
import { missingData } from '#shared/signals/cross-checks/missing-data.ts';
import { restatedHistory } from '#shared/signals/cross-checks/restated-history.ts';
import { staleData } from '#shared/signals/cross-checks/stale-data.ts';
import { checkInputOf, firings, repeated, theOne, weekly } from '#tests/support/checks.ts';
import { onRecord } from '#tests/support/records.ts';

describe('data older than its rhythm', () => {
  /** Twenty weeks up to Sunday 5 April 2026. */
  const lead = (entity: string) => weekly('change-lead-time', entity, repeated(20, 20));

  it('fires on the eleventh day after a weekly series ended, one notice for a metric', () => {
    const check = (asOf: string) => staleData(checkInputOf({ asOf, series: [lead('a'), lead('b')] }));
    expect(firings(check('2026-04-16'))).toBe(0);
    expect(theOne(check('2026-04-17')).text).toBe(
      'Change lead time (a and b) ends in week 14, 11 days before this review: shown as it stood.',
    );
  });

  it('promises no rhythm for a count of one’s own', () => {
    const own = { ...lead('a'), metric: 'own:issues' };
    expect(firings(staleData(checkInputOf({ asOf: '2026-06-01', series: [own] })))).toBe(0);
  });
});

describe('questions that the data cannot answer', () => {
  const about = (outcome: ReturnType<typeof missingData>) =>
    outcome.kind === 'checked' ? outcome.found.map(({ entities }) => entities[0]) : [];

  it('names each of the six that nothing feeds', () => {
    expect(about(missingData(checkInputOf({ asOf: '2026-11-18', series: [] })))).toEqual([
      'q1',
      'q2',
      'q3',
      'q4',
      'q5',
      'q6',
    ]);
  });

  it('is content with one of several ways to an answer', () => {
    const series = [weekly('slos-met', 'organization', [1]), weekly('sev01-incidents', 'organization', [0])];
    expect(about(missingData(checkInputOf({ series, onRecord: onRecord() })))).not.toContain('q2');
  });

  it('fires where under seven of ten teams have a metric', () => {
    const teams = Array.from({ length: 10 }, (_, index) => ({ id: `team ${index}`, kind: 'team' as const }));
    const series = (have: number) =>
      teams.slice(0, have).map(({ id }) => weekly('change-lead-time', id, [20, 21]));
    const check = (have: number) =>
      about(missingData(checkInputOf({ series: series(have), entities: teams })));
    expect(check(6)).toContain('change-lead-time');
    expect(check(7)).not.toContain('change-lead-time');
  });
});

describe('history that was restated', () => {
  const figure = (parts: Partial<RestatedFigure>): RestatedFigure => ({
    series: 'change-lead-time|search',
    metricName: 'Change lead time',
    entity: 'search',
    entityName: 'Search',
    unit: 'h',
    grain: 'week',
    period: '2026-10-05',
    old: 24,
    new: 31,
    ...parts,
  });
  const check = (restated: readonly RestatedFigure[], closedReviews = 1) =>
    restatedHistory(
      checkInputOf({ asOf: '2026-11-18', series: [], restated, onRecord: onRecord({ closedReviews }) }),
    );

  it('fires where a figure reads differently now', () => {
    const outcome = check([figure({}), figure({ period: '2026-10-12', new: null })]);
    expect(theOne(outcome).text).toBe(
      '2 points of Change lead time of Search that the last review had before it read differently now.',
    );
  });

  it('is quiet where it reads the same, and where it was not final yet', () => {
    expect(firings(check([figure({ new: 24.2 })]))).toBe(0);
    const young = figure({
      series: 'change-fail-rate|search',
      period: '2026-11-02',
      unit: 'share',
      old: 0.1,
      new: 0.2,
    });
    expect(firings(check([young]))).toBe(0);
    expect(firings(check([{ ...young, period: '2026-10-19' }]))).toBe(1);
  });

  it('says what is missing', () => {
    expect(firings(check([figure({})], 0))).toBe('no review has been closed yet');
  });
});
