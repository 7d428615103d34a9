import { describe, expect, it } from 'vitest';
import type { ReviewEventOf } from '#shared/events/event.ts';
import { foldReview } from '#shared/review/fold.ts';
import {
  aBlock,
  aLiveLog,
  aLog,
  anAnomaly,
  CHECK,
  ms,
  STARTED,
  VERDICT,
} from '#tests/support/written-log.ts';

const fold = (log: ReturnType<typeof aLog>) => foldReview('r1', log.events);
const capture = (item: string, more: Partial<ReviewEventOf<'captured'>['data']> = {}) => ({
  item,
  kind: 'action' as const,
  text: `Text of ${item}`,
  line: `line of ${item}`,
  block: null,
  anomaly: null,
  ...more,
});

describe('the course of a review', () => {
  it('prepares before it is started', () => {
    const log = aLog();
    log.review('09:00:00', 'review-planned', {
      date: '2026-11-18',
      time: '10:00',
      slotMinutes: 60,
      template: 'organization-60',
      facilitator: 'li',
      scribe: null,
    });
    log.review('09:10:00', 'roles-set', { facilitator: 'li', scribe: 'sam' });
    expect(fold(log)).toMatchObject({
      status: 'preparing',
      date: '2026-11-18',
      facilitator: 'li',
      scribe: 'sam',
    });
  });

  it('goes from live to suspended to live to closed', () => {
    const log = aLiveLog();
    expect(fold(log).status).toBe('live');
    log.review('10:10:00', 'review-suspended', { reason: null });
    expect(fold(log).status).toBe('suspended');
    log.review('10:20:00', 'review-resumed', {});
    expect(fold(log).status).toBe('live');
    log.review('10:50:00', 'review-closed', {});
    expect(fold(log)).toMatchObject({ status: 'closed', closedAtMs: ms('10:50:00') });
  });

  it('starts once when two devices start it', () => {
    const log = aLiveLog({ anomalies: [anAnomaly('first')] });
    log.review('10:00:05', 'review-started', { ...STARTED, anomalies: [anAnomaly('second')] });
    expect(fold(log)).toMatchObject({ startedAtMs: ms('10:00:00'), anomalies: [{ id: 'first' }] });
  });

  it('passes over a block that the agenda does not have', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'block-entered', { block: 'gone' });
    expect(fold(log).currentBlock).toBe('wins');
  });

  it('keeps what was planned for each block when the agenda changes while live', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'agenda-set', {
      template: 'organization-60',
      slotMinutes: 50,
      blocks: [aBlock('wins', 2), aBlock('new', 3)],
    });
    expect(fold(log).blocks.map(({ id, planned, minutes }) => [id, planned, minutes])).toEqual([
      ['wins', 5, 2],
      ['new', 0, 3],
    ]);
  });

  it('forgets the anomaly on the stage when the next block is entered', () => {
    const log = aLiveLog({ anomalies: [anAnomaly('a1')] });
    log.review('10:05:00', 'anomaly-opened', { anomaly: 'a1' });
    expect(fold(log).currentAnomaly).toBe('a1');
    log.review('10:06:00', 'block-entered', { block: 'reliability' });
    expect(fold(log).currentAnomaly).toBeNull();
  });

  it('counts events of a newer build and goes on without them', () => {
    const log = aLiveLog();
    const [first] = log.events;
    const newer = { ...first, id: 'n1', type: 'dream-told', data: {} } as (typeof log.events)[number];
    expect(foldReview('r1', [...log.events, newer])).toEqual({ ...fold(log), passedOver: 1 });
  });
});

