import { useEffect, useState } from 'react';
import { steadyNow } from '#renderer/src/workers/steady-time.ts';

/** Milliseconds of the wall clock, renewed so often and right after the window wakes. Nothing is counted. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(steadyNow);
  useEffect(() => {
    const renew = () => setNow(steadyNow());
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    window.addEventListener('focus', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
      window.removeEventListener('focus', renew);
    };
  }, [everyMs]);
  return now;
}
