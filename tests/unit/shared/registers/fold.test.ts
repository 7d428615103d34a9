import { describe, expect, it } from 'vitest';
import type { ReviewEventOf } from '#shared/events/event.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { ledgerOn, slipsOn } from '#shared/review/commitments.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, aLog, anAnomaly, CHECK, STARTED, VERDICT } from '#tests/support/written-log.ts';

type Log = ReturnType<typeof aLog>;
const TODAY = '2026-11-18';

function start(
  log: Log,
  day: string,
  started: Partial<ReviewEventOf<'review-started'>['data']> = {},
): string {
  const id = day;
  log.review(
    `${day}T09:00:00Z`,
    'review-planned',
    {
      date: day,
      time: '10:00',
      slotMinutes: 50,
      template: 'organization-60',
      facilitator: 'maria',
      scribe: 'sam',
    },
    id,
  );
  log.review(
    `${day}T09:01:00Z`,
    'agenda-set',
    { template: 'organization-60', slotMinutes: 50, blocks: AGENDA },
    id,
  );
  log.review(`${day}T10:00:00Z`, 'review-started', { ...STARTED, asOf: day, ...started }, id);
  return id;
}

function commit(log: Log, review: string, number: string | null, owner: string, due: string): void {
  const item = `item ${number ?? log.events.length}`;
  log.review(
    `${review}T10:20:00Z`,
    'captured',
    {
      item,
      kind: 'action',
      text: `Text of ${item}`,
      line: '',
      owner,
      due,
      block: null,
      anomaly: null,
      ...(number === null ? {} : { number }),
    },
    review,
  );
}

function nameConstraint(log: Log, review: string, unchanged: boolean): void {
  log.review(
    `${review}T10:45:00Z`,
    'constraint-named',
    {
      name: 'Review capacity of Platform',
      kind: 'capacity',
      unchanged,
      evidence: [],
      subordinated: null,
      lastBecame: null,
      moved: null,
    },
    review,
  );
}

function close(log: Log, review: string): void {
  log.review(`${review}T10:50:00Z`, 'review-closed', {}, review);
}

function done(log: Log, action: string, on: string): void {
  log.organization(`${on}T08:00:00Z`, 'action-changed', { action, changes: { status: 'done', doneOn: on } });
}

/** The three reviews before 2026-11-18, with every promise they made and what became of it. */
function threeReviews(): Log {
  const log = aLog();
  const october = start(log, '2026-10-28');
  for (const [number, due] of [
    ['A-101', '2026-11-04'],
    ['A-102', '2026-11-04'],
    ['A-103', '2026-11-04'],
    ['A-104', '2026-11-11'],
    ['A-105', '2026-11-11'],
  ] as const) {
    commit(log, october, number, 'jonas', due);
  }
  nameConstraint(log, october, false);
  close(log, october);
  done(log, 'A-101', '2026-11-03');
  done(log, 'A-103', '2026-11-04');
  const registers = foldRegisters(log.events);
  const first = start(log, '2026-11-04', { commitments: carryOver(registers, '2026-11-04').commitments });
  log.review(
    '2026-11-04T10:06:00Z',
    'commitment-checked',
    { action: 'A-102', status: 'open', ...CHECK, due: '2026-11-13' },
    first,
  );
  for (const [number, due] of [
    ['A-106', '2026-11-06'],
    ['A-107', '2026-11-06'],
    ['A-108', '2026-11-11'],
    ['A-109', '2026-11-11'],
  ] as const) {
    commit(log, first, number, 'sam', due);
  }
  nameConstraint(log, first, true);
  close(log, first);
  done(log, 'A-106', '2026-11-06');
  done(log, 'A-108', '2026-11-10');
  const second = start(log, '2026-11-11', {
    commitments: carryOver(foldRegisters(log.events), '2026-11-11').commitments,
  });
  log.review(
    '2026-11-11T10:06:00Z',
    'commitment-checked',
    { action: 'A-104', status: 'dropped', ...CHECK, reason: 'done by the vendor course' },
    second,
  );
  for (const [number, due] of [
    ['A-110', '2026-11-18'],
    ['A-111', '2026-11-18'],
    ['A-112', '2026-11-18'],
    ['A-113', '2026-11-25'],
  ] as const) {
    commit(log, second, number, 'li', due);
  }
  nameConstraint(log, second, true);
  close(log, second);
  done(log, 'A-105', '2026-11-16');
  done(log, 'A-109', '2026-11-17');
  done(log, 'A-111', '2026-11-17');
  return log;
}

