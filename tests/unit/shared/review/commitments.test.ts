import { describe, expect, it } from 'vitest';
import type { Action } from '#shared/registers/registers.ts';
import {
  ledgerOn,
  needsSlipDecision,
  outcomeOn,
  slipsOn,
  slipsWithCheck,
} from '#shared/review/commitments.ts';
import type { Commitment } from '#shared/review/review.ts';
import { CHECK } from '#tests/support/written-log.ts';

const TODAY = '2026-11-18';

/** A promise by its due dates, `2026-11-04` as made in its review, `2026-11-04>2026-11-13` as set later on a day. */
function promise(
  dues: readonly string[],
  status: Action['status'] = 'open',
  doneOn: string | null = null,
): Pick<Action, 'dues' | 'due' | 'status' | 'doneOn'> {
  const parsed = dues.map((text) => {
    const [setOn, due] = text.includes('>') ? text.split('>') : ['2026-10-28', text];
    return { due: due ?? '', setOn: setOn ?? '', setAtMs: 0, inItsReview: !text.includes('>') };
  });
  return { dues: parsed, due: parsed.at(-1)?.due ?? null, status, doneOn };
}

describe('a promise', () => {
  it.each([
    ['done on its first date', promise(['2026-11-04'], 'done', '2026-11-04'), 'kept'],
    ['done after it', promise(['2026-11-11'], 'done', '2026-11-16'), 'late'],
    ['done by a new date', promise(['2026-11-04', '2026-11-04>2026-11-13'], 'done', '2026-11-12'), 'late'],
    [
      'done by a date that its own review moved',
      promise(['2026-11-04', '2026-11-11'], 'done', '2026-11-10'),
      'kept',
    ],
    ['given up', promise(['2026-11-11'], 'dropped', '2026-11-11'), 'dropped'],
    ['open after its date', promise(['2026-11-17']), 'overdue'],
    ['open with a new date ahead', promise(['2026-11-04', '2026-11-04>2026-11-25']), 'recommitted'],
    ['open on its date', promise(['2026-11-18']), 'due-today'],
    ['open before its date', promise(['2026-11-25']), 'open'],
    ['without a date', promise([]), 'no-date'],
  ] as const)('%s', (_what, action, outcome) => {
    expect(outcomeOn(action, TODAY)).toBe(outcome);
  });
});

describe('slips', () => {
  it.each([
    ['nothing has passed', promise(['2026-11-25']), 0],
    ['due today', promise(['2026-11-18']), 0],
    ['a date has passed', promise(['2026-11-17']), 1],
    ['moved later on its day', promise(['2026-11-04', '2026-11-04>2026-11-25']), 1],
    ['moved later, then passed', promise(['2026-11-04', '2026-11-04>2026-11-13']), 2],
    ['passed, then moved: one slip', promise(['2026-11-04', '2026-11-11>2026-11-25']), 1],
    ['moved earlier', promise(['2026-11-25', '2026-11-11>2026-11-20']), 0],
    ['moved in its own review', promise(['2026-11-04', '2026-11-25']), 0],
    ['done after its date', promise(['2026-11-11'], 'done', '2026-11-16'), 1],
    ['done in time', promise(['2026-11-11'], 'done', '2026-11-11'), 0],
  ] as const)('%s', (_what, action, slips) => {
    expect(slipsOn(action, TODAY)).toBe(slips);
  });
});

describe('a promise under check', () => {
  const due = (more: Partial<Commitment>): Commitment => ({
    action: 'A-102',
    text: '',
    owner: null,
    due: '2026-11-13',
    firstDue: '2026-11-04',
    status: 'open',
    doneOn: null,
    slips: 2,
    review: null,
    check: null,
    ...more,
  });
  const check = (more: object) => ({
    event: 'e',
    atMs: 0,
    actor: '',
    status: 'open' as const,
    ...CHECK,
    ...more,
  });

  it('needs a decision at its second slip', () => {
    expect(needsSlipDecision(due({}), TODAY)).toBe(true);
    expect(needsSlipDecision(due({ slips: 1 }), TODAY)).toBe(false);
    expect(needsSlipDecision(due({ check: check({}) }), TODAY)).toBe(true);
    expect(needsSlipDecision(due({ check: check({ decision: 'scope' }) }), TODAY)).toBe(false);
    expect(needsSlipDecision(due({ check: check({ status: 'dropped' }) }), TODAY)).toBe(false);
  });

  it('slips the second time when it is moved later before it is due', () => {
    const moved = due({ due: TODAY, slips: 1, check: check({ due: '2026-12-02' }) });
    expect(slipsWithCheck(moved, TODAY)).toBe(2);
    expect(needsSlipDecision(moved, TODAY)).toBe(true);
  });

  it('does not count a date that has passed twice when it gets a new one', () => {
    expect(slipsWithCheck(due({ slips: 1, check: check({ due: '2026-12-02' }) }), TODAY)).toBe(1);
  });

  it('is not asked again about slips that a review has decided', () => {
    expect(needsSlipDecision(due({ due: TODAY, slips: 2, decidedSlips: 2 }), TODAY)).toBe(false);
    expect(needsSlipDecision(due({ slips: 3, decidedSlips: 2 }), TODAY)).toBe(true);
  });
});

describe('the ledger', () => {
  it('counts kept over what fell due, promises with a new date as not kept', () => {
    const actions = [
      promise(['2026-11-04'], 'done', '2026-11-03'),
      promise(['2026-11-11'], 'done', '2026-11-16'),
      promise(['2026-11-11'], 'dropped', '2026-11-11'),
      promise(['2026-11-06']),
      promise(['2026-11-04', '2026-11-04>2026-11-25']),
      promise(['2026-11-18'], 'done', '2026-11-17'),
      promise(['2026-11-18']),
      promise(['2026-11-25']),
      promise([]),
    ];
    expect(ledgerOn(actions, TODAY)).toEqual({
      kept: 2,
      late: 1,
      overdue: 2,
      dropped: 1,
      fellDue: 6,
      rate: 2 / 6,
    });
  });

  it('has no rate while nothing fell due', () => {
    expect(ledgerOn([promise(['2026-11-25'])], TODAY).rate).toBeNull();
  });
});