describe('anomalies', () => {
  const three = [
    anAnomaly('r1', { dimension: 'reliability' }),
    anAnomaly('d1'),
    anAnomaly('d2'),
    anAnomaly('v1', { dimension: 'vigilance' }),
  ];

  it('stand in the order of the agenda, by hand inside a dimension, those without a block last', () => {
    const log = aLiveLog({ anomalies: three });
    log.review('10:01:00', 'anomalies-ordered', { dimension: 'delivery', order: ['d2', 'gone', 'd1'] });
    expect(fold(log).anomalies.map((anomaly) => anomaly.id)).toEqual(['d2', 'd1', 'r1', 'v1']);
  });

  it('are waiting, shown, decided, set aside, and at the close not reached', () => {
    const log = aLiveLog({ anomalies: three });
    log.review('10:06:00', 'anomaly-opened', { anomaly: 'd1' });
    log.review('10:07:00', 'verdict-given', { anomaly: 'd1', verdict: 'noise', ...VERDICT });
    log.review('10:08:00', 'anomaly-opened', { anomaly: 'd2' });
    log.review('10:09:00', 'anomaly-set-aside', { anomaly: 'v1', reason: 'bulk rename' });
    const statuses = () => Object.fromEntries(fold(log).anomalies.map(({ id, status }) => [id, status]));
    expect(statuses()).toEqual({ d1: 'decided', d2: 'shown', r1: 'waiting', v1: 'set-aside' });
    log.review('10:50:00', 'review-closed', {});
    expect(statuses()).toEqual({ d1: 'decided', d2: 'not-reached', r1: 'not-reached', v1: 'set-aside' });
  });

  it('come back when they are put back', () => {
    const log = aLiveLog({ anomalies: three });
    log.review('10:01:00', 'anomaly-set-aside', { anomaly: 'd1', reason: 'known' });
    log.review('10:02:00', 'anomaly-put-back', { anomaly: 'd1' });
    expect(fold(log).aside).toEqual({});
  });

  it('have the last verdict, and show both when two people decided apart', () => {
    const log = aLiveLog({ anomalies: three });
    const first = log.review('10:06:00', 'verdict-given', { anomaly: 'd1', verdict: 'noise', ...VERDICT });
    log.review('10:07:00', 'verdict-given', {
      anomaly: 'd1',
      verdict: 'watch',
      ...VERDICT,
      until: '2026-12-02',
      seen: { verdict: [first.id] },
    });
    expect(fold(log).anomalies[0]).toMatchObject({ verdict: { verdict: 'watch' }, contested: [] });
    log.review('10:08:00', 'verdict-given', {
      anomaly: 'd1',
      verdict: 'act',
      ...VERDICT,
      seen: { verdict: [first.id] },
    });
    expect(fold(log).anomalies[0]?.contested.map((verdict) => verdict.verdict)).toEqual(['watch', 'act']);
  });

  it('lose a verdict that is undone', () => {
    const log = aLiveLog({ anomalies: three });
    const given = log.review('10:06:00', 'verdict-given', { anomaly: 'd1', verdict: 'act', ...VERDICT });
    log.review('10:07:00', 'event-undone', { event: given.id });
    expect(fold(log).anomalies[0]).toMatchObject({ status: 'waiting', verdict: null });
    expect(fold(log).items).toEqual([]);
  });
});

