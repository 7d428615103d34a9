import { useCallback, useEffect, useRef } from 'react';
import { useAppend, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { useNow } from '#renderer/src/hooks/use-now.ts';
import { clockAt } from '#shared/review/clock-at.ts';
import { inReview } from './authoring.ts';
import { useLive } from './live.ts';

/** A window in the background ticks once a minute at the least; a longer silence means that the machine slept. */
const SILENCE_MS = 75_000;
/** Waking is told within moments; a silence that short was no sleep worth a question. */
const WAKING_MS = 20_000;

/** Notices that the machine slept while the clock ran, and puts the gap on record for somebody to judge. */
export function useSleepWatch(): void {
  const { review } = useLive();
  const { machine } = useWorkspace();
  const append = useAppend();
  const now = useNow(1000);
  const last = useRef(now);
  const latest = useRef(review);
  latest.current = review;

  const notice = useCallback(
    (to: number, silence: number) => {
      const from = last.current;
      last.current = Math.max(from, to);
      if (to - from < silence || clockAt(latest.current, from).state !== 'running') return;
      const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
      append([inReview(latest.current, 'gap-noticed', span)]);
    },
    [append],
  );
  useEffect(() => notice(now, SILENCE_MS), [now, notice]);
  useEffect(() => machine.subscribe('power:resumed', () => notice(Date.now(), WAKING_MS)), [machine, notice]);
}