describe('the promises of three reviews', () => {
  const log = threeReviews();
  const registers = foldRegisters(log.events);
  const action = (id: string) => registers.actions.find((entry) => entry.id === id);

  it('were kept in five of ten cases', () => {
    expect(ledgerOn(registers.actions, TODAY)).toEqual({
      kept: 5,
      late: 2,
      overdue: 2,
      dropped: 1,
      fellDue: 10,
      rate: 0.5,
    });
  });

  it('put before the next review what is due and what was done since', () => {
    expect(carryOver(registers, TODAY).commitments.map((due) => [due.action, due.status, due.slips])).toEqual(
      [
        ['A-107', 'open', 1],
        ['A-105', 'done', 1],
        ['A-109', 'done', 1],
        ['A-102', 'open', 2],
        ['A-110', 'open', 0],
        ['A-111', 'done', 0],
        ['A-112', 'open', 0],
      ],
    );
  });

  it('know that A-102 slipped twice, and how often it was carried over', () => {
    const entry = action('A-102');
    expect(entry && slipsOn(entry, TODAY)).toBe(2);
    expect(entry).toMatchObject({ due: '2026-11-13', carried: 1, review: '2026-10-28' });
    expect(entry?.dues.map(({ due, inItsReview }) => [due, inItsReview])).toEqual([
      ['2026-11-04', true],
      ['2026-11-13', false],
    ]);
  });

  it('keep why one was dropped', () => {
    expect(action('A-104')).toMatchObject({
      status: 'dropped',
      doneOn: '2026-11-11',
      reason: 'done by the vendor course',
    });
  });

  it('ask about a constraint that would be unchanged for the third time', () => {
    expect(carryOver(registers, TODAY).constraint).toMatchObject({ unchanged: 2, asks: true });
  });

  it('leave one line for each review', () => {
    expect(
      registers.reviews.map(({ date, status, plannedMinutes, usedMinutes }) => [
        date,
        status,
        plannedMinutes,
        usedMinutes,
      ]),
    ).toEqual([
      ['2026-10-28', 'closed', 50, 50],
      ['2026-11-04', 'closed', 50, 50],
      ['2026-11-11', 'closed', 50, 50],
    ]);
  });

  it('take the next free number, also for a promise of a live review', () => {
    const live = threeReviews();
    const today = start(live, TODAY);
    commit(live, today, null, 'li', '2026-11-25');
    expect(foldRegisters(live.events).actions.at(-1)).toMatchObject({ id: 'A-114', status: 'open' });
  });
});

