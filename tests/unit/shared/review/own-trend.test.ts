import { describe, expect, it } from 'vitest';
import { type HeldReview, newestAgainst, ownTrend, trendSentence } from '#shared/review/own-trend.ts';

function held(more: Partial<HeldReview> = {}): HeldReview {
  return {
    date: '2026-11-11',
    plannedMinutes: 60,
    usedMinutes: 60,
    rating: null,
    putForward: 0,
    decided: 0,
    findings: 0,
    owned: 0,
    promised: 0,
    kept: 0,
    ...more,
  };
}

const byId = (reviews: readonly HeldReview[]) =>
  Object.fromEntries(ownTrend(reviews).map((trend) => [trend.id, trend]));

describe('how the reviews themselves go', () => {
  it('is told in plain numbers while they are few', () => {
    const reviews = [
      held({ usedMinutes: 57.6, putForward: 11, decided: 9, rating: 3.5, promised: 4, kept: 2 }),
      held({
        usedMinutes: 63.2,
        putForward: 8,
        decided: 8,
        rating: 4.25,
        promised: 5,
        kept: 3,
        findings: 4,
        owned: 4,
      }),
    ];
    expect(ownTrend(reviews).map((trend) => trendSentence(trend))).toEqual([
      'Against the plan: 3 min over; before 2 min under.',
      'Anomalies decided: 8 of 8; before 9 of 11.',
      'Findings with owner and date: 4 of 4; before none.',
      'Promises kept: 3 of 5; before 2 of 4.',
      'Rating: 4.3; before 3.5.',
    ]);
    expect(ownTrend(reviews).every((trend) => trend.limits === null)).toBe(true);
  });

  it('has no value where there was nothing to count, which is not zero', () => {
    const { decided, owned, kept, rating } = byId([held()]);
    for (const trend of [decided, owned, kept, rating])
      expect(trend?.points).toMatchObject([{ value: null }]);
  });

  it('has limits from eight values on, which the newest does not move', () => {
    const ratings = [4, 3.8, 4.2, 4, 3.8, 4.2, 4, 3.8];
    // Mean 3.975; the moving ranges .2 .4 .2 .2 .4 .2 .2 have a mean of 0.2571; 4.71 of them (eight values) reach 1.211.
    const { rating } = byId([...ratings, 2].map((one) => held({ rating: one })));
    expect(rating?.limits?.centre).toBeCloseTo(3.975, 3);
    expect(rating?.limits?.lower).toBeCloseTo(2.764, 3);
    expect(rating?.limits?.upper).toBe(5);
    expect(rating && newestAgainst(rating)).toBe('worse');
    expect(rating && trendSentence(rating)).toBe('Rating: 2.0, worse than usual; before 3.8, 4.2, 4.0, 3.8.');
    expect(byId(ratings.map((one) => held({ rating: one })))['rating']?.limits).toBeNull();
  });

  it('keeps limits where values can be, and knows that fewer minutes are better', () => {
    const shares = [10, 8, 10, 7, 10, 9, 10, 8].map((decided) => held({ putForward: 10, decided }));
    const { decided } = byId([...shares, held({ putForward: 10, decided: 10 })]);
    expect(decided?.limits?.upper).toBe(100);
    expect(decided && newestAgainst(decided)).toBe('usual');
    const minutes = [62, 63, 62, 63, 62, 63, 62, 63].map((usedMinutes) => held({ usedMinutes }));
    const { minutes: trend } = byId([...minutes, held({ usedMinutes: 50 })]);
    expect(trend && newestAgainst(trend)).toBe('better');
  });
});
