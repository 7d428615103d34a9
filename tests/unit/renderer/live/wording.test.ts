import { describe, expect, it } from 'vitest';
import { outsideWords, windowAround } from '#renderer/src/features/live/stage/list-window.ts';
import { readbackTitle } from '#renderer/src/features/live/stage/ReadbackView.tsx';
import {
  clockDifference,
  clockFigure,
  heldBecause,
  inARow,
  midSentence,
} from '#renderer/src/features/live/wording.ts';
import type { ReviewItem } from '#shared/review/review.ts';

describe('the digits of the clock', () => {
  it('counts down to zero and past it with a minus', () => {
    expect(clockFigure(252_000)).toBe('4:12');
    expect(clockFigure(500)).toBe('0:01');
    expect(clockFigure(0)).toBe('0:00');
    expect(clockFigure(-130_000)).toBe('−2:10');
    expect(clockFigure(3_730_000)).toBe('1:02:10');
    expect(clockFigure(3_600_000)).toBe('1:00:00');
    expect(clockFigure(-4_164_000)).toBe('−1:09:24');
  });

  it('writes a difference with its sign, and none at all without one', () => {
    expect(clockDifference(65_000)).toBe('+1:05');
    expect(clockDifference(4_164_000)).toBe('+69:24');
    expect(clockDifference(-25_000)).toBe('−0:25');
    expect(clockDifference(200)).toBe('0:00');
  });
});

describe('a promise in mid-sentence', () => {
  it('begins small and has no full stop of its own', () => {
    expect(midSentence('Split the queue.')).toBe('split the queue');
  });

  it('leaves abbreviations and ids as they are', () => {
    expect(midSentence('SLO of search-api')).toBe('SLO of search-api');
    expect(midSentence('A-7 again')).toBe('A-7 again');
  });
});

describe('the title of the read-back', () => {
  const promise = (owner: string | null) => ({ owner, due: '2026-11-27' }) as ReviewItem;

  it('counts what is complete, and speaks of one as of one', () => {
    expect(readbackTitle([])).toBe('Nothing was promised today');
    expect(readbackTitle([promise('li')])).toBe('One promise, owned and dated');
    expect(readbackTitle([promise(null)])).toBe('One promise, not yet complete');
    expect(readbackTitle([promise('li'), promise(null)])).toBe('Two promises, one of them complete');
    expect(readbackTitle([promise('li'), promise('ann')])).toBe('Two promises, all owned and dated');
  });
});

describe('a long list on the stage', () => {
  const forty = Array.from({ length: 40 }, (_, index) => index);

  it('shows the entry at hand with its neighbours and says what is out of sight', () => {
    const { shown, before, after } = windowAround(forty, 20, 5);
    expect(shown).toEqual([18, 19, 20, 21, 22]);
    expect(outsideWords(before, after)).toBe('18 above, 17 below');
  });

  it('stays full at both ends', () => {
    expect(windowAround(forty, 0, 5).shown).toEqual([0, 1, 2, 3, 4]);
    expect(windowAround(forty, 39, 5).shown).toEqual([35, 36, 37, 38, 39]);
    expect(outsideWords(0, 0)).toBe('');
  });
});

describe('what earlier reviews tell', () => {
  it('counts the reviews in a row, this one included', () => {
    expect(inARow(0)).toBe('');
    expect(inARow(1)).toBe('Second review in a row. ');
    expect(inARow(2)).toBe('Third review in a row. ');
    expect(inARow(10)).toBe('Review 11 in a row. ');
  });

  it('gives the reason of a hold only while it lasts', () => {
    const held = { kind: 'held', atMs: 1, reason: 'The vendor calls' } as const;
    expect(heldBecause({ marks: [held] })).toBe('The vendor calls');
    expect(heldBecause({ marks: [held, { kind: 'resumed', atMs: 2 }] })).toBeNull();
    expect(heldBecause({ marks: [{ kind: 'held', atMs: 1 }] })).toBeNull();
  });
});
