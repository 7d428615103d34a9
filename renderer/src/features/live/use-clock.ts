import { useCallback } from 'react';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { useSteadyNow } from '#renderer/src/hooks/use-now.ts';
import { type ClockReading, clockAt } from '#shared/review/clock-at.ts';
import { unrecorded } from '#shared/review/standstills.ts';
import { useLive } from './live.ts';

/** The clock of a review at a moment. Its expected end is as the wall clock will show it. */
export type ClockNow = ClockReading & {
  /** The steady moment it was read at: what events are stamped with. */
  readonly nowMs: number;
  /** The same moment on the wall clock. */
  readonly wallMs: number;
};

/** Reads the clock of the review at a steady moment. Sleep that is about to be asked about does not show as time. */
function useReadAt(): (nowMs: number) => ClockNow {
  const { review } = useLive();
  const { clock } = useWorkspace();
  return useCallback(
    (nowMs) => {
      const slept = unrecorded(review, clock.standstills()).map((one) => ({ ...one, counted: false }));
      const reading = clockAt(
        slept.length === 0 ? review : { ...review, gaps: [...review.gaps, ...slept] },
        nowMs,
      );
      const { expectedEndMs } = reading.meeting;
      const endMs = expectedEndMs === null ? null : clock.toWall(expectedEndMs);
      const meeting = { ...reading.meeting, expectedEndMs: endMs };
      return { ...reading, meeting, nowMs, wallMs: clock.toWall(nowMs) };
    },
    [review, clock],
  );
}

/** The clock of the review now, renewed at every beat. */
export function useClock(): ClockNow {
  const read = useReadAt();
  return read(useSteadyNow());
}

/** Reads the clock of the review at the press of a key. */
export function useReadClock(): () => ClockNow {
  const read = useReadAt();
  const { clock } = useWorkspace();
  return () => read(clock.now());
}
