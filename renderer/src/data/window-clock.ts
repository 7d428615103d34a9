import {
  advanceSteadyClock,
  canBeSleep,
  type Standstill,
  startSteadyClock,
} from '#shared/review/steady-clock.ts';

/** The clocks of the machine, and what is remembered of them between two starts. */
export type ClockSources = {
  /** Milliseconds of the wall clock, UTC. */
  readonly wall: () => number;
  /** Milliseconds since any moment, on a clock that nobody sets. */
  readonly monotonic: () => number;
  /** Calls so often until told to stop. */
  readonly beat: (everyMs: number, onBeat: () => void) => () => void;
  readonly anchor: { readonly read: () => string | null; readonly write: (text: string) => void };
};

/** The one source of time of a window: events are stamped with it, and a meeting's clock is read at it. */
export type WindowClock = {
  /** Steady time, milliseconds in UTC: never goes back, and never jumps unnoticed. */
  readonly now: () => number;
  /** What the wall clock shows at a steady time; they differ after the wall clock was set back. */
  readonly toWall: (ms: number) => number;
  /** Moves the clock up to a time that an event already has; never back. */
  readonly carryOn: (ms: number) => void;
  /** Stretches of this start in which nothing ran, the time before it included; the same array until one is added. */
  readonly standstills: () => readonly Standstill[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Calls at every beat, in a hidden window too: what a clock shows is renewed by it, nothing is counted. */
  readonly onBeat: (listener: () => void) => () => void;
  readonly close: () => void;
};

/** Often enough that what is shown is never a quarter of a second old, on a busy machine too. */
const BEAT_MS = 100;
const ANCHOR_EVERY_MS = 2000;
/** A start so soon after the last beat goes on with its time; later the wall clock is trusted again. */
const SAME_SITTING_MS = 5 * 60_000;
/** Somebody starts Andon again within so long, and the meeting went on; after longer somebody has to say. */
const AWAY_MS = 2 * 60_000;
/** Another window that wrote its time so lately was running. */
const JUST_NOW_MS = 10_000;

/** `runningSinceMs`: since when the window that wrote it has not stood still. */
type Anchor = { readonly steadyMs: number; readonly wallMs: number; readonly runningSinceMs: number };

function parseAnchor(text: string | null): Anchor | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { steadyMs, wallMs, runningSinceMs = Number.POSITIVE_INFINITY } = value as Partial<Anchor>;
    return typeof steadyMs === 'number' && typeof wallMs === 'number'
      ? { steadyMs, wallMs, runningSinceMs: Number(runningSinceMs) }
      : null;
  } catch {
    return null;
  }
}

/** A wall clock that went back by up to a day was set; whatever it says, no less time has passed than was seen. */
const SET_BACK_MS = 25 * 3_600_000;

function startAfter(anchor: Anchor | null, wallMs: number): { nowMs: number; away: Standstill | null } {
  if (anchor === null) return { nowMs: wallMs, away: null };
  const gone = wallMs - anchor.wallMs;
  if (gone < 0 && gone >= -SET_BACK_MS) return { nowMs: anchor.steadyMs, away: null };
  const nowMs = gone >= 0 && gone <= SAME_SITTING_MS ? anchor.steadyMs + gone : wallMs;
  if (nowMs - anchor.steadyMs <= AWAY_MS) return { nowMs, away: null };
  const kind = canBeSleep(anchor.wallMs, wallMs) ? 'stood' : 'set';
  return { nowMs, away: { fromMs: anchor.steadyMs, toMs: nowMs, kind } };
}

/** Starts the clock of a window where the last one of its workspace left off. */
export function startWindowClock({ wall, monotonic, beat, anchor }: ClockSources): WindowClock {
  const started = startAfter(parseAnchor(anchor.read()), wall());
  const listeners = new Set<() => void>();
  const beatListeners = new Set<() => void>();
  let steady = { ...startSteadyClock(wall(), monotonic()), nowMs: started.nowMs };
  let standstills: readonly Standstill[] = started.away === null ? [] : [started.away];
  let runningSinceMs = started.nowMs;
  let anchoredMs = Number.NEGATIVE_INFINITY;

  /** Whether another window of the workspace ran all the while: then this one alone was stopped, and time just passed. */
  const ranElsewhere = ({ fromMs, toMs, kind }: Standstill): boolean => {
    const other = kind === 'stood' ? parseAnchor(anchor.read()) : null;
    return other !== null && other.runningSinceMs <= fromMs && toMs - other.steadyMs <= JUST_NOW_MS;
  };
  const now = (): number => {
    const { clock, standstill } = advanceSteadyClock(steady, wall(), monotonic());
    steady = clock;
    if (standstill !== null && !ranElsewhere(standstill)) {
      standstills = [...standstills, standstill];
      runningSinceMs = standstill.toMs;
      // Told after the caller is done: time is read while a screen is drawn, too.
      queueMicrotask(() => {
        for (const listener of listeners) listener();
      });
    }
    return steady.nowMs;
  };
  const writeAnchor = (): void => {
    anchoredMs = steady.nowMs;
    const { nowMs: steadyMs, wallMs } = steady;
    anchor.write(JSON.stringify({ steadyMs, wallMs, runningSinceMs } satisfies Anchor));
  };
  const onBeat = (): void => {
    if (now() - anchoredMs >= ANCHOR_EVERY_MS) writeAnchor();
    for (const listener of beatListeners) listener();
  };
  onBeat();
  const stop = beat(BEAT_MS, onBeat);

  return {
    now,
    toWall: (ms) => ms - (now() - steady.wallMs),
    carryOn: (ms) => {
      if (ms > now()) steady = { ...steady, nowMs: ms };
    },
    standstills: () => standstills,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onBeat: (listener) => {
      beatListeners.add(listener);
      return () => beatListeners.delete(listener);
    },
    close: stop,
  };
}
