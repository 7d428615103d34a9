import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { organizationEvent, reviewEvent } from '#shared/events/commands.ts';
import type { StoredEvent } from '#shared/events/event.ts';
import { mergeEvents, undoneIds } from '#shared/events/merge.ts';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import { AGENDA, anAnomaly, CHECK, STARTED, VERDICT } from '#tests/support/written-log.ts';

/** One thing that a device does: what, to which of four targets, having seen which earlier event. */
const deed = fc.record({
  what: fc.constantFrom(
    'start',
    'close',
    'enter',
    'hold',
    'resume',
    'minutes',
    'capture',
    'change',
    'remove',
    'verdict',
    'check',
    'undo',
    'redo',
    'record',
    'edit-action',
    'order',
    'unknown',
  ),
  target: fc.nat(3),
  device: fc.constantFrom('d1', 'd2', 'd3'),
  /** Milliseconds since the one before; 0 gives two events of one moment. */
  pause: fc.nat(2),
  saw: fc.option(fc.nat(40)),
});

type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

const START = Date.parse('2026-11-18T10:00:00.000Z');
const PREPARED = { template: 't', slotMinutes: 50, blocks: AGENDA };

function writeOne({ what, target, device, saw }: Deed, index: number, ms: number): StoredEvent {
  const id = `e${index}`;
  const at = `${new Date(ms).toISOString()}-0000-${device}`;
  const author = { at, device, actor: device, newId: () => id };
  const item = `i${target}`;
  const earlier = (n: number): string => `e${index === 0 ? 0 : n % index}`;
  const seen = (field: string) => (saw === null ? {} : { seen: { [field]: [earlier(saw)] } });
  switch (what) {
    case 'start': {
      const anomalies = [anAnomaly('i0'), anAnomaly('i1')];
      const due = {
        action: 'A-1',
        text: '',
        owner: null,
        due: null,
        firstDue: null,
        status: 'open' as const,
      };
      const commitments = [{ ...due, doneOn: null, slips: 0, review: null }];
      return reviewEvent('r1', 'review-started', { ...STARTED, anomalies, commitments }, author);
    }
    case 'close':
      return reviewEvent('r1', 'review-closed', {}, author);
    case 'enter':
      return reviewEvent('r1', 'block-entered', { block: AGENDA[target]?.id ?? '' }, author);
    case 'hold':
      return reviewEvent('r1', 'clock-held', { reason: null }, author);
    case 'resume':
      return reviewEvent('r1', 'clock-resumed', {}, author);
    case 'minutes': {
      const block = AGENDA[target]?.id ?? '';
      return reviewEvent('r1', 'block-minutes-changed', { block, minutes: target - 1, paidBy: [] }, author);
    }
    case 'capture': {
      const kind = target % 2 === 0 ? ('action' as const) : ('risk' as const);
      const place = { block: null, anomaly: target === 0 ? 'i0' : null };
      return reviewEvent('r1', 'captured', { item, kind, text: id, line: id, ...place }, author);
    }
    case 'change':
      return reviewEvent('r1', 'item-changed', { item, changes: { text: id }, ...seen('text') }, author);
    case 'remove':
      return reviewEvent('r1', 'item-removed', { item, reason: null }, author);
    case 'verdict': {
      const content = {
        anomaly: item,
        verdict: 'act' as const,
        ...VERDICT,
        reason: id,
        ...seen('verdict'),
      };
      return reviewEvent('r1', 'verdict-given', content, author);
    }
    case 'check': {
      const content = { action: 'A-1', status: 'open' as const, ...CHECK, due: '2026-12-02' };
      return reviewEvent('r1', 'commitment-checked', content, author);
    }
    case 'undo':
      return reviewEvent('r1', 'event-undone', { event: earlier(target) }, author);
    case 'redo':
      return reviewEvent('r1', 'event-redone', { event: earlier(target) }, author);
    case 'record': {
      const fields = {
        owner: null,
        due: null,
        doneOn: null,
        evidence: null,
        reason: null,
        dimension: null,
      };
      const content = {
        action: item,
        text: id,
        status: 'open' as const,
        priority: 'normal' as const,
        links: [],
      };
      return organizationEvent('action-recorded', { ...content, ...fields }, author);
    }
    case 'edit-action':
      return organizationEvent(
        'action-changed',
        { action: `A-${target}`, changes: { text: id }, ...seen('text') },
        author,
      );
    case 'order':
      return reviewEvent('r1', 'anomalies-ordered', { dimension: 'delivery', order: [item] }, author);
    case 'unknown':
      return { id, stream: 'review:r1', at, device, actor: device, type: 'pick-made', data: {} };
  }
}

