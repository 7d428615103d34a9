import { describe, expect, it } from 'vitest';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { lineSpec } from '#renderer/src/features/live/line/line-spec.ts';
import { readLine } from '#renderer/src/features/live/line/read-line.ts';
import { take } from '#renderer/src/features/live/line/taken.ts';
import type { Live } from '#renderer/src/features/live/live.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import { aCaptureContext } from '#tests/support/capture.ts';
import { AGENDA, aBlock, aLiveLog, anAnomaly } from '#tests/support/written-log.ts';

const reading = anAnomaly('x').reading;
const CHARTS: AgendaBlock = aBlock('charts', 5, {
  kind: 'custom',
  content: {
    kind: 'charts',
    layout: 'together',
    series: [
      { id: reading.id, name: 'Search, change lead time' },
      { id: 'gone|x', name: 'Gone' },
    ],
  },
});

/** A live review on a block, with an action, a risk and something parked on record. */
function aLive(block: AgendaBlock): Live {
  const log = aLiveLog({ charts: [reading] });
  const blocks = [...AGENDA, block];
  log.organization('09:00:00', 'action-recorded', {
    action: 'k1',
    text: 'Rota live',
    owner: 'maria',
    due: '2026-11-13',
    status: 'open',
    doneOn: null,
    evidence: null,
    reason: null,
    dimension: null,
    priority: 'normal',
    links: [],
  });
  log.review('10:01:00', 'agenda-set', { template: 'own', slotMinutes: 60, blocks });
  for (const item of ['p1', 'p2'])
    log.review('10:01:30', 'captured', {
      item,
      kind: 'parking',
      text: item,
      line: item,
      block: null,
      anomaly: null,
    });
  log.review('10:01:40', 'captured', {
    item: 'k2',
    kind: 'risk',
    text: 'One key',
    line: 'One key',
    block: null,
    anomaly: null,
  });
  log.review('10:02:00', 'block-entered', { block: block.id });
  return {
    review: foldReview('r1', log.events),
    registers: foldRegisters(log.events),
    today: '2026-11-18',
    locale: 'en-GB',
    nameOf: (id) => (id === 'maria' ? 'Maria Silva' : id),
  };
}

function taken(ask: Ask, text: string, block: AgendaBlock = aBlock('parking', 5)) {
  const live = aLive(block);
  const pressed = lineSpec(ask, live).reads;
  const context = pressed === null ? null : aCaptureContext({ pressed, anomaly: null });
  return take(ask, { text, parse: readLine(ask, text, context), newId: () => 'new' }, live);
}

const ACTION: Ask = { kind: 'row', register: 'actions', id: 'A-1' };
const RISK: Ask = { kind: 'row', register: 'risks', id: 'R-1' };

describe('a line for an entry of a register', () => {
  it('changes owner and date, naming what its author saw', () => {
    expect(taken(ACTION, '@maria fri')).toMatchObject({
      events: [
        {
          stream: 'organization',
          type: 'action-changed',
          data: { action: 'A-1', changes: { owner: 'maria', due: '2026-11-20' } },
        },
      ],
      said: expect.stringMatching(/^A-1: Maria Silva, Friday.20.November\.$/),
    });
  });

  it('settles an action, dropped only with its reason', () => {
    expect(taken(ACTION, 'done')).toMatchObject({
      events: [{ data: { changes: { status: 'done', doneOn: '2026-11-18' } } }],
    });
    expect(taken(ACTION, 'dropped, the vendor left')).toMatchObject({
      events: [{ data: { changes: { status: 'dropped', reason: 'the vendor left' } } }],
    });
    expect(taken(ACTION, 'dropped')).toMatchObject({ kind: 'refused' });
  });

  it('rates a risk, gives it a dimension, closes it, and refuses what it does not understand', () => {
    expect(taken(RISK, 'L3 I4 #reliability fri')).toMatchObject({
      events: [
        {
          type: 'risk-changed',
          data: { changes: { likelihood: 3, impact: 4, dimension: 'reliability', reviewOn: '2026-11-20' } },
        },
      ],
    });
    expect(taken(RISK, 'closed')).toMatchObject({ events: [{ data: { changes: { status: 'closed' } } }] });
    expect(taken(RISK, 'somebody should look')).toMatchObject({ kind: 'refused' });
    expect(taken({ ...RISK, id: 'R-9' }, 'closed')).toEqual({
      kind: 'refused',
      why: 'R-9 is not on record any more.',
    });
  });
});

describe('a line for something parked', () => {
  it('makes an action of it, and points at the next', () => {
    const parked: Ask = { kind: 'parked', item: 'p1', outcome: 'action' };
    expect(taken(parked, 'Ask the vendor @maria fri')).toMatchObject({
      events: [
        { type: 'captured', data: { item: 'new', kind: 'action', owner: 'maria', due: '2026-11-20' } },
        { type: 'parking-settled', data: { item: 'p1', outcome: 'action', became: 'new' } },
      ],
      point: ['block:parking', 'p2'],
    });
  });

  it('drops it with its reason, and nothing without one', () => {
    const parked: Ask = { kind: 'parked', item: 'p1', outcome: 'dropped' };
    expect(taken(parked, 'it is @old by fri')).toMatchObject({
      events: [{ data: { outcome: 'dropped', reason: 'it is @old by fri', became: null } }],
    });
    expect(taken(parked, '  ')).toEqual({ kind: 'nothing' });
  });
});

describe('a line for an upcoming change', () => {
  it('needs its day, which may come first', () => {
    expect(taken({ kind: 'change' }, 'Peak sales freeze 25 nov')).toMatchObject({
      events: [
        { type: 'upcoming-change-registered', data: { text: 'Peak sales freeze', from: '2026-11-25' } },
      ],
    });
    expect(taken({ kind: 'change' }, '25 nov Peak sales freeze')).toMatchObject({
      events: [{ data: { text: 'Peak sales freeze', from: '2026-11-25' } }],
    });
    expect(taken({ kind: 'change' }, 'Peak sales freeze')).toMatchObject({ kind: 'refused' });
  });
});

describe('what is taken down while charts are shown', () => {
  it('is about the chart at hand, and lends its dimension', () => {
    const capture: Ask = { kind: 'capture', capture: 'action', private: false };
    expect(taken(capture, 'Ask why @maria', CHARTS)).toMatchObject({
      events: [{ data: { links: [reading.id], dimension: 'delivery', block: 'charts', anomaly: null } }],
    });
    expect(taken(capture, 'Ask why #reliability', CHARTS)).toMatchObject({
      events: [{ data: { dimension: 'reliability' } }],
    });
    expect(lineSpec(capture, aLive(CHARTS)).about).toBe('Search, change lead time');
  });
});

describe('why a meeting was rated so', () => {
  it('is kept without a name', () => {
    const why = taken({ kind: 'why-rating' }, 'Too many charts');
    expect(why).toMatchObject({
      events: [{ type: 'rating-explained', data: { reason: 'Too many charts' } }],
    });
  });
});