describe('what is captured', () => {
  it('is kept with its flags even when the review is closed already', () => {
    const log = aLiveLog();
    log.review('10:50:00', 'review-closed', {});
    log.review('10:51:00', 'captured', capture('i1', { flags: ['missing-owner'] }));
    expect(fold(log).items).toMatchObject([{ id: 'i1', owner: null, flags: ['missing-owner'] }]);
  });

  it('shows its newest fields and its history', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'captured', capture('i1'));
    log.review('10:06:00', 'item-changed', { item: 'i1', changes: { owner: 'li', due: '2026-11-27' } });
    log.review('10:07:00', 'item-changed', { item: 'i1', changes: { owner: null } });
    const [item] = fold(log).items;
    expect(item).toMatchObject({ text: 'Text of i1', owner: null, due: '2026-11-27', contested: [] });
    expect(item?.history.map((edit) => edit.changes.owner)).toEqual([null, 'li', null]);
  });

  it('says which field two people changed', () => {
    const log = aLiveLog();
    const made = log.review('10:05:00', 'captured', capture('i1'));
    const seen = { owner: [made.id] };
    log.review('10:06:00', 'item-changed', { item: 'i1', changes: { owner: 'li' }, seen });
    log.review('10:06:01', 'item-changed', { item: 'i1', changes: { owner: 'priya' }, seen });
    expect(fold(log).items).toMatchObject([{ owner: 'priya', contested: ['owner'] }]);
  });

  it('is removed with a reason, not lost', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'captured', capture('i1'));
    log.review('10:06:00', 'item-removed', { item: 'i1', reason: 'said twice' });
    expect(fold(log)).toMatchObject({
      items: [],
      removed: [{ id: 'i1', removal: { reason: 'said twice' } }],
    });
  });

  it.each([
    ['data-problem', 'Correct the data: Headline of d1'],
    ['wrong-measure', 'Change the measure: Headline of d1'],
  ] as const)('a verdict %s opens an action by itself', (verdict, text) => {
    const log = aLiveLog({ anomalies: [anAnomaly('d1')] });
    log.review('10:06:00', 'verdict-given', {
      anomaly: 'd1',
      verdict,
      ...VERDICT,
      owner: 'li',
      reason: 'why',
    });
    expect(fold(log).items).toMatchObject([
      { kind: 'action', source: 'verdict', text, owner: 'li', anomaly: 'd1' },
    ]);
  });

  it('an action typed for the anomaly takes the place of the one that the verdict opened', () => {
    const log = aLiveLog({ anomalies: [anAnomaly('d1')] });
    log.review('10:06:00', 'verdict-given', { anomaly: 'd1', verdict: 'act', ...VERDICT });
    log.review('10:07:00', 'captured', capture('i1', { anomaly: 'd1' }));
    expect(fold(log).items.map((item) => item.id)).toEqual(['i1']);
    log.review('10:08:00', 'item-removed', { item: 'i1', reason: null });
    expect(fold(log).items.map((item) => item.source)).toEqual(['verdict']);
  });

  it('an action that a verdict opened can be edited like any other', () => {
    const log = aLiveLog({ anomalies: [anAnomaly('d1')] });
    log.review('10:06:00', 'verdict-given', { anomaly: 'd1', verdict: 'act', ...VERDICT });
    const item = fold(log).items[0]?.id ?? '';
    log.review('10:07:00', 'item-changed', { item, changes: { owner: 'li', text: 'Roll back' } });
    expect(fold(log).items).toMatchObject([{ id: item, owner: 'li', text: 'Roll back' }]);
  });
});

describe('the rest of the review', () => {
  it('checks the commitments that it started with', () => {
    const due = {
      action: 'A-102',
      text: 'Page limits',
      owner: 'ana.petrova',
      due: '2026-11-13',
      firstDue: '2026-11-04',
      status: 'open' as const,
      doneOn: null,
      slips: 2,
      review: 'r0',
    };
    const log = aLiveLog({ commitments: [due] });
    expect(fold(log).commitments).toEqual([{ ...due, check: null }]);
    log.review('10:06:00', 'commitment-checked', {
      action: 'A-102',
      status: 'open',
      ...CHECK,
      due: '2026-12-02',
      decision: 'scope',
    });
    expect(fold(log).commitments).toMatchObject([
      { check: { status: 'open', due: '2026-12-02', decision: 'scope' } },
    ]);
  });

  it('holds the andon open until it is released with what was decided', () => {
    const log = aLiveLog();
    log.review('10:06:00', 'andon-pulled', { reason: 'the number is wrong', by: 'Noor' });
    expect(fold(log).andons).toMatchObject([{ block: 'wins', released: null }]);
    log.review('10:08:00', 'andon-released', { decided: 'Leave it out' });
    expect(fold(log).andons).toMatchObject([{ released: { decided: 'Leave it out' } }]);
  });

  it('has the mean of all votes as its rating', () => {
    const log = aLiveLog();
    log.review('10:50:00', 'rating-given', { rating: 5, voters: 1 });
    log.review('10:50:01', 'rating-given', { rating: 3, voters: 3 });
    expect(fold(log).rating).toEqual({ mean: 3.5, voters: 4 });
  });

  it('goes back to the proposed text when an edit of the readout is taken away', () => {
    const log = aLiveLog();
    log.review('10:50:00', 'readout-edited', { section: 'headline', text: 'Ours' });
    expect(fold(log).edits).toEqual({ headline: 'Ours' });
    log.review('10:51:00', 'readout-edited', { section: 'headline', text: null });
    expect(fold(log).edits).toEqual({});
  });

  it('keeps the readout as it was made', () => {
    const log = aLiveLog();
    log.review('10:52:00', 'readout-made', { readout: { headline: 'Three sentences' } });
    expect(fold(log).readout).toEqual({ headline: 'Three sentences' });
  });
});