describe('counted ids', () => {
  const recorded = (log: Log, when: string, action: string, number?: string) =>
    log.organization(when, 'action-recorded', {
      action,
      text: action,
      owner: null,
      due: null,
      status: 'open',
      doneOn: null,
      evidence: null,
      reason: null,
      dimension: null,
      priority: 'normal',
      links: [],
      ...(number === undefined ? {} : { number }),
    });
  const ids = (log: Log) => foldRegisters(log.events).actions.map(({ id, origin }) => `${origin} ${id}`);

  it('count in order of time', () => {
    const log = aLog();
    recorded(log, '10:00:00', 'first');
    recorded(log, '10:01:00', 'second');
    expect(ids(log)).toEqual(['first A-1', 'second A-2']);
  });

  it('are never given twice, even when the holder is undone', () => {
    const log = aLog();
    const first = recorded(log, '10:00:00', 'first');
    log.organization('10:01:00', 'event-undone', { event: first.id });
    recorded(log, '10:02:00', 'second');
    expect(ids(log)).toEqual(['second A-2']);
  });

  it('stay as a device gave them; of two that gave the same the later one moves on', () => {
    const log = aLog();
    recorded(log, '10:00:00', 'first', 'A-7');
    recorded(log, '10:01:00', 'second', 'A-7');
    recorded(log, '10:02:00', 'third');
    expect(ids(log)).toEqual(['first A-7', 'second A-8', 'third A-9']);
  });

  it('do not take a number that somebody gives later', () => {
    const log = aLog();
    recorded(log, '10:00:00', 'first');
    recorded(log, '10:01:00', 'second', 'A-2');
    recorded(log, '10:02:00', 'third');
    expect(ids(log)).toEqual(['first A-1', 'second A-2', 'third A-3']);
  });

  it('are counted when the note becomes an action', () => {
    const log = aLog();
    const note = { line: '', block: null, anomaly: null };
    log.review('10:00:00', 'captured', { item: 'n', kind: 'note', text: 'n', ...note });
    log.review('10:01:00', 'captured', { item: 'a', kind: 'action', text: 'a', ...note });
    log.review('10:02:00', 'item-changed', { item: 'n', changes: { kind: 'action' } });
    expect(ids(log)).toEqual(['n A-2', 'a A-1']);
  });
});

