import { advanceSteadyClock, type Standstill, startSteadyClock } from '#shared/review/steady-clock.ts';

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
  readonly close: () => void;
};

const BEAT_MS = 250;
const ANCHOR_EVERY_MS = 2000;
/** A start so soon after the last beat goes on with its time; later the wall clock is trusted again. */
const SAME_SITTING_MS = 5 * 60_000;
/** A restart takes moments; away for longer, somebody has to say whether the meeting went on. */
const AWAY_MS = 20_000;

type Anchor = { readonly steadyMs: number; readonly wallMs: number };

function parseAnchor(text: string | null): Anchor | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null');
    if (typeof value !== 'object' || value === null) return null;
    const { steadyMs, wallMs } = value as Partial<Anchor>;
    return typeof steadyMs === 'number' && typeof wallMs === 'number' ? { steadyMs, wallMs } : null;
  } catch {
    return null;
  }
}

function startAfter(anchor: Anchor | null, wallMs: number): { nowMs: number; away: Standstill | null } {
  if (anchor === null) return { nowMs: wallMs, away: null };
  const gone = wallMs - anchor.wallMs;
  const nowMs = gone >= 0 && gone <= SAME_SITTING_MS ? anchor.steadyMs + gone : wallMs;
  const away = nowMs - anchor.steadyMs > AWAY_MS ? { fromMs: anchor.steadyMs, toMs: nowMs } : null;
  return { nowMs, away };
}

/** Starts the clock of a window where the last one of its workspace left off. */
export function startWindowClock({ wall, monotonic, beat, anchor }: ClockSources): WindowClock {
  const started = startAfter(parseAnchor(anchor.read()), wall());
  const listeners = new Set<() => void>();
  let steady = { ...startSteadyClock(wall(), monotonic()), nowMs: started.nowMs };
  let standstills: readonly Standstill[] = started.away === null ? [] : [started.away];
  let anchoredMs = Number.NEGATIVE_INFINITY;

  const now = (): number => {
    const step = advanceSteadyClock(steady, wall(), monotonic());
    steady = step.clock;
    if (step.standstill !== null) {
      standstills = [...standstills, step.standstill];
      // Told after the caller is done: time is read while a screen is drawn, too.
      queueMicrotask(() => {
        for (const listener of listeners) listener();
      });
    }
    return steady.nowMs;
  };
  const onBeat = (): void => {
    const nowMs = now();
    if (nowMs - anchoredMs < ANCHOR_EVERY_MS) return;
    anchoredMs = nowMs;
    anchor.write(JSON.stringify({ steadyMs: nowMs, wallMs: steady.wallMs } satisfies Anchor));
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
    close: stop,
  };
}
