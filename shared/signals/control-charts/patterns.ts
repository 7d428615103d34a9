import { sideOf } from '#shared/signals/rules.ts';

/** Points of one phase that follow each other, the missing ones left out. Entries of equal length. */
export type Sequence = {
  /** Distance from the centre, limits at -3 and 3. */
  readonly z: readonly number[];
  readonly plotted: readonly number[];
  /** False where a missing point stands before this one: no rise or fall is told over it. */
  readonly adjoins: readonly boolean[];
};

/** Finds the positions that a rule marks. */
export type Pattern = (sequence: Sequence) => ReadonlySet<number>;

/** Which points of a found pattern are marked: the ones that complete it, or all that it is made of. */
type Marks = 'completing' | 'all';

const ROUNDING = 1e-9;

function isBeyond(z: number, distance: number): boolean {
  return Math.abs(z) > distance * (1 + ROUNDING);
}

function mark(into: Set<number>, end: number, length: number, marks: Marks): void {
  for (let at = marks === 'all' ? end - length + 1 : end; at <= end; at++) into.add(at);
}

/** A point beyond the limits. */
export const outside: Pattern = ({ z }) =>
  new Set(z.flatMap((value, at) => (isBeyond(value, 3) ? [at] : [])));

/** `length` points one after another on one side of the centre; a point on the centre breaks the run. */
export function run(length: number, marks: Marks): Pattern {
  return ({ z }) => {
    const found = new Set<number>();
    let side = 0;
    let count = 0;
    for (const [at, value] of z.entries()) {
      const here = sideOf(value);
      count = here !== 0 && here === side ? count + 1 : Math.abs(here);
      side = here;
      if (count >= length) mark(found, at, length, marks);
    }
    return found;
  };
}

/** The same, but a run goes on over a point on the centre, which belongs to no side and is not counted. */
export function runOverCentre(length: number): Pattern {
  return (sequence) => {
    const sided = sequence.z.flatMap((value, at) => (sideOf(value) === 0 ? [] : [at]));
    const found = run(length, 'all')({ ...sequence, z: sided.map((at) => sequence.z[at] ?? 0) });
    return new Set(sided.filter((_, position) => found.has(position)));
  };
}

/** `count` of `size` points beyond `distance` sigma on one side, the newest among them: marks the newest. */
export function zone(count: number, size: number, distance: number): Pattern {
  return ({ z }) => {
    const found = new Set<number>();
    for (let end = size - 1; end < z.length; end++) {
      const newest = z[end] ?? 0;
      if (!isBeyond(newest, distance)) continue;
      const alike = z
        .slice(end - size + 1, end + 1)
        .filter((value) => isBeyond(value, distance) && Math.sign(value) === Math.sign(newest));
      if (alike.length >= count) found.add(end);
    }
    return found;
  };
}

/** In a full window of four, three beyond half the way to the limit on one side: marks all four (Wheeler). */
export const threeOfFour: Pattern = ({ z }) => {
  const found = new Set<number>();
  for (let end = 3; end < z.length; end++) {
    const far = z.slice(end - 3, end + 1).filter((value) => isBeyond(value, 1.5));
    const above = far.filter((value) => value > 0).length;
    if (above >= 3 || far.length - above >= 3) mark(found, end, 4, 'all');
  }
  return found;
};

/** In a window of three on one side of the mean, two between 2 and 3 sigma: marks those close to the limit (NHS). */
export const closeToLimit: Pattern = ({ z }) => {
  const found = new Set<number>();
  const isClose = (value: number): boolean => isBeyond(value, 2) && !isBeyond(value, 3);
  for (let end = 2; end < z.length; end++) {
    const places = [end - 2, end - 1, end];
    const sides = places.reduce<number>((sum, at) => sum + sideOf(z[at] ?? 0), 0);
    const close = places.filter((at) => isClose(z[at] ?? 0));
    if (Math.abs(sides) === 3 && close.length >= 2) for (const at of close) found.add(at);
  }
  return found;
};

/** Direction of each step to a point from the one before it; 0 for a tie, over a gap and at the first point. */
function steps({ plotted, adjoins }: Sequence): readonly number[] {
  return plotted.map((value, at) =>
    at > 0 && adjoins[at] === true ? Math.sign(value - (plotted[at - 1] ?? value)) : 0,
  );
}

/** `length` points each higher, or each lower, than the one before; a tie ends it. */
export function trend(length: number, marks: Marks): Pattern {
  return (sequence) => {
    const found = new Set<number>();
    let count = 0;
    let before = 0;
    for (const [at, step] of steps(sequence).entries()) {
      count = step !== 0 && step === before ? count + 1 : Math.abs(step);
      before = step;
      if (count >= length - 1) mark(found, at, length, marks);
    }
    return found;
  };
}

/** `length` points that rise and fall in turn. */
export function alternating(length: number): Pattern {
  return (sequence) => {
    const found = new Set<number>();
    let count = 0;
    let before = 0;
    for (const [at, step] of steps(sequence).entries()) {
      count = step !== 0 && step === -before ? count + 1 : Math.abs(step);
      before = step;
      if (count >= length - 1) found.add(at);
    }
    return found;
  };
}

/** `length` points one after another that all fulfil a condition, and further ones: marks the completing ones. */
function inSuccession(length: number, condition: (z: number) => boolean): Pattern {
  return ({ z }) => {
    const found = new Set<number>();
    let count = 0;
    for (const [at, value] of z.entries()) {
      count = condition(value) ? count + 1 : 0;
      if (count >= length) found.add(at);
    }
    return found;
  };
}

/** `length` points within one sigma of the centre. */
export function within(length: number): Pattern {
  return inSuccession(length, (z) => !isBeyond(z, 1));
}

/** `length` points beyond one sigma, on both sides of the centre. */
export function onBothSides(length: number): Pattern {
  return (sequence) => {
    const far = inSuccession(length, (z) => isBeyond(z, 1))(sequence);
    return new Set(
      [...far].filter((end) => {
        const window = sequence.z.slice(end - length + 1, end + 1);
        return window.some((z) => z > 0) && window.some((z) => z < 0);
      }),
    );
  };
}
