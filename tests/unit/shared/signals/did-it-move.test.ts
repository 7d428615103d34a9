import { describe, expect, it } from 'vitest';
import { movedWith } from '#shared/signals/did-it-move/action-moved.ts';
import { didItMove, periodsNeeded } from '#shared/signals/did-it-move/did-it-move.ts';
import { movedSince } from '#shared/signals/did-it-move/reading-moved.ts';
import { catalogued, read } from '#tests/support/judged.ts';

const before = [50, 53, 47, 51, 49, 52, 48, 50, 54, 46, 51, 49, 50, 52, 48, 51];
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('how many periods it needs', () => {
  it('follows from the power of four in five', () => {
    // 1 / (1 / 7.849 - 1 / 26) = 11.24
    expect(periodsNeeded(1, 26)).toBe(12);
    expect(periodsNeeded(2, 26)).toBe(3);
  });

  it('is none where the baseline never shows so small a change', () => {
    expect(periodsNeeded(1, 7)).toBeNull();
    expect(periodsNeeded(0.5, 26)).toBeNull();
  });
});

describe('did it move', () => {
  it('says nothing of three periods', () => {
    expect(didItMove({ kind: 'values', before, after: [90, 91, 92] })).toBeNull();
  });

  it('says at once what is rare in any look', () => {
    const move = didItMove({ kind: 'values', before, after: [80, 83, 79, 81] });
    expect(move).toMatchObject({ kind: 'shift', verdict: 'moved', needs: 0 });
    expect(move?.effect).toBeCloseTo(30.75, 0);
  });

  it('says too early, and how much longer, where a small change would not show yet', () => {
    const move = didItMove({ kind: 'values', before, after: [51, 50, 52, 49] });
    // 1 / (1 / 7.849 - 1 / 16) = 15.4
    expect(move).toMatchObject({ verdict: 'too-early', needs: 12 });
  });

  it('says that it did not move once it was watched for long enough', () => {
    const move = didItMove({ kind: 'values', before, after: before.toReversed() });
    expect(move?.verdict).toBe('not-moved');
    expect(move?.low).toBeLessThan(0);
    expect(move?.high).toBeGreaterThan(0);
  });

  it('tells skewed values as a factor', () => {
    const hours = before.map((value) => 2 ** ((value - 50) / 4));
    const move = didItMove({ kind: 'skewed', before: hours, after: hours.map((value) => value * 4) });
    expect(move).toMatchObject({ kind: 'factor', verdict: 'moved' });
    expect(move?.effect).toBeCloseTo(4, 9);
  });

  it('tells shares as odds, and holds where no case is left', () => {
    const failed = Array.from({ length: 12 }, () => ({ count: 3, exposure: 10 }));
    const none = Array.from({ length: 12 }, () => ({ count: 0, exposure: 10 }));
    const move = didItMove({ kind: 'shares', before: failed, after: none });
    expect(move).toMatchObject({ kind: 'odds-ratio', verdict: 'moved', before: 0.3, after: 0 });
    // Half a case in each cell: 0.5 x 84.5 / (120.5 x 36.5), and 1.96 x 1.43 on the log scale.
    expect(move?.effect).toBeCloseTo(0.0096, 4);
    expect(move?.high).toBeCloseTo(0.159, 3);
  });

  it('tells counts as a rate ratio', () => {
    const calm = Array.from({ length: 12 }, (_, at) => ({ count: 2 + (at % 3), exposure: 1 }));
    const busy = Array.from({ length: 12 }, (_, at) => ({ count: 6 + (at % 3), exposure: 1 }));
    const move = didItMove({ kind: 'counts', before: calm, after: busy });
    expect(move).toMatchObject({ kind: 'rate-ratio', verdict: 'moved' });
    expect(move?.effect).toBeCloseTo(7 / 3, 12);
  });

  it('is the same verdict in any unit', () => {
    const after = before.map((value) => value + 3);
    const verdicts = [1e-9, 1, 3600, 1e9].map((factor) => {
      const scaled = (values: readonly number[]) => values.map((value) => value * factor);
      const move = didItMove({ kind: 'values', before: scaled(before), after: scaled(after) });
      return [move?.verdict, (move?.effect ?? 0) / factor];
    });
    for (const [verdict, effect] of verdicts) {
      expect(verdict).toBe(verdicts[0]?.[0]);
      expect(effect).toBeCloseTo(3, 6);
    }
  });

  it('does not fall over values that never vary', () => {
    const flat = Array<number>(26).fill(5);
    expect(didItMove({ kind: 'values', before: flat, after: flat })).toMatchObject({ verdict: 'not-moved' });
    expect(didItMove({ kind: 'values', before: flat, after: flat.map(() => 6) })).toMatchObject({
      verdict: 'moved',
      effect: 1,
    });
  });
});

describe('what came of something that happened on a day', () => {
  const reading = read([...before, ...before.map((value) => value + 12)]);

  it('is told in the metric’s own unit, with its interval and the periods on both sides', () => {
    const day = reading.points[16]?.period ?? '';
    const moved = movedSince(reading, day);
    expect(moved?.move?.verdict).toBe('moved');
    expect(plain(moved?.sentence)).toBe(
      'Moved up: 50 x before, 62 x since, a change of +12 x (95 % interval +10 x to +14 x; 16 weeks after it, 16 weeks before).',
    );
  });

  it('says where the series broke when that was not at the event', () => {
    const day = reading.points[19]?.period ?? '';
    expect(movedSince(reading, day)?.sentence).toMatch(/ The largest break is three weeks before it\.$/);
  });

  it('says what it needs while there is too little', () => {
    const day = reading.points[30]?.period ?? '';
    expect(
      plain(movedSince(read(before.concat(50, 51)), reading.points[16]?.period ?? '')?.sentence),
    ).toMatch(/^Too early to tell: two weeks so far; needs about 14 weeks more\.$/);
    expect(movedSince(reading, day)?.sentence).toMatch(/^Too early/);
  });

  it('is nothing for a day outside the series', () => {
    expect(movedSince(reading, '1999-01-01')).toBeNull();
    expect(movedSince(reading, '2099-01-01')).toBeNull();
  });

  it('says for better or worse where the metric has a good direction', () => {
    const counts = [9, 11, 10, 12, 8, 9, 10, 11, 9, 10, 12, 8, 10, 9, 11, 10];
    const fewer = catalogued('support-tickets', [...counts, ...counts.map((count) => count - 6)]);
    expect(plain(movedSince(fewer, fewer.points[16]?.period ?? '')?.sentence)).toMatch(
      /^Moved for the better: 9\.9 .* before, 3\.9 /,
    );
  });
});

describe('what came of an action', () => {
  const reading = read([...before, ...before.map((value) => value + 12)]);
  const done = {
    anomaly: `${reading.id}|signal|2026-01-05`,
    status: 'done',
    doneOn: reading.points[16]?.period ?? '',
  };

  it('is told on the series that it was taken at, from the day it was done', () => {
    expect(movedWith(done, [reading])?.move?.verdict).toBe('moved');
  });

  it('is nothing before it is done, or where it was taken at no series', () => {
    expect(movedWith({ ...done, status: 'open', doneOn: null }, [reading])).toBeNull();
    expect(movedWith({ ...done, anomaly: null }, [reading])).toBeNull();
    expect(movedWith({ ...done, anomaly: 'another|series|signal|2026-01-05' }, [reading])).toBeNull();
  });
});
