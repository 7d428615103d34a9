import { describe, expect, it } from 'vitest';
import { AHEAD_LIMIT_MS, hybridMs, receive, tick } from '#shared/events/hybrid-clock.ts';

const NOON = Date.parse('2026-11-18T12:00:00.000Z');

describe('hybrid clock', () => {
  it('writes the wall clock, the counter and the device', () => {
    expect(tick(null, NOON, 'd1')).toBe('2026-11-18T12:00:00.000Z-0000-d1');
  });

  it('counts within one millisecond, so that the text sorts as it was written', () => {
    const first = tick(null, NOON, 'd1');
    const second = tick(first, NOON, 'd1');
    expect(second > first).toBe(true);
    expect(hybridMs(second)).toBe(NOON);
  });

  it('goes on from the last time when the wall clock is set back', () => {
    const before = tick(null, NOON, 'd1');
    const after = tick(before, NOON - 3_600_000, 'd1');
    expect(after > before).toBe(true);
    expect(hybridMs(after)).toBe(NOON);
  });

  it('moves on by a millisecond when the counter is full', () => {
    expect(tick('2026-11-18T12:00:00.000Z-ffff-d1', NOON, 'd1')).toBe('2026-11-18T12:00:00.001Z-0000-d1');
  });

  it('follows a peer that is a little ahead', () => {
    const { time, aheadMs } = receive(null, tick(null, NOON + 60_000, 'd2'), NOON, 'd1');
    expect(aheadMs).toBeNull();
    expect(hybridMs(time)).toBe(NOON + 60_000);
  });

  it('follows a peer that is a day ahead by five minutes only, and points it out', () => {
    const day = 86_400_000;
    const { time, aheadMs } = receive(tick(null, NOON, 'd1'), tick(null, NOON + day, 'd2'), NOON, 'd1');
    expect(aheadMs).toBe(day);
    expect(hybridMs(time)).toBe(NOON + AHEAD_LIMIT_MS);
  });

  it('keeps what this device has already reached when a peer is behind', () => {
    const own = tick(null, NOON, 'd1');
    const { time } = receive(own, tick(null, NOON - 86_400_000, 'd2'), NOON, 'd1');
    expect(time > own).toBe(true);
  });
});
