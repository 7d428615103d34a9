import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { carryOver } from '#shared/review/carry-over.ts';
import { foldReview } from '#shared/review/fold.ts';
import { nextParked, parkedAtHand, parkingLot } from '#shared/review/parking.ts';
import { aLog, STARTED } from '#tests/support/written-log.ts';

const parked = (item: string, text: string) => ({
  item,
  kind: 'parking' as const,
  text,
  line: text,
  block: null,
  anomaly: null,
});
const outcome = { reason: null, became: null };

/** Three reviews: the first parks two things, the second settles one of them, the third is live. */
function threeReviews() {
  const log = aLog();
  const held = (day: string, id: string) => {
    const plan = {
      date: day,
      time: '10:00',
      slotMinutes: 50,
      template: 't',
      facilitator: null,
      scribe: null,
    };
    log.review(`${day}T09:00:00Z`, 'review-planned', plan, id);
    log.review(`${day}T10:00:00Z`, 'review-started', { ...STARTED, asOf: day }, id);
  };
  held('2026-11-04', 'r1');
  log.review('2026-11-04T10:05:00Z', 'captured', parked('p1', 'Who owns the batch host?'), 'r1');
  log.review('2026-11-04T10:06:00Z', 'captured', parked('p2', 'Do we need two registries?'), 'r1');
  log.review('2026-11-04T10:07:00Z', 'captured', { ...parked('p9', 'For my eyes'), private: true }, 'r1');
  log.review('2026-11-04T11:00:00Z', 'review-closed', {}, 'r1');
  held('2026-11-11', 'r2');
  log.review(
    '2026-11-11T10:05:00Z',
    'parking-settled',
    { item: 'p1', outcome: 'answered', ...outcome },
    'r2',
  );
  log.review('2026-11-11T10:06:00Z', 'parking-settled', { item: 'p2', outcome: 'carried', ...outcome }, 'r2');
  log.review('2026-11-11T11:00:00Z', 'review-closed', {}, 'r2');
  held('2026-11-18', 'r3');
  log.review('2026-11-18T10:05:00Z', 'captured', parked('p3', 'A new vendor'), 'r3');
  return log;
}

describe('the parking lot', () => {
  it('carries what nobody settled, how long it waits, and then what was parked today', () => {
    const { events } = threeReviews();
    const lot = parkingLot(foldReview('r3', events), foldRegisters(events).reviews);
    expect(lot).toEqual([
      { item: 'p2', text: 'Do we need two registries?', on: '2026-11-04', carried: 2 },
      { item: 'p3', text: 'A new vendor', on: null, carried: 0 },
    ]);
  });

  it('shows an earlier review its own lot as it was then', () => {
    const { events } = threeReviews();
    const lot = parkingLot(foldReview('r2', events), foldRegisters(events).reviews);
    expect(lot.map(({ item }) => item)).toEqual(['p1', 'p2']);
  });

  it('goes on with what nothing became of', () => {
    const log = threeReviews();
    log.review(
      '2026-11-18T10:06:00Z',
      'parking-settled',
      { item: 'p2', outcome: 'dropped', reason: 'old', became: null },
      'r3',
    );
    const review = foldReview('r3', log.events);
    const lot = parkingLot(review, foldRegisters(log.events).reviews);
    expect(parkedAtHand(lot, review, null)?.item).toBe('p3');
    expect(parkedAtHand(lot, review, 'p2')?.item).toBe('p2');
    expect(nextParked(lot, review, 'p2')?.item).toBe('p3');
    expect(nextParked(lot, review, 'p3')).toBeNull();
  });

  it('comes back when the outcome is taken back, and stays away when it is not', () => {
    const log = threeReviews();
    const dropped = log.review(
      '2026-11-18T10:06:00Z',
      'parking-settled',
      { item: 'p2', outcome: 'dropped', reason: 'old', became: null },
      'r3',
    );
    log.review('2026-11-18T11:00:00Z', 'review-closed', {}, 'r3');
    const left = () => carryOver(foldRegisters(log.events), '2026-11-20').parking.map(({ item }) => item);
    expect(left()).toEqual(['p3']);
    log.review('2026-11-18T11:01:00Z', 'event-undone', { event: dropped.id }, 'r3');
    expect(left()).toEqual(['p2', 'p3']);
  });
});
