import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useAppend, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { unrecorded } from '#shared/review/standstills.ts';
import type { Standstill } from '#shared/review/steady-clock.ts';
import { inReview } from './authoring.ts';
import { useLive } from './live.ts';

const WAS_SET =
  'The clock of this machine was set ahead. The review’s clock goes on as if nothing had happened.';

/** Whether this window keeps the record of sleep for its review: one of them does, and the next when it is gone. */
function useKeeper(review: string): boolean {
  const { name } = useWorkspace();
  const [keeps, setKeeps] = useState(navigator.locks === undefined);
  useEffect(() => {
    const left = new AbortController();
    navigator.locks
      ?.request(`andon.sleep.${name}.${review}`, { signal: left.signal }, () => {
        setKeeps(true);
        return new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));
      })
      .catch(() => undefined);
    return () => {
      left.abort();
      setKeeps(false);
    };
  }, [name, review]);
  return keeps;
}

/** Notices that the machine slept while the clock ran, and puts the gap on record for somebody to judge. */
export function useSleepWatch(): void {
  const { review } = useLive();
  const { clock, machineClock } = useWorkspace();
  const append = useAppend();
  const keeps = useKeeper(review.id);
  const standstills = useSyncExternalStore(clock.subscribe, clock.standstills);
  const taken = useRef(new Set<Standstill>());

  useEffect(() => {
    const record = async (one: Standstill): Promise<void> => {
      const span = { from: new Date(one.fromMs).toISOString(), to: new Date(one.toMs).toISOString() };
      // On record before anything is waited for: a window that dies now has not lost it.
      append([inReview(review, 'gap-noticed', span)]);
      const set =
        one.kind === 'set' || (one.kind === 'jumped' && (await machineClock.wasSet(one.toMs - one.fromMs)));
      if (!set) return;
      append([inReview(review, 'gap-judged', { ...span, counted: false })]);
      notify(WAS_SET);
    };
    if (!keeps) return;
    for (const one of unrecorded(review, standstills)) {
      if (taken.current.has(one)) continue;
      taken.current.add(one);
      void record(one);
    }
  }, [keeps, review, standstills, append, machineClock]);
}
