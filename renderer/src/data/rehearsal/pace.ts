/** How rehearsed time runs beside steady time: from `steadyMs` on, where it was `rehearsedMs`, so many times as fast. */
export type Pace = { readonly steadyMs: number; readonly rehearsedMs: number; readonly speed: number };

/** The speeds that are offered: as in the real meeting, and an hour in six minutes. */
export const SPEEDS = [1, 10] as const;

export function startPace(steadyMs: number): Pace {
  return { steadyMs, rehearsedMs: steadyMs, speed: 1 };
}

/** Rehearsed time (milliseconds, UTC) at a steady time. */
export function rehearsedAt({ steadyMs, rehearsedMs, speed }: Pace, atMs: number): number {
  return rehearsedMs + (atMs - steadyMs) * speed;
}

/** The pace from a moment on with another speed; no time is skipped. */
export function withSpeed(pace: Pace, atMs: number, speed: number): Pace {
  return { steadyMs: atMs, rehearsedMs: rehearsedAt(pace, atMs), speed };
}

/** The pace from a moment on with the time moved up to `rehearsedMs`; never back. */
export function carriedOn(pace: Pace, atMs: number, rehearsedMs: number): Pace {
  return { ...pace, steadyMs: atMs, rehearsedMs: Math.max(rehearsedMs, rehearsedAt(pace, atMs)) };
}
