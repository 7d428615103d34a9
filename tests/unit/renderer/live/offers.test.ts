import { describe, expect, it } from 'vitest';
import { offersNow } from '#renderer/src/features/live/offers.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { timeInZone } from '#shared/review/zone.ts';
import { aLiveLog, ms } from '#tests/support/written-log.ts';

function offersAt(when: string, log = aLiveLog()) {
  const review = foldReview('r1', log.events);
  return offersNow(review, clockAt(review, ms(when)), (at) => timeInZone(at, 'UTC'));
}

describe('what the facilitator is asked', () => {
  it('asks nothing while a block is in its time', () => {
    expect(offersAt('10:04:59')).toBeNull();
  });

  it('asks who pays once a block is over, in whole minutes, protected blocks left out', () => {
    const asked = offersAt('10:07:10');
    expect(asked?.question).toBe('Who pays 3 min?');
    expect(asked?.offers.map((offer) => offer.name)[0]).toBe('delivery gives 3');
    expect(asked?.offers.map((offer) => offer.remark)[0]).toBe('20 to 17 min');
    expect(JSON.stringify(asked)).not.toContain('commitments');
  });

  it('says when the meeting ends if nobody gives minutes', () => {
    expect(offersAt('10:07:10')?.offers.at(-1)?.name).toBe('Nobody; run to 10:53');
  });

  it('has an end as the last answer, which moves nobody’s minutes', () => {
    expect(offersAt('10:07:10')?.offers.at(-1)?.events).toEqual([
      {
        stream: 'review:r1',
        type: 'block-minutes-changed',
        data: { block: 'wins', minutes: 3, paidBy: [] },
      },
    ]);
  });

  it('says by how much the end moves where blocks cannot give everything', () => {
    const spread = offersAt('11:00:10')?.offers[0];
    // 56 minutes are over; delivery can give 19 of its 20, reliability 9 of its 10.
    expect(spread?.name).toBe('2 blocks give 28 together');
    expect(spread?.remark).toMatch(/; the end moves by 28 min$/);
  });

  it('asks once: where nobody gives, the block runs on and the end with it', () => {
    const log = aLiveLog();
    log.review('10:07:10', 'block-minutes-changed', { block: 'wins', minutes: 3, paidBy: [] });
    expect(offersAt('10:09:00', log)).toBeNull();
    log.review('10:10:00', 'block-entered', { block: 'delivery' });
    expect(offersAt('10:31:00', log)?.question).toBe('Who pays 1 min?');
  });

  it('asks again once the minutes that a block gave are used up too', () => {
    const log = aLiveLog();
    const paidBy = [{ block: 'delivery', minutes: 3 }];
    log.review('10:07:10', 'block-minutes-changed', { block: 'wins', minutes: 3, paidBy });
    expect(offersAt('10:07:59', log)).toBeNull();
    expect(offersAt('10:08:02', log)?.question).toBe('Who pays 1 min?');
  });

  it('asks nothing while the clock is held, however long', () => {
    const log = aLiveLog();
    log.review('10:06:00', 'clock-held', { reason: null });
    expect(offersAt('10:30:00', log)).toBeNull();
  });

  it('asks about a sleep before it asks about minutes', () => {
    const log = aLiveLog();
    log.review('10:12:00', 'gap-noticed', {
      from: '2026-11-18T10:06:00.000Z',
      to: '2026-11-18T10:10:00.000Z',
    });
    const asked = offersAt('10:12:00', log);
    expect(asked?.question).toMatch(/^Andon stood still for 4\smin\. Does it count\?$/);
    expect(asked?.offers.map((offer) => offer.name)).toEqual(['It counts', 'It does not']);
  });
});