function write(deeds: readonly Deed[]): readonly StoredEvent[] {
  let ms = START;
  return deeds.map((one, index) => {
    ms += one.pause;
    return writeOne(one, index, ms);
  });
}

const PLAN = reviewEvent('r1', 'agenda-set', PREPARED, {
  at: '2026-11-18T09:00:00.000Z-0000-d1',
  device: 'd1',
  actor: 'd1',
  newId: () => 'plan',
});

const log = fc.array(deed, { maxLength: 40 }).map((deeds) => [PLAN, ...write(deeds)]);

/** The same events as they might arrive: in another order, some of them twice. */
const arrivals = log.chain((events) =>
  fc
    .tuple(
      fc.shuffledSubarray(events, { minLength: events.length }),
      fc.shuffledSubarray(events),
      fc.constant(events),
    )
    .map(([shuffled, again, written]) => ({ written, arrived: [...shuffled, ...again] })),
);

describe('events commute', () => {
  it('a review is the same in whatever order its events arrive, once or twice', () => {
    fc.assert(
      fc.property(arrivals, ({ written, arrived }) => {
        expect(foldReview('r1', arrived)).toEqual(foldReview('r1', written));
      }),
      { numRuns: 300 },
    );
  });

  it('the registers are the same, counted ids included', () => {
    fc.assert(
      fc.property(arrivals, ({ written, arrived }) => {
        expect(foldRegisters(arrived)).toEqual(foldRegisters(written));
      }),
      { numRuns: 300 },
    );
  });

  it('merging is the same in any order of logs, and a log merged with itself is itself', () => {
    fc.assert(
      fc.property(log, log, (left, right) => {
        const renamed = right.map((event) => ({ ...event, id: `x${event.id}` }));
        expect(mergeEvents(left, renamed)).toEqual(mergeEvents(renamed, left));
        expect(mergeEvents(left, left)).toEqual(mergeEvents(left));
      }),
    );
  });

  it('no capture vanishes unless somebody removed or undid it', () => {
    fc.assert(
      fc.property(log, (events) => {
        const undone = undoneIds(mergeEvents(events));
        const alive = events.filter((event) => !undone.has(event.id));
        const review = foldReview('r1', events);
        const kept = new Set([...review.items, ...review.removed].map((item) => item.made.event));
        for (const event of alive) if (event.type === 'captured') expect(kept).toContain(event.id);
      }),
    );
  });

  it('undoing and redoing the last event leaves the review as it was', () => {
    fc.assert(
      fc.property(log, (events) => {
        const last = events.at(-1) ?? PLAN;
        const correct = (type: 'event-undone' | 'event-redone', second: number) =>
          reviewEvent(
            'r1',
            type,
            { event: last.id },
            {
              at: `2026-11-18T11:00:0${second}.000Z-0000-d9`,
              device: 'd9',
              actor: 'd9',
              newId: () => `correct-${second}`,
            },
          );
        const undoneIdsBefore = undoneIds(mergeEvents(events));
        fc.pre(!undoneIdsBefore.has(last.id));
        const undone = [...events, correct('event-undone', 1)];
        expect(foldReview('r1', [...undone, correct('event-redone', 2)])).toEqual(foldReview('r1', events));
      }),
    );
  });
});
