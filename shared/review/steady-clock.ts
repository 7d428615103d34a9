/**
 * Wall time that does not go back and does not jump unnoticed, from the two clocks that a process has. It is the `now`
 * of `clockAt` and of `tick`. Advance it several times a second from a source that is not throttled (a worker).
 */
export type SteadyClock = {
  /** The steady time, milliseconds in UTC. */
  readonly nowMs: number;
  readonly wallMs: number;
  readonly monotonicMs: number;
};

/** A stretch in which nothing ran: the machine slept, the process stood still, or the wall clock was set forward. */
export type Standstill = { readonly fromMs: number; readonly toMs: number };

/** The wall clock ran ahead of the monotonic one by more than this: the machine slept (Linux, macOS). */
const SLEPT_MS = 2_000;

/** One step longer than this: the process stood still, or slept where the monotonic clock goes on (Windows). */
const STEP_MS = 15_000;

export function startSteadyClock(wallMs: number, monotonicMs: number): SteadyClock {
  return { nowMs: wallMs, wallMs, monotonicMs };
}

/** The clock one step later, and the standstill that the step revealed. A wall clock set back changes nothing. */
export function advanceSteadyClock(
  clock: SteadyClock,
  wallMs: number,
  monotonicMs: number,
): { readonly clock: SteadyClock; readonly standstill: Standstill | null } {
  const ran = Math.max(0, monotonicMs - clock.monotonicMs);
  const passed = wallMs - clock.wallMs;
  const step = passed - ran > SLEPT_MS ? passed : ran;
  const nowMs = clock.nowMs + step;
  const stood = step > ran || step > STEP_MS;
  return {
    clock: { nowMs, wallMs, monotonicMs: Math.max(monotonicMs, clock.monotonicMs) },
    standstill: stood ? { fromMs: clock.nowMs, toMs: nowMs } : null,
  };
}
