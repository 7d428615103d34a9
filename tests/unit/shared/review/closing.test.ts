import { describe, expect, it } from 'vitest';
import { closingRules } from '#shared/drive/registers.ts';
import { type ClosingContext, closingChecks, isWaiverReason, mayClose } from '#shared/review/closing.ts';
import { foldReview } from '#shared/review/fold.ts';
import { aLiveLog, anAnomaly, VERDICT } from '#tests/support/written-log.ts';

const SIX = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
const CONTEXT: ClosingContext = { answered: SIX, initiatives: [] };

type Log = ReturnType<typeof aLiveLog>;
const checks = (log: Log, context = CONTEXT) => closingChecks(foldReview('r1', log.events), context);
const unmet = (log: Log, rule: string, context = CONTEXT) =>
  checks(log, context)
    .find((check) => check.rule === rule)
    ?.unmet.map((one) => one.text);

function named(log: Log): Log {
  log.review('10:46:00', 'constraint-named', {
    name: 'The decision on the schema registry',
    kind: 'decision',
    unchanged: false,
    evidence: [],
    subordinated: null,
    lastBecame: null,
    moved: null,
  });
  return log;
}

describe('closing', () => {
  it('checks the ten rules of the registers', () => {
    expect(checks(aLiveLog()).map((check) => check.rule)).toEqual(closingRules.map((rule) => rule.id));
  });

  it('lets a review close whose must rules are met, with the others said', () => {
    const result = checks(named(aLiveLog()));
    expect(mayClose(result)).toBe(true);
    expect(result.filter((check) => !check.met).map((check) => check.sentence)).toEqual([
      '1 next review to be set',
      '1 rating to be taken',
    ]);
  });

  it('waits for a verdict on what was shown, not on what was never reached', () => {
    const log = named(aLiveLog({ anomalies: [anAnomaly('a1'), anAnomaly('a2')] }));
    log.review('10:20:00', 'anomaly-opened', { anomaly: 'a1' });
    expect(unmet(log, 'verdicts')).toEqual(['“Headline of a1” was shown and has no verdict']);
    log.review('10:21:00', 'anomaly-set-aside', { anomaly: 'a1', reason: 'next week' });
    expect(unmet(log, 'verdicts')).toEqual([]);
  });

  it('waits for the reason of a verdict that stands on one', () => {
    const log = named(aLiveLog({ anomalies: [anAnomaly('a1'), anAnomaly('a2')] }));
    log.review('10:20:00', 'verdict-given', { anomaly: 'a1', verdict: 'explained', ...VERDICT });
    log.review('10:21:00', 'verdict-given', { anomaly: 'a2', verdict: 'noise', ...VERDICT });
    expect(unmet(log, 'verdicts')).toEqual(['“Headline of a1” is explained without its cause']);
    const again = { ...VERDICT, reason: 'the freeze' };
    log.review('10:22:00', 'verdict-given', { anomaly: 'a1', verdict: 'explained', ...again });
    expect(unmet(log, 'verdicts')).toEqual([]);
  });

  it('waits for owner and date of every finding and of every action', () => {
    const log = named(aLiveLog({ anomalies: [anAnomaly('a1')] }));
    log.review('10:20:00', 'verdict-given', { anomaly: 'a1', verdict: 'act', ...VERDICT });
    expect(unmet(log, 'findings-owned')).toEqual(['“Headline of a1” has no owner and no date']);
    const item = foldReview('r1', log.events).items[0]?.id ?? '';
    log.review('10:21:00', 'item-changed', { item, changes: { owner: 'li' } });
    expect(unmet(log, 'captures-complete')).toEqual(['“Headline of a1” has no date']);
    log.review('10:22:00', 'item-changed', { item, changes: { due: '2026-11-27' } });
    expect(mayClose(checks(log))).toBe(true);
  });

  it('takes an initiative for an answer to a finding', () => {
    const log = named(aLiveLog({ anomalies: [anAnomaly('a1')] }));
    log.review('10:20:00', 'verdict-given', { anomaly: 'a1', verdict: 'act', ...VERDICT });
    log.review('10:21:00', 'captured', {
      item: 'i1',
      kind: 'initiative',
      text: 'Registry',
      line: 'Registry',
      block: null,
      anomaly: 'a1',
      owner: 'li',
      due: '2027-01-29',
    });
    expect(unmet(log, 'findings-owned')).toEqual([]);
  });

  it('waits for questions that neither the data nor the room has answered', () => {
    const log = named(aLiveLog());
    const context = { ...CONTEXT, answered: SIX.slice(1) };
    expect(unmet(log, 'six', context)).toHaveLength(1);
    log.review('10:47:00', 'question-answered', {
      question: 'q1',
      answer: { kind: 'not-answered', missing: 'no delivery data' },
      computed: '',
    });
    expect(unmet(log, 'six', context)).toEqual([]);
  });

  it('waits for who unblocks a blocked Tier 1, and when', () => {
    const blocked = { id: 'I-1', text: 'Event bus', tier: 1, status: 'blocked' as const };
    const initiatives = [
      { ...blocked, unblockOwner: null, unblockBy: null },
      { ...blocked, id: 'I-3', unblockOwner: 'noor', unblockBy: null },
      { ...blocked, id: 'I-5', tier: 2, unblockOwner: null, unblockBy: null },
      { ...blocked, id: 'I-6', unblockOwner: 'noor', unblockBy: '2026-11-20' },
    ];
    expect(unmet(named(aLiveLog()), 'tier1', { ...CONTEXT, initiatives })).toEqual([
      'I-1 Event bus: nobody is to unblock it',
      'I-3 Event bus: no date to unblock it by',
    ]);
  });

  it('waits for the andon to be released', () => {
    const log = named(aLiveLog());
    log.review('10:20:00', 'andon-pulled', { reason: 'the number is wrong', by: null });
    expect(unmet(log, 'andon')).toEqual(['The andon is still pulled: the number is wrong']);
  });

  it('lets a must rule be waived with a reason of ten characters, and keeps the reason', () => {
    const log = aLiveLog();
    log.review('10:48:00', 'rule-waived', { rule: 'constraint', reason: 'too early' });
    expect(mayClose(checks(log))).toBe(false);
    log.review('10:49:00', 'rule-waived', { rule: 'constraint', reason: 'Ruth was called away' });
    expect(mayClose(checks(log))).toBe(true);
    expect(checks(log).find((check) => check.rule === 'constraint')?.waived).toBe('Ruth was called away');
  });

  it('takes blanks for no reason', () => {
    expect(isWaiverReason('   short         ')).toBe(false);
    expect(isWaiverReason('0123456789')).toBe(true);
  });
});
