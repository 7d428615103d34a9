import { useEffect, useRef } from 'react';
import { useAppend, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { onStandstill, steadyNow, takeAbsence } from '#renderer/src/workers/steady-time.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import type { Standstill } from '#shared/review/steady-clock.ts';
import { inReview } from './authoring.ts';
import { useLive } from './live.ts';

/** Puts on record when nothing ran while the clock did (sleep, or the app was gone), for somebody to judge. */
export function useSleepWatch(): void {
  const { review } = useLive();
  const { machine } = useWorkspace();
  const append = useAppend();
  const latest = useRef(review);
  latest.current = review;

  useEffect(() => {
    const notice = ({ fromMs, toMs }: Standstill) => {
      if (clockAt(latest.current, fromMs).state !== 'running') return;
      const span = { from: new Date(fromMs).toISOString(), to: new Date(toMs).toISOString() };
      append([inReview(latest.current, 'gap-noticed', span)]);
    };
    const absence = takeAbsence();
    if (absence !== null) notice(absence);
    return onStandstill(notice);
  }, [append]);
  // Waking is told by the machine; reading the time then reveals the jump at once.
  useEffect(() => machine.subscribe('power:resumed', () => steadyNow()), [machine]);
}
