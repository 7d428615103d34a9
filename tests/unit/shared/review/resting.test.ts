import { describe, expect, it } from 'vitest';
import type { VerdictOnRecord } from '#shared/registers/registers.ts';
import { withResting } from '#shared/review/resting.ts';
import { aReadoutSource } from '#tests/support/readout.ts';
import { anAnomaly } from '#tests/support/written-log.ts';

const watched: VerdictOnRecord = {
  review: 'r',
  date: '2026-11-18',
  verdict: 'watch',
  until: '2026-12-02',
  reason: null,
  strength: null,
};

function aReview(changes: { readonly date?: string; readonly order?: Record<string, string[]> } = {}) {
  return { ...aReadoutSource().review, aside: {}, order: {}, date: '2026-11-25', ...changes };
}

describe('an anomaly that is watched until a day', () => {
  const anomalies = [anAnomaly('a1'), anAnomaly('a2')];
  const verdicts = new Map([['a1', [watched]]]);

  it('is set aside in a review before that day, and says until when', () => {
    const laid = withResting(aReview(), anomalies, { verdicts });
    expect(laid.aside).toEqual({ a1: 'Watched until 2 December' });
  });

  it('is walked again on its day', () => {
    expect(withResting(aReview({ date: '2026-12-02' }), anomalies, { verdicts }).aside).toEqual({});
  });

  it('is walked when somebody placed it by hand', () => {
    const order = { delivery: ['a2', 'a1'] };
    expect(withResting(aReview({ order }), anomalies, { verdicts }).aside).toEqual({});
  });

  it('leaves the reason that somebody gave', () => {
    const review = { ...aReview(), aside: { a1: 'Known' } };
    expect(withResting(review, anomalies, { verdicts }).aside).toEqual({ a1: 'Known' });
  });
});