describe('registers', () => {
  it('show an edit by counted id and by origin, and what two people changed', () => {
    const log = aLog();
    const made = log.organization('10:00:00', 'risk-recorded', {
      risk: 'card',
      text: 'Single card provider',
      likelihood: 3,
      impact: 5,
      response: 'reduce',
      owner: 'priya',
      reviewOn: null,
      acceptedBy: null,
      acceptedUntil: null,
      transferredTo: null,
      status: 'open',
      links: [],
    });
    const seen = { likelihood: [made.id] };
    log.organization('10:01:00', 'risk-changed', { risk: 'R-1', changes: { likelihood: 4 }, seen });
    log.organization('10:02:00', 'risk-changed', { risk: 'card', changes: { likelihood: 2 }, seen });
    expect(foldRegisters(log.events).risks).toMatchObject([
      { id: 'R-1', likelihood: 2, contested: ['likelihood'] },
    ]);
  });

  it('hold captured risks, decisions and initiatives', () => {
    const log = aLog();
    const base = { line: '', block: null, anomaly: null };
    log.review('10:00:00', 'captured', {
      item: 'r',
      kind: 'risk',
      text: 'Ledger',
      likelihood: 4,
      impact: 4,
      reviewOn: '2026-12-18',
      ...base,
    });
    log.review('10:01:00', 'captured', {
      item: 'd',
      kind: 'decision',
      text: 'Freeze',
      owner: 'ruth',
      ...base,
    });
    log.review('10:02:00', 'captured', {
      item: 'i',
      kind: 'initiative',
      text: 'Registry',
      owner: 'sam',
      tier: 1,
      due: '2027-01-29',
      ...base,
    });
    expect(foldRegisters(log.events)).toMatchObject({
      risks: [{ id: 'R-1', likelihood: 4, reviewOn: '2026-12-18' }],
      decisions: [{ id: 'D-1', owner: 'ruth', on: '2026-11-18' }],
      initiatives: [{ id: 'I-1', accountable: 'sam', tier: 1, status: 'on-track' }],
    });
  });

  it('write an explanation on its chart, and remember every verdict', () => {
    const log = aLog();
    const id = start(log, TODAY, { anomalies: [anAnomaly('a1'), anAnomaly('a2')] });
    log.review(
      '10:20:00',
      'verdict-given',
      { anomaly: 'a1', verdict: 'explained', ...VERDICT, reason: 'migration' },
      id,
    );
    close(log, id);
    const registers = foldRegisters(log.events);
    expect(registers.annotations).toMatchObject([
      { series: ['change-lead-time|Search'], from: '2026-09-14', text: 'migration' },
    ]);
    expect(registers.verdicts.get('a1')).toMatchObject([{ verdict: 'explained', reason: 'migration' }]);
    expect(carryOver(registers, '2026-11-25').notReached).toEqual(['a2']);
  });

  it('count an action that a verdict opened when its review closes', () => {
    const log = aLog();
    const id = start(log, TODAY, { anomalies: [anAnomaly('a1')] });
    log.review('10:20:00', 'verdict-given', { anomaly: 'a1', verdict: 'act', ...VERDICT }, id);
    const origin = foldReview(id, log.events).items[0]?.id;
    expect(foldRegisters(log.events).actions).toMatchObject([{ id: origin }]);
    close(log, id);
    expect(foldRegisters(log.events).actions).toMatchObject([{ id: 'A-1', anomaly: 'a1' }]);
  });

  it('know who left, what a name stands for, and what was taken back', () => {
    const log = aLog();
    log.organization('10:00:00', 'person-added', {
      person: 'li',
      name: 'Li Wei',
      team: 'Search',
      role: null,
      active: true,
    });
    log.organization('10:01:00', 'person-changed', { person: 'li', changes: { active: false } });
    log.organization('10:02:00', 'entity-changed', {
      entity: 'search-api',
      changes: { kind: 'service', tier: 1 },
    });
    const snapshot = {
      file: 'a.csv',
      sha256: '',
      bytes: 1,
      rows: 1,
      series: 1,
      points: 1,
      signature: null,
      settings: {},
      sentence: '',
    };
    log.organization('10:03:00', 'snapshot-imported', { snapshot: 's1', ...snapshot });
    log.organization('10:04:00', 'snapshot-taken-back', { snapshot: 's1' });
    expect(foldRegisters(log.events)).toMatchObject({
      people: [{ id: 'li', name: 'Li Wei', active: false }],
      entities: [{ id: 'search-api', kind: 'service', tier: 1, active: true }],
      snapshots: [{ snapshot: 's1', takenBackAtMs: Date.parse('2026-11-18T10:04:00Z') }],
    });
  });

  it('live on the pinned day, and on their own days before it and after', () => {
    const log = aLog();
    const decide = (when: string, item: string) =>
      log.review(when, 'captured', {
        item,
        kind: 'decision',
        text: item,
        line: '',
        block: null,
        anomaly: null,
      });
    decide('2026-11-11T10:00:00Z', 'before');
    log.organization('2026-11-20T09:00:00Z', 'day-pinned', { day: '2026-11-18' });
    decide('2026-11-20T10:00:00Z', 'pinned');
    log.organization('2026-11-21T09:00:00Z', 'day-pinned', { day: null });
    decide('2026-11-21T10:00:00Z', 'after');
    expect(foldRegisters(log.events).decisions.map((decision) => decision.on)).toEqual([
      '2026-11-11',
      '2026-11-18',
      '2026-11-21',
    ]);
  });

  it('forget a mapping, and remember it again', () => {
    const log = aLog();
    log.organization('10:00:00', 'mapping-remembered', { signature: 's', settings: { decimal: ',' } });
    expect(foldRegisters(log.events).mappings.get('s')).toEqual({ decimal: ',' });
    log.organization('10:01:00', 'mapping-forgotten', { signature: 's' });
    expect(foldRegisters(log.events).mappings.size).toBe(0);
  });

  it('list upcoming changes by their day, without those that were removed', () => {
    const log = aLog();
    const change = (when: string, id: string, from: string) =>
      log.organization(when, 'upcoming-change-registered', {
        change: id,
        text: id,
        from,
        until: null,
        owner: null,
        entities: [],
      });
    change('10:00:00', 'switch', '2026-12-02');
    change('10:01:00', 'freeze', '2026-11-25');
    change('10:02:00', 'gone', '2026-11-20');
    log.organization('10:03:00', 'upcoming-change-removed', { change: 'gone' });
    expect(foldRegisters(log.events).upcomingChanges.map((entry) => entry.change)).toEqual([
      'freeze',
      'switch',
    ]);
  });
});
