import { useEffect } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import type { ClockReading } from '#shared/review/clock-at.ts';
import { useClock } from './use-clock.ts';

/** Nobody looks at a clock that was held for so long: the review was left until later. */
const LEFT_HELD_MS = 30 * 60_000;
/** A clock that ran for so long past its slot was left without a close. */
const LEFT_OPEN_MS = 60 * 60_000;

/** Whether a room looks at the screen: while the review is live, and nobody has left it so. */
export function wantsAwake({ state, stoppedSinceMs, meeting }: ClockReading, nowMs: number): boolean {
  if (state === 'running') return meeting.slotLeftMs > -LEFT_OPEN_MS;
  if (state !== 'held' && state !== 'andon') return false;
  return stoppedSinceMs === null || nowMs - stoppedSinceMs < LEFT_HELD_MS;
}

/**
 * The browser's own way: a lock that it takes back whenever the window is hidden. It ends with the page, however that
 * ends.
 */
function holdInBrowser(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  const take = async (): Promise<void> => {
    if (over || document.visibilityState !== 'visible' || (lock !== null && !lock.released)) return;
    const taken = await navigator.wakeLock?.request('screen').catch(() => null);
    lock = taken ?? null;
    if (over) await lock?.release();
  };
  document.addEventListener('visibilitychange', take);
  void take();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', take);
    void lock?.release();
  };
}

/** Keeps the display awake while a review is live on this screen. */
export function useAwake(): void {
  const { machine, hello } = useWorkspace();
  const clock = useClock();
  const wanted = wantsAwake(clock, clock.nowMs);
  useEffect(() => {
    if (!wanted) return;
    if (hello.host === 'web') return holdInBrowser();
    void machine.request('awake:hold', { on: true });
    return () => {
      void machine.request('awake:hold', { on: false });
    };
  }, [machine, hello.host, wanted]);
}
