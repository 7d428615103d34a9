import { describe, expect, it } from 'vitest';
import { minutesAdvice, withAdvice } from '#shared/review/minutes-advice.ts';
import { aBlock } from '#tests/support/written-log.ts';

const PLAN = [
  aBlock('commitments', 10, { kind: 'commitments' }),
  aBlock('delivery', 20, { kind: 'delivery', dimension: 'delivery' }),
];

type Used = { readonly kind: string; readonly name: string; readonly used: number };

/** A closed review on a day of October that used so many minutes. */
function held(day: number, ...blocks: readonly Used[]) {
  return { date: `2026-10-${String(day).padStart(2, '0')}`, usedMinutes: 50, blocks };
}

const commitments = (used: number): Used => ({ kind: 'commitments', name: 'Commitments', used });

describe('better minutes from the last reviews', () => {
  it('are the median of what was used, which one evening that ran away does not move', () => {
    const past = [held(7, commitments(14.2)), held(14, commitments(13)), held(21, commitments(90))];
    expect(minutesAdvice(PLAN, past)).toEqual([
      {
        block: 'commitments',
        name: 'commitments',
        planned: 10,
        used: 14,
        from: [
          { date: '2026-10-07', minutes: 14.2 },
          { date: '2026-10-14', minutes: 13 },
          { date: '2026-10-21', minutes: 90 },
        ],
      },
    ]);
  });

  it('need three reviews, and a difference of two minutes', () => {
    expect(minutesAdvice(PLAN, [held(7, commitments(20)), held(14, commitments(20))])).toEqual([]);
    const close = [7, 14, 21].map((day) => held(day, commitments(11)));
    expect(minutesAdvice(PLAN, close)).toEqual([]);
  });

  it('look at the newest five that held the block; one that passed over it says nothing', () => {
    const old = [1, 2, 3, 4].map((day) => held(day, commitments(40)));
    const recent = [7, 14, 21, 28].map((day) => held(day, commitments(13)));
    const passedOver = held(29, commitments(0.2));
    expect(minutesAdvice(PLAN, [...old, ...recent, passedOver])).toMatchObject([
      { used: 13, from: { length: 5 } },
    ]);
  });

  it('leave out a review that is not closed', () => {
    const open = { ...held(28, commitments(13)), usedMinutes: null };
    expect(minutesAdvice(PLAN, [held(7, commitments(13)), held(14, commitments(13)), open])).toEqual([]);
  });

  it('take what a split made of a block as one, and tell blocks of the room apart by name', () => {
    const plan = [
      aBlock('a', 5, { kind: 'custom', name: 'Card data' }),
      aBlock('b', 5, { kind: 'custom', name: 'Hiring' }),
    ];
    const past = [7, 14, 21].map((day) =>
      held(
        day,
        { kind: 'custom', name: 'Card data', used: 4 },
        { kind: 'custom', name: 'Card data, continued', used: 6 },
        { kind: 'custom', name: 'Hiring', used: 5 },
      ),
    );
    expect(minutesAdvice(plan, past)).toMatchObject([{ block: 'a', used: 10 }]);
  });

  it('are taken all at once where somebody wants them', () => {
    const past = [7, 14, 21].map((day) => held(day, commitments(13)));
    const minutes = withAdvice(PLAN, minutesAdvice(PLAN, past)).map((block) => block.minutes);
    expect(minutes).toEqual([13, 20]);
  });
});
