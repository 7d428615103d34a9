import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#shared/events/event.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { itemChange, recordChange, valueSeen, verdictChange } from '#shared/review/changes.ts';
import { foldReview } from '#shared/review/fold.ts';
import { aLiveLog, aLog, anAnomaly } from '#tests/support/written-log.ts';

/** Two devices that start from the same log and do not see each other until they are merged. */
function apart(log: ReturnType<typeof aLog>) {
  return {
    left: aLog('r1', 'left'),
    right: aLog('r1', 'right'),
    merged: (...logs: readonly (readonly StoredEvent[])[]) => [...log.events, ...logs.flat()],
  };
}

function captured() {
  const log = aLiveLog();
  log.review('10:05:00', 'captured', {
    item: 'i',
    kind: 'action',
    text: 'i',
    line: 'i',
    block: null,
    anomaly: null,
  });
  return log;
}

const itemIn = (events: readonly StoredEvent[]) => {
  const [item] = foldReview('r1', events).items;
  if (item === undefined) throw new Error('an item');
  return item;
};

describe('changes made apart', () => {
  it('of one field of an item are pointed out, and settled by the next edit', () => {
    const log = captured();
    const { left, right, merged } = apart(log);
    const item = itemIn(log.events);
    left.review('10:06:00', 'item-changed', itemChange(item, { owner: 'li' }));
    right.review('10:06:01', 'item-changed', itemChange(item, { owner: 'tom' }));
    const both = itemIn(merged(left.events, right.events));
    expect(both).toMatchObject({ owner: 'tom', contested: ['owner'] });
    left.review('10:07:00', 'item-changed', itemChange(both, { owner: 'li' }));
    expect(itemIn(merged(left.events, right.events))).toMatchObject({ owner: 'li', contested: [] });
  });

  it('of two fields of an item both count, and nothing is pointed out', () => {
    const log = captured();
    const { left, right, merged } = apart(log);
    const item = itemIn(log.events);
    left.review('10:06:00', 'item-changed', itemChange(item, { owner: 'li' }));
    right.review('10:06:01', 'item-changed', itemChange(item, { due: '2026-11-27' }));
    expect(itemIn(merged(left.events, right.events))).toMatchObject({
      owner: 'li',
      due: '2026-11-27',
      contested: [],
    });
  });

  it('win over a peer whose clock is a day ahead, once its value was seen', () => {
    const log = captured();
    const { left, right, merged } = apart(log);
    right.review('2026-11-19T10:06:00Z', 'item-changed', itemChange(itemIn(log.events), { owner: 'tom' }));
    left.review('10:07:00', 'item-changed', itemChange(itemIn(merged(right.events)), { owner: 'li' }));
    expect(itemIn(merged(left.events, right.events))).toMatchObject({ owner: 'li', contested: [] });
  });

  it('of a verdict are both shown until one replaces them', () => {
    const log = aLiveLog({ anomalies: [anAnomaly('a1')] });
    const { left, right, merged } = apart(log);
    const anomalyIn = (events: readonly StoredEvent[]) => {
      const [anomaly] = foldReview('r1', events).anomalies;
      if (anomaly === undefined) throw new Error('an anomaly');
      return anomaly;
    };
    const before = anomalyIn(log.events);
    left.review('10:06:00', 'verdict-given', verdictChange(before, { verdict: 'noise' }));
    right.review(
      '10:06:01',
      'verdict-given',
      verdictChange(before, { verdict: 'watch', until: '2026-12-02' }),
    );
    const both = anomalyIn(merged(left.events, right.events));
    expect(both.contested.map((verdict) => verdict.verdict)).toEqual(['noise', 'watch']);
    left.review('10:07:00', 'verdict-given', verdictChange(both, { verdict: 'noise' }));
    expect(anomalyIn(merged(left.events, right.events))).toMatchObject({
      verdict: { verdict: 'noise' },
      contested: [],
    });
  });

  it('of an entry of a register are pointed out as well', () => {
    const log = captured();
    const { left, right, merged } = apart(log);
    const [action] = foldRegisters(log.events).actions;
    if (action === undefined) throw new Error('an action');
    left.organization('11:00:00', 'action-changed', {
      action: 'A-1',
      ...recordChange(action, { owner: 'li' }),
    });
    right.organization('11:00:01', 'action-changed', {
      action: 'A-1',
      ...recordChange(action, { owner: 'tom' }),
    });
    expect(foldRegisters(merged(left.events, right.events)).actions).toMatchObject([
      { owner: 'tom', contested: ['owner'] },
    ]);
  });

  it('of an answer both stay visible until one replaces them', () => {
    const log = aLiveLog();
    const { left, right, merged } = apart(log);
    const answer = (
      who: ReturnType<typeof aLog>,
      when: string,
      text: string,
      events: readonly StoredEvent[],
    ) =>
      who.review(when, 'question-answered', {
        question: 'q1',
        answer: { kind: 'edited', text },
        computed: '',
        ...valueSeen(foldReview('r1', events), 'answer', 'q1'),
      });
    answer(left, '10:40:00', 'Search', log.events);
    answer(right, '10:40:01', 'Search and Data', log.events);
    const both = merged(left.events, right.events);
    expect(foldReview('r1', both)).toMatchObject({
      answers: { q1: { answer: { text: 'Search and Data' } } },
      contested: [{ kind: 'answer', id: 'q1', versions: [{ text: 'Search' }, { text: 'Search and Data' }] }],
    });
    answer(left, '10:41:00', 'Search alone', both);
    expect(foldReview('r1', merged(left.events, right.events))).toMatchObject({
      answers: { q1: { answer: { text: 'Search alone' } } },
      contested: [],
    });
  });
});
