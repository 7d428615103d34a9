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

describe('an anomaly that an earlier review settled', () => {
  const anomaly = (onset: string, strength: number | null = null) => {
    const base = anAnomaly(`change-lead-time|Search|signal|${onset}`, { onset });
    const signal = {
      onset,
      at: onset,
      direction: 'worse' as const,
      rules: [],
      strength: strength ?? 0,
      text: '',
    };
    return { ...base, reading: { ...base.reading, signals: strength === null ? [] : [signal] } };
  };
  const said = (verdict: VerdictOnRecord['verdict'], strength: number | null = null): VerdictOnRecord => ({
    ...watched,
    verdict,
    until: null,
    reason: verdict === 'explained' ? 'the freeze' : null,
    strength,
  });
  const laid = (entry: VerdictOnRecord, now: ReturnType<typeof anomaly>) =>
    Object.values(
      withResting(aReview(), [now], {
        verdicts: new Map([['change-lead-time|Search|signal|2026-09-14', [entry]]]),
      }).aside,
    );

  it('is not walked unchanged when its cause was named, and says the cause', () => {
    expect(laid(said('explained'), anomaly('2026-09-14'))).toEqual([
      'Explained on 18 November, not worse since: the freeze',
    ]);
  });

  it('is not walked unchanged when it was called noise', () => {
    expect(laid(said('noise'), anomaly('2026-09-14'))).toEqual([
      'Called noise on 18 November, not worse since',
    ]);
  });

  it('rests although its onset is found a week earlier by now', () => {
    expect(laid(said('noise'), anomaly('2026-09-07'))).toHaveLength(1);
  });

  it('is walked when it began anew after what was said', () => {
    expect(laid(said('noise'), anomaly('2026-11-23'))).toEqual([]);
  });

  it('is walked when it has got worse since', () => {
    expect(laid(said('explained', 3), anomaly('2026-09-14', 3.5))).toEqual([]);
    expect(laid(said('explained', 3), anomaly('2026-09-14', 3.4))).toHaveLength(1);
  });

  it('is walked when its newest value is further out than the one that the room saw', () => {
    const point = (period: string, value: number) => ({
      period,
      value,
      numerator: null,
      denominator: null,
      centre: 20,
      lower: 8,
      upper: 32,
      movingRange: null,
      rules: [],
      direction: null,
      mature: true,
    });
    const seen = (values: readonly number[]) => {
      const base = anomaly('2026-09-14');
      // The room met on Wednesday 18 November: the week from the 16th was not over.
      const periods = ['2026-11-09', '2026-11-16'];
      const points = values.map((value, at) => point(periods[at] ?? '', value));
      return { ...base, reading: { ...base.reading, points } };
    };
    expect(laid(said('explained'), seen([34, 40]))).toEqual([]);
    expect(laid(said('explained'), seen([34, 35]))).toHaveLength(1);
  });

  it.each(['act', 'data-problem', 'wrong-measure', 'not-reached'] as const)(
    'is walked after the verdict %s',
    (verdict) => {
      expect(laid(said(verdict), anomaly('2026-09-14'))).toEqual([]);
    },
  );
});
