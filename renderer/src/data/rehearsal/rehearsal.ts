/** A rehearsal as its windows have it. */
export type Rehearsal = {
  readonly id: string;
  /** How many times as fast as the real thing its clock runs. */
  readonly speed: () => number;
  readonly setSpeed: (speed: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends it in every window. */
  readonly leave: () => void;
};
