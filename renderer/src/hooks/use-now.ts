import { useEffect, useState } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';

/** What a clock reads, renewed so often and right after the window wakes. Nothing is counted. */
function useReading(read: () => number, everyMs: number): number {
  const [now, setNow] = useState(read);
  useEffect(() => {
    const renew = () => setNow(read());
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    window.addEventListener('focus', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
      window.removeEventListener('focus', renew);
    };
  }, [read, everyMs]);
  return now;
}

const wallNow = () => Date.now();

/** Milliseconds of the wall clock: for the calendar, which follows whatever the machine is set to. */
export function useNow(everyMs: number): number {
  return useReading(wallNow, everyMs);
}

/** Steady time, the time that events are stamped with: for whatever is measured. */
export function useSteadyNow(everyMs: number): number {
  const { clock } = useWorkspace();
  return useReading(clock.now, everyMs);
}
