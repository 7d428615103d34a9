import type { WindowClock } from '#renderer/src/data/window-clock.ts';
import type { Company } from './company.ts';
import { carriedOn, type Pace, rehearsedAt, startPace, withSpeed } from './pace.ts';

export type PacedClock = {
  readonly clock: WindowClock;
  readonly speed: () => number;
  readonly setSpeed: (speed: number) => void;
  /** Called whenever the speed has changed, here or in another window. */
  readonly subscribe: (listener: () => void) => () => void;
};

/** A clock that can run faster than the one beneath it, at one speed in every window of the rehearsal. */
export function pacedClock(steady: WindowClock, company: Company): PacedClock {
  let pace: Pace = startPace(steady.now());
  let lastMs = Number.NEGATIVE_INFINITY;
  let chosen = false;
  const listeners = new Set<() => void>();
  const now = (): number => {
    lastMs = Math.max(lastMs, rehearsedAt(pace, steady.now()));
    return lastMs;
  };
  const take = (next: Pace): void => {
    pace = next;
    for (const listener of listeners) listener();
  };
  company.listen((told) => {
    if (told.kind === 'pace') {
      chosen = true;
      take(told.pace);
    }
    if (told.kind === 'ask' && chosen) company.tell({ kind: 'pace', pace });
  });
  let mapped: { readonly from: ReturnType<WindowClock['standstills']>; readonly to: typeof mapped.from } = {
    from: [],
    to: [],
  };
  return {
    clock: {
      now,
      toWall: (ms) => ms,
      carryOn: (ms) => {
        if (ms > now()) pace = carriedOn(pace, steady.now(), ms);
      },
      standstills: () => {
        const from = steady.standstills();
        if (from !== mapped.from) {
          const to = from.map(({ fromMs, toMs, kind }) => ({
            fromMs: rehearsedAt(pace, fromMs),
            toMs: rehearsedAt(pace, toMs),
            kind,
          }));
          mapped = { from, to };
        }
        return mapped.to;
      },
      subscribe: steady.subscribe,
      onBeat: steady.onBeat,
      close: steady.close,
    },
    speed: () => pace.speed,
    setSpeed: (speed) => {
      chosen = true;
      take(withSpeed(pace, steady.now(), speed));
      company.tell({ kind: 'pace', pace });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
