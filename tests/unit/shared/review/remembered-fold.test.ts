import { describe, expect, it } from 'vitest';
import { foldRegisters } from '#shared/registers/fold.ts';
import { foldReview } from '#shared/review/fold.ts';
import { rememberReviews } from '#shared/review/remembered-fold.ts';
import { aLiveLog } from '#tests/support/written-log.ts';

describe('a fold that remembers', () => {
  it('gives the same review while its events are the same, and folds again when one is added', () => {
    const log = aLiveLog();
    const fold = rememberReviews();
    const first = fold('r1', [...log.events]);
    expect(fold('r1', [...log.events])).toBe(first);
    log.review('10:05:00', 'review-closed', {});
    expect(fold('r1', [...log.events])).toEqual(foldReview('r1', log.events));
  });

  it('notices an event that was replaced by another one', () => {
    const log = aLiveLog();
    const fold = rememberReviews();
    fold('r1', log.events);
    const renamed = log.events.map((event) =>
      event.type === 'review-planned'
        ? { ...event, data: { ...(event.data as object), time: '11:00' } }
        : event,
    );
    expect(fold('r1', renamed).time).toBe('11:00');
  });

  it('changes nothing about the registers', () => {
    const log = aLiveLog();
    const fold = rememberReviews();
    foldRegisters(log.events, fold);
    expect(foldRegisters(log.events, fold)).toEqual(foldRegisters(log.events));
  });
});
