import { describe, expect, it } from 'vitest';
import { noRecords } from '#shared/series/records/merge-records.ts';
import { commitmentsSlipping } from '#shared/signals/cross-checks/commitments-slipping.ts';
import type { InitiativeOnRecord } from '#shared/signals/cross-checks/on-record.ts';
import { tier1BlockedUnaccountable } from '#shared/signals/cross-checks/tier1-blocked-unaccountable.ts';
import { tier1Stalled } from '#shared/signals/cross-checks/tier1-stalled.ts';
import { checkInputOf, firings, repeated, theOne, weekly } from '#tests/support/checks.ts';
import { anInitiative, anInitiativeOfFile, onRecord } from '#tests/support/records.ts';

const AS_OF = '2026-11-18';

describe('Tier 1 blocked and nobody accountable', () => {
  const check = (parts: Partial<InitiativeOnRecord>) =>
    tier1BlockedUnaccountable(
      checkInputOf({
        asOf: AS_OF,
        series: [],
        onRecord: onRecord({ initiatives: [anInitiative({ status: 'blocked', ...parts })] }),
      }),
    );

  it('fires at once where nobody is to unblock it', () => {
    const found = theOne(check({ blockedSince: '2026-10-07', reason: 'no decision on the registry' }));
    expect(found.text).toBe(
      'Event bus is blocked since 7 October (42 days) by “no decision on the registry”, and nobody is accountable for unblocking it.',
    );
  });

  it('fires where the one who was to do it has left', () => {
    expect(theOne(check({ unblockOwner: 'Noor', unblockerActive: false })).text).toContain(
      'is no longer here',
    );
  });

  it('gives an owner a week to put a date to it', () => {
    const owned = { unblockOwner: 'Noor' };
    expect(firings(check({ ...owned, blockedSince: '2026-11-11' }))).toBe(0);
    expect(firings(check({ ...owned, blockedSince: '2026-11-10' }))).toBe(1);
    expect(firings(check({ ...owned, blockedSince: '2026-11-10', unblockBy: '2026-11-20' }))).toBe(0);
    expect(firings(check({ ...owned, blockedSince: '2026-11-10', hasDatedAction: true }))).toBe(0);
  });

  it('leaves what is not blocked, and what is not Tier 1', () => {
    expect(firings(check({ status: 'at-risk' }))).toBe(0);
    const both = onRecord({
      initiatives: [anInitiative(), anInitiative({ id: 'I-2', tier: 2, status: 'blocked' })],
    });
    expect(
      firings(tier1BlockedUnaccountable(checkInputOf({ asOf: AS_OF, series: [], onRecord: both }))),
    ).toBe(0);
  });

  it('reads a register that came as a file, and says what that file does not know', () => {
    const records = { ...noRecords, initiatives: [anInitiativeOfFile()] };
    const outcome = tier1BlockedUnaccountable(checkInputOf({ asOf: AS_OF, series: [], records }));
    expect(outcome).toMatchObject({
      found: [{ notes: [expect.stringContaining('no column for who unblocks')] }],
    });
  });

  it('says what is missing', () => {
    expect(firings(tier1BlockedUnaccountable(checkInputOf({ asOf: AS_OF, series: [] })))).toBe(
      'no initiative carries tier 1',
    );
  });
});

describe('a Tier 1 that does not move', () => {
  const check = (values: readonly number[], parts: Partial<InitiativeOnRecord> = {}) =>
    tier1Stalled(
      checkInputOf({
        series: [weekly('initiative-completion', 'I-1', values)],
        onRecord: onRecord({ initiatives: [anInitiative({ due: null, ...parts })] }),
      }),
    );
  /** 0, 2, 4, ... 38 %: grew in each of 19 weeks, so that a week without has the chance 0.5 / 20. */
  const course = Array.from({ length: 20 }, (_, week) => week * 0.02);

  it('fires when its own course makes so long a stop incredible', () => {
    // 0.025 squared is 0.000625, under 0.00135; 0.025 is not.
    expect(theOne(check([...course, 0.38, 0.38])).text).toMatch(
      /^Event bus has stood at 38 % for 2 weeks \(no date; Ana Petrova accountable\)/,
    );
    expect(firings(check([...course, 0.38]))).toBe(0);
  });

  it('allows for work that always went in steps', () => {
    // Of the 19 weeks from its first growth 9 were without: 9.5 / 20 = 0.475; eight weeks are 0.0026, nine 0.0012.
    const steps = Array.from({ length: 20 }, (_, week) => Math.floor((week + 1) / 2) * 0.04);
    expect(firings(check([...steps, ...repeated(0.4, 8)]))).toBe(0);
    expect(firings(check([...steps, ...repeated(0.4, 9)]))).toBe(1);
  });

  it('takes three weeks in a short history', () => {
    expect(firings(check([0, 0.1, 0.1, 0.1, 0.1]))).toBe(1);
    expect(firings(check([0, 0.1, 0.2, 0.2, 0.2]))).toBe(0);
  });

  it('fires where its pace passes its date by more than two weeks', () => {
    // 62 % to go at 2 % a week from 8 April 2026: the middle of November.
    expect(theOne(check(course, { due: '2026-10-20' })).text).toContain(
      'At its own pace of 2 % a week it ends on 1',
    );
    expect(firings(check(course, { due: '2026-11-05' }))).toBe(0);
  });

  it('is quiet when all is done, or the initiative is no longer open', () => {
    expect(firings(check([...course, 1, 1, 1, 1]))).toBe(0);
    expect(firings(check([...course, 0.38, 0.38], { status: 'done' }))).toBe(
      'no open initiative carries tier 1',
    );
  });

  it('says what is missing', () => {
    const open = onRecord({ initiatives: [anInitiative()] });
    expect(firings(tier1Stalled(checkInputOf({ asOf: AS_OF, series: [], onRecord: open })))).toBe(
      'no completion of a Tier 1 initiative is imported',
    );
  });
});

describe('promises that slip', () => {
  const check = (kept: number, due: number, reviews = 3) =>
    commitmentsSlipping(
      checkInputOf({
        asOf: AS_OF,
        series: [],
        onRecord: onRecord({
          promises: { reviews, kept, due, slipped: [{ id: 'A-2', text: 'Page limits', slips: 2 }] },
        }),
      }),
    );

  it('fires under six of ten kept', () => {
    expect(theOne(check(4, 8)).text).toBe(
      '4 of 8 commitments of the last three reviews were kept; A-2 slipped a second time and needs a decision now.',
    );
    expect(firings(check(6, 10))).toBe(0);
  });

  it('is quiet while few fell due, and waits for three reviews', () => {
    expect(firings(check(1, 7))).toBe(0);
    expect(firings(check(4, 8, 2))).toBe('it needs 3 reviews; there are 2');
  });

  it('says what is missing', () => {
    expect(firings(commitmentsSlipping(checkInputOf({ asOf: AS_OF, series: [] })))).toBe(
      'no ledger of commitments was read',
    );
  });
});
