import { describe, expect, it } from 'vitest';
import { ledBy } from '#shared/review/chair.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, aLog, ms } from '#tests/support/written-log.ts';

const PLAN = { date: '2026-11-18', time: '10:00', slotMinutes: 60, template: 'organization-60' };
const START = {
  asOf: '2026-11-18',
  anomalies: [],
  wins: [],
  dimensions: [],
  expectedFalse: 0,
  commitments: [],
  gaps: [],
};

function started() {
  const log = aLog();
  log.review('2026-11-17T10:00:00Z', 'review-planned', {
    ...PLAN,
    facilitator: 'li',
    scribe: 'sam',
    timekeeper: 'ana',
  });
  log.review('2026-11-17T10:01:00Z', 'agenda-set', {
    template: 'organization-60',
    slotMinutes: 60,
    blocks: AGENDA,
  });
  log.review('10:00:00', 'review-started', START);
  return log;
}

const folded = (log: ReturnType<typeof aLog>) => foldReview('r1', log.events);

describe('who has which role', () => {
  it('is on record from when to when while the review runs', () => {
    const log = started();
    log.review('10:20:00', 'roles-set', { facilitator: 'tom', scribe: 'sam' });
    log.review('10:40:00', 'roles-set', { facilitator: 'tom', scribe: 'li', timekeeper: null });
    log.review('11:00:00', 'review-closed', {});
    const { roleSpans, facilitator, scribe, timekeeper } = folded(log);
    expect({ facilitator, scribe, timekeeper }).toEqual({
      facilitator: 'tom',
      scribe: 'li',
      timekeeper: null,
    });
    expect(roleSpans.map(({ role, person, fromMs, toMs }) => [role, person, fromMs, toMs])).toEqual([
      ['facilitator', 'li', ms('10:00:00'), ms('10:20:00')],
      ['facilitator', 'tom', ms('10:20:00'), ms('11:00:00')],
      ['scribe', 'sam', ms('10:00:00'), ms('10:40:00')],
      ['scribe', 'li', ms('10:40:00'), ms('11:00:00')],
      ['timekeeper', 'ana', ms('10:00:00'), ms('10:40:00')],
    ]);
  });

  it('goes back when the change is taken back', () => {
    const log = started();
    const change = log.review('10:20:00', 'roles-set', { facilitator: 'tom', scribe: 'sam' });
    log.review('10:21:00', 'event-undone', { event: change.id });
    expect(folded(log).facilitator).toBe('li');
    expect(folded(log).roleSpans.filter(({ role }) => role === 'facilitator')).toHaveLength(1);
  });
});

describe('whose turn a review was', () => {
  it('is who held the chair longest while the clock ran', () => {
    const log = started();
    log.review('10:50:00', 'roles-set', { facilitator: 'tom', scribe: 'sam' });
    log.review('11:00:00', 'review-closed', {});
    expect(ledBy(folded(log), ms('12:00:00'))).toBe('li');
  });

  it('does not count a night in which it was suspended', () => {
    const log = started();
    log.review('10:10:00', 'review-suspended', { reason: null });
    log.review('2026-11-19T10:00:00Z', 'review-resumed', {});
    log.review('2026-11-19T10:00:01Z', 'roles-set', { facilitator: 'tom', scribe: 'sam' });
    log.review('2026-11-19T10:40:00Z', 'review-closed', {});
    expect(ledBy(folded(log), ms('2026-11-19T12:00:00Z'))).toBe('tom');
  });

  it('is nobody’s before the start', () => {
    const log = aLog();
    log.review('2026-11-17T10:00:00Z', 'review-planned', { ...PLAN, facilitator: 'li', scribe: null });
    expect(ledBy(folded(log), ms('12:00:00'))).toBeNull();
  });
});
