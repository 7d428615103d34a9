import { useEffect, useRef, useState } from 'react';
import { chime } from '#renderer/src/state/chime.ts';
import type { ClockReading } from '#shared/review/clock-at.ts';
import { useLive } from './live.ts';
import { useClock } from './use-clock.ts';
import { inMinutes } from './wording.ts';

/** What decides whether a threshold was passed between two readings. */
export type ThresholdState = Pick<ClockReading, 'state' | 'block'>;

const ORDER = ['on-time', 'last-fifth', 'overtime'] as const;

/**
 * The threshold that a block at hand has passed by its clock running: never by resuming it, by minutes that were given
 * or taken back, or by coming to a block that has none left.
 */
export function thresholdPassed(
  before: ThresholdState,
  now: ThresholdState,
): 'last-fifth' | 'overtime' | null {
  const { block } = now;
  if (now.state !== 'running' || before.state !== 'running') return null;
  if (block === null || block.block !== before.block?.block || block.plannedMs === 0) return null;
  const worse = ORDER.indexOf(block.phase) > ORDER.indexOf(before.block.phase);
  return worse && block.phase !== 'on-time' ? block.phase : null;
}

/** What is sounded and spoken of the clock: only when it passes a threshold, never the digits. */
export function useThresholds(): string {
  const { review } = useLive();
  const clock = useClock();
  const before = useRef<ThresholdState>(clock);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const passed = thresholdPassed(before.current, clock);
    const { block } = clock;
    // The next block says its own name; what was said of the last one is not to be read again with it.
    if (block?.block !== before.current.block?.block) setSpoken('');
    before.current = clock;
    if (passed === null || block === null) return;
    const name = review.blocks.find((one) => one.id === block.block)?.name ?? '';
    chime(passed);
    setSpoken(
      passed === 'overtime'
        ? `${name}: the time is used up.`
        : `${name}: last fifth, ${inMinutes(block.leftMs)} left.`,
    );
  });
  return spoken;
}
