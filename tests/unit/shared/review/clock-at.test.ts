import { describe, expect, it } from 'vitest';
import { clockAt } from '#shared/review/clock-at.ts';
import { foldReview } from '#shared/review/fold.ts';
import { aBlock, aLiveLog, aLog, ms } from '#tests/support/written-log.ts';

const MINUTE = 60_000;
const at = (log: { readonly events: Parameters<typeof foldReview>[1] }, when: string) =>
  clockAt(foldReview('r1', log.events), ms(when));

describe('the clock', () => {
  it('has not started before the review has', () => {
    const clock = clockAt(foldReview('r1', aLog().events), ms('10:00:00'));
    expect(clock).toMatchObject({ state: 'not-started', block: null });
    expect(clock.meeting).toMatchObject({ usedMs: 0, expectedEndMs: null });
  });

  it('starts with the first block', () => {
    expect(at(aLiveLog(), '10:02:00')).toMatchObject({
      state: 'running',
      block: { block: 'wins', usedMs: 2 * MINUTE, leftMs: 3 * MINUTE, phase: 'on-time' },
      meeting: {
        plannedMs: 50 * MINUTE,
        usedMs: 2 * MINUTE,
        leftMs: 48 * MINUTE,
        expectedEndMs: ms('10:50:00'),
      },
    });
  });

  it.each([
    ['10:03:59', 'on-time'],
    ['10:04:00', 'last-fifth'],
    ['10:04:59', 'last-fifth'],
    ['10:05:00', 'overtime'],
  ])('at %s the five-minute block is %s', (when, phase) => {
    expect(at(aLiveLog(), when).block?.phase).toBe(phase);
  });

  it('counts past zero, and the end moves with it', () => {
    const clock = at(aLiveLog(), '10:07:00');
    expect(clock.block?.leftMs).toBe(-2 * MINUTE);
    expect(clock.meeting.expectedEndMs).toBe(ms('10:52:00'));
  });

  it('stands while it is held, and the end moves', () => {
    const log = aLiveLog();
    log.review('10:02:00', 'clock-held', { reason: null });
    expect(at(log, '10:10:00')).toMatchObject({
      state: 'held',
      stoppedSinceMs: ms('10:02:00'),
      block: { usedMs: 2 * MINUTE },
      meeting: { expectedEndMs: ms('10:58:00') },
    });
    log.review('10:10:00', 'clock-resumed', {});
    expect(at(log, '10:11:00')).toMatchObject({ state: 'running', block: { usedMs: 3 * MINUTE } });
  });

  it('stands while the andon is pulled, even when somebody resumes it', () => {
    const log = aLiveLog();
    log.review('10:01:00', 'andon-pulled', { reason: 'a customer is hurting now', by: null });
    log.review('10:02:00', 'clock-resumed', {});
    expect(at(log, '10:05:00')).toMatchObject({ state: 'andon', block: { usedMs: MINUTE } });
    log.review('10:06:00', 'andon-released', { decided: 'Roll back' });
    expect(at(log, '10:07:00')).toMatchObject({ state: 'running', block: { usedMs: 2 * MINUTE } });
  });

  it('comes back to a block where it was left', () => {
    const log = aLiveLog();
    log.review('10:03:00', 'block-entered', { block: 'delivery' });
    log.review('10:10:00', 'block-entered', { block: 'wins' });
    const clock = at(log, '10:11:00');
    expect(clock.block).toMatchObject({ block: 'wins', usedMs: 4 * MINUTE });
    expect(clock.meeting.usedMs).toBe(11 * MINUTE);
  });

  it('gives a block more minutes and takes them where it was said', () => {
    const log = aLiveLog();
    log.review('10:02:00', 'block-minutes-changed', {
      block: 'wins',
      minutes: 3,
      paidBy: [{ block: 'delivery', minutes: 2 }],
    });
    const clock = at(log, '10:02:00');
    expect(clock.blocks.map((block) => block.plannedMs / MINUTE)).toEqual([8, 10, 18, 10, 5]);
    expect(clock.meeting).toMatchObject({ plannedMs: 51 * MINUTE, expectedEndMs: ms('10:51:00') });
    expect(foldReview('r1', log.events).blocks.map((block) => block.planned)).toEqual([5, 10, 20, 10, 5]);
  });

  it('neither counts nor drops sleep until somebody judges it', () => {
    const log = aLiveLog();
    const gap = { from: '2026-11-18T10:02:00.000Z', to: '2026-11-18T10:06:00.000Z' };
    log.review('10:06:00', 'gap-noticed', gap);
    const asked = at(log, '10:07:00');
    expect(asked.openGaps).toEqual([{ fromMs: ms('10:02:00'), toMs: ms('10:06:00') }]);
    expect(asked.block?.usedMs).toBe(3 * MINUTE);
    log.review('10:07:00', 'gap-judged', { ...gap, counted: true });
    expect(at(log, '10:07:00')).toMatchObject({ openGaps: [], block: { usedMs: 7 * MINUTE } });
    log.review('10:08:00', 'gap-judged', { ...gap, counted: false });
    expect(at(log, '10:08:00').block?.usedMs).toBe(4 * MINUTE);
  });

  it('takes sleep off once where two devices noticed it', () => {
    const log = aLiveLog();
    log.review('10:06:00', 'gap-noticed', {
      from: '2026-11-18T10:02:00.000Z',
      to: '2026-11-18T10:05:00.000Z',
    });
    log.review('10:06:01', 'gap-noticed', {
      from: '2026-11-18T10:03:00.000Z',
      to: '2026-11-18T10:06:00.000Z',
    });
    expect(at(log, '10:10:00').block?.usedMs).toBe(6 * MINUTE);
  });

  it('does not go back when the wall clock is set back by an hour', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'block-entered', { block: 'commitments' });
    log.review('09:08:00', 'clock-held', { reason: null });
    log.review('09:09:00', 'clock-resumed', {});
    const clock = at(log, '09:10:00');
    expect(clock.meeting.usedMs).toBe(5 * MINUTE);
    expect(clock.block).toMatchObject({ block: 'commitments', usedMs: 0 });
  });

  it('goes on after a crash as if nothing had happened', () => {
    const log = aLiveLog();
    log.review('10:05:00', 'block-entered', { block: 'commitments' });
    const recovered = JSON.parse(JSON.stringify(log.events));
    expect(clockAt(foldReview('r1', recovered), ms('10:23:00')).block?.usedMs).toBe(18 * MINUTE);
  });

  it('stands still for good once the review is closed', () => {
    const log = aLiveLog();
    log.review('10:48:00', 'review-closed', {});
    expect(at(log, '12:00:00')).toMatchObject({
      state: 'closed',
      meeting: { usedMs: 48 * MINUTE, expectedEndMs: ms('10:48:00') },
    });
  });

  it('does not count the night between two halves of a suspended review', () => {
    const log = aLiveLog();
    log.review('10:03:00', 'review-suspended', { reason: null });
    log.review('2026-11-19T09:00:00Z', 'review-resumed', {});
    expect(at(log, '2026-11-19T09:01:00Z')).toMatchObject({
      state: 'running',
      block: { usedMs: 4 * MINUTE },
    });
  });

  it('counts for the anomaly at hand only while the clock runs, anew each time it comes to the stage', () => {
    const log = aLiveLog();
    log.review('10:10:00', 'block-entered', { block: 'delivery' });
    log.review('10:11:00', 'anomaly-opened', { anomaly: 'd1' });
    log.review('10:12:00', 'clock-held', { reason: null });
    log.review('10:20:00', 'clock-resumed', {});
    expect(at(log, '10:21:30').anomalyMs).toBe(2.5 * MINUTE);
    log.review('10:22:00', 'block-entered', { block: 'delivery' });
    expect(at(log, '10:23:00').anomalyMs).toBeNull();
    log.review('10:24:00', 'anomaly-opened', { anomaly: 'd1' });
    expect(at(log, '10:25:00').anomalyMs).toBe(MINUTE);
  });

  it('says what is left of the slot, past it too, and by how much the end is beyond it', () => {
    expect(at(aLiveLog(), '10:02:00').meeting).toMatchObject({
      slotLeftMs: 48 * MINUTE,
      overSlotMs: 0,
    });
    expect(at(aLiveLog(), '10:57:00').meeting).toMatchObject({
      slotLeftMs: -7 * MINUTE,
      // 52 minutes over in the first block, and all of the 45 minutes ahead.
      overSlotMs: 52 * MINUTE,
    });
  });

  it('moves the end beyond the slot while it is held, not while it is suspended', () => {
    const held = aLiveLog();
    held.review('10:02:00', 'clock-held', { reason: null });
    expect(at(held, '10:12:00').meeting).toMatchObject({ slotLeftMs: 48 * MINUTE, overSlotMs: 10 * MINUTE });
    held.review('2026-11-19T10:00:00Z', 'clock-resumed', {});
    expect(at(held, '2026-11-19T10:01:00Z').meeting.overSlotMs).toBe(0);
    const suspended = aLiveLog();
    suspended.review('10:02:00', 'review-suspended', { reason: null });
    expect(at(suspended, '2026-11-19T10:00:00Z').meeting.overSlotMs).toBe(0);
  });

  it('asks once about what two windows saw of one sleep, and takes one answer for it', () => {
    const log = aLiveLog();
    log.review('10:06:00', 'gap-noticed', {
      from: '2026-11-18T10:02:00.000Z',
      to: '2026-11-18T10:06:00.000Z',
    });
    log.review('10:06:00', 'gap-noticed', {
      from: '2026-11-18T10:02:00.200Z',
      to: '2026-11-18T10:06:00.100Z',
    });
    const whole = { from: '2026-11-18T10:02:00.000Z', to: '2026-11-18T10:06:00.100Z' };
    expect(at(log, '10:07:00').openGaps).toEqual([{ fromMs: ms('10:02:00'), toMs: Date.parse(whole.to) }]);
    log.review('10:07:00', 'gap-judged', { ...whole, counted: true });
    log.review('10:07:01', 'gap-noticed', {
      from: '2026-11-18T10:02:00.300Z',
      to: '2026-11-18T10:06:00.000Z',
    });
    expect(at(log, '10:08:00')).toMatchObject({ openGaps: [], block: { usedMs: 8 * MINUTE } });
  });

  it('has a block of no minutes that is over from its first second', () => {
    const log = aLiveLog();
    const blocks = [aBlock('wins', 0), aBlock('delivery', 20, { dimension: 'delivery' })];
    log.review('10:00:00', 'agenda-set', { template: 'organization-60', slotMinutes: 50, blocks });
    expect(at(log, '10:01:00').block).toMatchObject({ plannedMs: 0, usedMs: MINUTE, leftMs: -MINUTE });
  });
});
