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

/** A stretch in which nothing ran, or which the wall clock left out. */
export type Standstill = {
  readonly fromMs: number;
  readonly toMs: number;
  /**
   * `stood`: time passed on both clocks and nobody looked. `jumped`: the wall clock alone went ahead; the machine slept,
   * or somebody set it. `set`: the wall clock went ahead by more than any sleep.
   */
  readonly kind: 'stood' | 'jumped' | 'set';
};

/** The wall clock ran ahead of the monotonic one by more than this: the machine slept (Linux, macOS), or it was set. */
const SLEPT_MS = 2_000;

/** One step longer than this: the process stood still, or slept where the monotonic clock goes on (Windows). */
const STEP_MS = 15_000;

/** No wall clock of a machine that runs Andon shows less and is right: its battery is dead, or it was never set. */
const NEVER_BEFORE_MS = Date.UTC(2026, 0, 1);

/** No meeting sleeps longer and then asks whether that counts. */
const LONGEST_SLEEP_MS = 7 * 86_400_000;

/** Whether a wall clock that went from here to there can have done so by time passing while nobody looked. */
export function canBeSleep(fromWallMs: number, toWallMs: number): boolean {
  return fromWallMs >= NEVER_BEFORE_MS && toWallMs - fromWallMs <= LONGEST_SLEEP_MS;
}

export function startSteadyClock(wallMs: number, monotonicMs: number): SteadyClock {
  return { nowMs: wallMs, wallMs, monotonicMs };
}

type Step = { readonly nowMs: number; readonly kind: Standstill['kind'] | null };

function stepOf(clock: SteadyClock, wallMs: number, monotonicMs: number): Step {
  const ran = Math.max(0, monotonicMs - clock.monotonicMs);
  const passed = wallMs - clock.wallMs;
  if (passed - ran <= SLEPT_MS) return { nowMs: clock.nowMs + ran, kind: ran > STEP_MS ? 'stood' : null };
  // What was no sleep is no time that passed: the right time is taken on, and none added to a time that is right.
  if (!canBeSleep(clock.wallMs, wallMs)) {
    return { nowMs: Math.max(clock.nowMs + ran, wallMs), kind: 'set' };
  }
  return { nowMs: clock.nowMs + passed, kind: 'jumped' };
}

/** The clock one step later, and the standstill that the step revealed. A wall clock set back changes nothing. */
export function advanceSteadyClock(
  clock: SteadyClock,
  wallMs: number,
  monotonicMs: number,
): { readonly clock: SteadyClock; readonly standstill: Standstill | null } {
  const { nowMs, kind } = stepOf(clock, wallMs, monotonicMs);
  return {
    clock: { nowMs, wallMs, monotonicMs: Math.max(monotonicMs, clock.monotonicMs) },
    standstill: kind === null ? null : { fromMs: clock.nowMs, toMs: nowMs, kind },
  };
}
