import { describe, expect, it } from 'vitest';
import type { VerdictOnRecord } from '#shared/registers/registers.ts';
import {
  defaultWatchUntil,
  mayWatchAgain,
  noiseShare,
  offersRebaseline,
  restsUntil,
  verdictLacks,
  verdictNeeds,
  watchesDue,
  watchesInARow,
} from '#shared/review/verdicts.ts';
import { anAnomaly, VERDICT } from '#tests/support/written-log.ts';

const said = (
  verdict: VerdictOnRecord['verdict'],
  until: string | null = null,
  strength: number | null = 3,
): VerdictOnRecord => ({ review: 'r', date: null, verdict, until, reason: null, strength });

describe('verdicts', () => {
  it.each([
    ['act', ['owner', 'due']],
    ['watch', ['until']],
    ['explained', ['reason']],
    ['data-problem', ['owner', 'reason']],
    ['noise', []],
    ['wrong-measure', ['owner', 'reason']],
  ] as const)('%s needs %j', (verdict, needs) => {
    expect(verdictNeeds(verdict)).toEqual(needs);
  });

  it('say what they still lack; blanks are nothing', () => {
    expect(verdictLacks({ verdict: 'data-problem', ...VERDICT, owner: 'li', reason: '  ' })).toEqual([
      'reason',
    ]);
  });

  it('watch until the next review but one', () => {
    expect(defaultWatchUntil(['2026-11-25', '2026-12-02'])).toBe('2026-12-02');
    expect(defaultWatchUntil(['2026-11-25'])).toBeNull();
  });

  it('may not be watch three times in a row', () => {
    expect(mayWatchAgain([said('watch')])).toBe(true);
    expect(mayWatchAgain([said('watch'), said('watch')])).toBe(false);
    expect(mayWatchAgain([said('watch'), said('explained'), said('watch')])).toBe(true);
  });

  it('count watches over a review that did not reach the anomaly', () => {
    expect(watchesInARow([said('act'), said('watch'), said('not-reached'), said('watch')])).toBe(2);
    expect(watchesInARow([])).toBe(0);
  });

  it('bring a watched anomaly back on its day', () => {
    const history = new Map([
      ['due', [said('watch', '2026-11-18')]],
      ['later', [said('watch', '2026-11-19')]],
      ['settled', [said('watch', '2026-11-11'), said('act')]],
      ['unseen', [said('watch', '2026-11-11'), said('not-reached')]],
    ]);
    expect(watchesDue(history, '2026-11-18').map((watch) => watch.anomaly)).toEqual(['due', 'unseen']);
  });

  it.each([
    ['rests until its day', [said('watch', '2026-12-02')], 3.2, '2026-12-02'],
    ['comes back on its day', [said('watch', '2026-11-18')], 3.2, null],
    ['comes back earlier when it got worse', [said('watch', '2026-12-02')], 3.5, null],
    ['comes back earlier when it got worse below its centre', [said('watch', '2026-12-02', -3)], -3.6, null],
    ['does not rest after another verdict', [said('watch', '2026-12-02'), said('act')], 3.2, null],
    [
      'rests although a review did not reach it',
      [said('watch', '2026-12-02'), said('not-reached')],
      3.2,
      '2026-12-02',
    ],
  ] as const)('a watched anomaly %s', (_what, history, strength, until) => {
    const { reading } = anAnomaly('a1');
    const signal = { onset: '', at: '', direction: 'worse' as const, rules: [], strength, text: '' };
    expect(restsUntil({ reading: { ...reading, signals: [signal] } }, history, '2026-11-18')).toBe(until);
  });

  it('tell which share was noise, and nothing before the first verdict', () => {
    expect(noiseShare(new Map([['a', [said('noise'), said('act')]]]))).toBe(0.5);
    expect(noiseShare(new Map([['a', [said('not-reached')]]]))).toBeNull();
  });
});

describe('a rebaseline', () => {
  const held = (values: readonly (number | null)[]) => {
    const { reading, ...rest } = anAnomaly('a1', { onset: '2026-09-14' });
    const points = values.map((value, index) => ({
      period: `2026-09-${14 + index}`,
      value,
      numerator: null,
      denominator: null,
      centre: 22,
      lower: 10,
      upper: 34,
      movingRange: null,
      rules: [],
      direction: null,
      mature: true,
    }));
    return { ...rest, reading: { ...reading, points } };
  };

  it('is offered once the level has held for eight points', () => {
    expect(offersRebaseline(held([37, 36, 38, 37, 36, 37, 39, 37]))).toBe(true);
  });

  it.each([
    ['seven points', [37, 36, 38, 37, 36, 37, 39]],
    ['a gap among eight', [37, 36, null, 37, 36, 37, 39, 37]],
    ['a point back at the old level', [37, 36, 38, 21, 36, 37, 39, 37]],
  ])('is not offered for %s', (_what, values) => {
    expect(offersRebaseline(held(values))).toBe(false);
  });
});
