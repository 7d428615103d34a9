import { describe, expect, it } from 'vitest';
import { type ThresholdState, thresholdPassed } from '#renderer/src/features/live/use-thresholds.ts';
import type { ClockPhase } from '#shared/review/clock-at.ts';

const reading = (
  phase: ClockPhase,
  more: {
    readonly state?: ThresholdState['state'];
    readonly block?: string;
    readonly plannedMs?: number;
  } = {},
): ThresholdState => {
  const { state = 'running', block = 'wins', plannedMs = 300_000 } = more;
  return { state, block: { block, plannedMs, usedMs: 0, leftMs: 0, phase } };
};

describe('a threshold of the clock', () => {
  it.each(['last-fifth', 'overtime'] as const)('%s is passed once, as the clock runs', (phase) => {
    expect(thresholdPassed(reading('on-time'), reading(phase))).toBe(phase);
    expect(thresholdPassed(reading(phase), reading(phase))).toBeNull();
  });

  it('is passed by a clock that was not looked at for long', () => {
    expect(thresholdPassed(reading('on-time'), reading('overtime'))).toBe('overtime');
  });

  it.each([
    ['minutes that are given', reading('overtime'), reading('last-fifth')],
    ['holding the clock', reading('on-time'), reading('last-fifth', { state: 'held' })],
    ['resuming it', reading('overtime', { state: 'held' }), reading('overtime')],
    ['coming to a block that is used up', reading('on-time'), reading('overtime', { block: 'delivery' })],
    ['a block without minutes', reading('on-time', { plannedMs: 0 }), reading('overtime', { plannedMs: 0 })],
  ])('is not passed by %s', (_, before, now) => {
    expect(thresholdPassed(before, now)).toBeNull();
  });
});
