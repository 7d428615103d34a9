import { describe, expect, it } from 'vitest';
import { restatedCount, restatedFigures, restatedWords } from '#shared/review/restated.ts';
import { mergeSnapshots } from '#shared/series/merge.ts';
import { judgedSeries } from '#shared/signals/judged-series.ts';
import { aHeader, type PointRow, pointsOf } from '#tests/support/points.ts';

const PAYMENTS = aHeader({ metric: 'own:Tickets', metricName: 'Tickets', entity: 'payments', unit: null });
const daily = (days: readonly (readonly [string, number])[]): PointRow[] =>
  days.map(([day, value]) => [PAYMENTS, day, value]);
const file = (id: string, rows: readonly PointRow[]) => ({ id, points: pointsOf(rows) });

// The review took place on Wednesday 18 November: week 46 (from 9 November) was over, week 47 was not.
const seen = file(
  'seen',
  daily([
    ['2026-11-02', 3],
    ['2026-11-10', 5],
    ['2026-11-16', 1],
  ]),
);

function restated(...later: readonly ReturnType<typeof file>[]) {
  const judged = (snapshots: readonly ReturnType<typeof file>[]) =>
    judgedSeries(mergeSnapshots(snapshots).series, '2026-11-18');
  return restatedFigures(judged([seen]), judged([seen, ...later]), (entity) => entity.toUpperCase());
}

describe('what has changed since a review looked at it', () => {
  it('is told by the week that the room saw, when one of its days was corrected', () => {
    const found = restated(file('later', daily([['2026-11-11', 4]])));
    expect(found.map(restatedWords)).toEqual(['PAYMENTS, tickets, week 46: 5 → 9']);
    expect(restatedCount(found)).toBe('1 figure of 1 series');
  });

  it('leaves out the week that was not over, and what is new', () => {
    const other: PointRow = [aHeader({ metric: 'own:Other', entity: 'search' }), '2026-11-03', 7];
    expect(restated(file('later', [...daily([['2026-11-17', 8]]), other]))).toEqual([]);
  });

  it('tells of values that were taken back', () => {
    const judged = judgedSeries(mergeSnapshots([seen]).series, '2026-11-18');
    const gone = restatedFigures(judged, [], (entity) => entity);
    expect(gone.map(({ old, new: now }) => [old, now])).toEqual([
      [3, null],
      [5, null],
    ]);
  });
});
