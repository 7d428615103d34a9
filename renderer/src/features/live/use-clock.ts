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

/** Everything of a reading that a screen shows, to the second: as long as it stays the same nothing is drawn anew. */
function shownBy({ state, block, meeting, anomalyMs, nowMs, wallMs }: ClockNow): string {
  const stands = state === 'held' || state === 'andon' || state === 'suspended';
  const seconds = [block?.leftMs ?? 0, meeting.slotLeftMs, anomalyMs ?? 0];
  const minutes = [wallMs, meeting.expectedEndMs ?? 0];
  return [
    state,
    block?.block,
    block?.phase,
    // How long it is held has a second of its own, which begins whenever it was held.
    stands ? Math.floor(nowMs / 200) : '',
    ...seconds.map((ms) => Math.ceil(ms / 1000)),
    ...minutes.map((ms) => Math.floor(ms / 60_000)),
  ].join(' ');
}

/** The clock of the review now: looked at on every beat, renewed when a figure changes. */
export function useClock(): ClockNow {
  const read = useReadAt();
  const shownAt = useCallback((nowMs: number) => shownBy(read(nowMs)), [read]);
  return read(useSteadyNow(shownAt));
}

/** Reads the clock of the review at the press of a key. */
export function useReadClock(): () => ClockNow {
  const read = useReadAt();
  const { clock } = useWorkspace();
  return () => read(clock.now());
}
