import { useEffect, useState } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

/** Calls right after the window wakes or comes to the front. */
function onWaking(renew: () => void): () => void {
  document.addEventListener('visibilitychange', renew);
  window.addEventListener('focus', renew);
  return () => {
    document.removeEventListener('visibilitychange', renew);
    window.removeEventListener('focus', renew);
  };
}

/** Milliseconds of the wall clock: for the calendar, which follows whatever the machine is set to. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const renew = () => setNow(Date.now());
    const timer = setInterval(renew, everyMs);
    const stop = onWaking(renew);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [everyMs]);
  return now;
}

/**
 * Steady time, the time that events are stamped with: for whatever is measured. It is looked at on every beat of the
 * window's clock, which a hidden window gets too, where timers come once a minute; and renewed when what is shown by it
 * has changed. Nothing is counted.
 */
export function useSteadyNow(shownAt: (nowMs: number) => string): number {
  const { clock } = useWorkspace();
  const [now, setNow] = useState(clock.now);
  useEffect(() => {
    let shown = '';
    const renew = () => {
      const nowMs = clock.now();
      const next = shownAt(nowMs);
      if (next === shown) return;
      shown = next;
      setNow(nowMs);
    };
    renew();
    const stopBeats = clock.onBeat(renew);
    const stopWaking = onWaking(renew);
    return () => {
      stopBeats();
      stopWaking();
    };
  }, [clock, shownAt]);
  return now;
}
