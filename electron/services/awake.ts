import type { Owner } from '#electron/services/grants.ts';

/** What keeps a display awake, once, until it is told to stop. */
export type Blocker = { readonly start: () => number; readonly stop: (id: number) => void };

export type Awake = {
  readonly hold: (owner: Owner, on: boolean) => void;
  /** Whatever a window held goes with it: it is closed, it died, or it shows a new page. */
  readonly leave: (owner: Owner) => void;
};

/** Keeps the display awake for as long as any window wants it. */
export function createAwake({ start, stop }: Blocker): Awake {
  const holding = new Set<Owner>();
  let blocking: number | null = null;
  const hold = (owner: Owner, on: boolean): void => {
    if (on) holding.add(owner);
    else holding.delete(owner);
    if (holding.size > 0) blocking ??= start();
    else if (blocking !== null) {
      stop(blocking);
      blocking = null;
    }
  };
  return { hold, leave: (owner) => hold(owner, false) };
}
