import { describe, expect, it } from 'vitest';
import { wantsAwake } from '#renderer/src/features/live/use-awake.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { aLiveLog, ms } from '#tests/support/written-log.ts';

function awakeAt(when: string, log = aLiveLog()): boolean {
  return wantsAwake(clockAt(foldReview('r1', log.events), ms(when)), ms(when));
}

describe('the display', () => {
  it('is kept awake while the review runs, past its slot too', () => {
    expect(awakeAt('10:02:00')).toBe(true);
    // The slot of fifty minutes is over for nearly an hour.
    expect(awakeAt('11:49:00')).toBe(true);
  });

  it('may sleep when the review was left running', () => {
    expect(awakeAt('11:51:00')).toBe(false);
  });

  it('is kept awake while the clock is held, and not when it was held until tomorrow', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'clock-held', { reason: null });
    expect(awakeAt('10:20:00', log)).toBe(true);
    expect(awakeAt('10:36:00', log)).toBe(false);
    log.review('2026-11-19T09:00:00Z', 'clock-resumed', {});
    expect(awakeAt('2026-11-19T09:01:00Z', log)).toBe(true);
  });

  it.each(['review-suspended', 'review-closed'] as const)('may sleep after %s', (type) => {
    const log = aLiveLog();
    log.review('10:05:00', type, type === 'review-suspended' ? { reason: null } : {});
    expect(awakeAt('10:06:00', log)).toBe(false);
  });
});
