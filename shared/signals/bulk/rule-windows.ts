/** Marks of one point, one bit a rule; a point keeps all the rules that it completes. */
export const marks = {
  outside: 1,
  run: 2,
  threeOfFour: 4,
  twoOfThree: 8,
  fourOfFive: 16,
  threshold: 32,
} as const;

/** Rounding alone never puts a point on one side of its centre or beyond its limit. */
export const ROUNDING = 1e-9;

const ONE = 1 + ROUNDING;
const ONE_AND_HALF = 1.5 * (1 + ROUNDING);
const TWO = 2 * (1 + ROUNDING);
const THREE = 3 * (1 + ROUNDING);

/** The mark of every window of `size` points, one bit a point: enough of them set, the newest (lowest) among them. */
function windowMarks(size: number, count: number, mark: number): Uint8Array {
  return Uint8Array.from({ length: 1 << size }, (_, window) => {
    let set = 0;
    for (let at = 0; at < size; at++) set += (window >> at) & 1;
    return (window & 1) === 1 && set >= count ? mark : 0;
  });
}

const TWO_OF_THREE = windowMarks(3, 2, marks.twoOfThree);
const FOUR_OF_FIVE = windowMarks(5, 4, marks.fourOfFive);
const THREE_OF_FOUR = windowMarks(4, 3, marks.threeOfFour);
const RUN_OF_8 = windowMarks(8, 8, marks.run);

/** Missing points in a row that a run and a window do not reach over. */
const GAP = 2;

/** Values whose distance from the centre in sigma is what rules are judged by; with 0 and 1 they are it already. */
export type Standardised = {
  readonly values: Float64Array;
  readonly centre: number;
  readonly sigma: number;
};

/**
 * Western Electric 1 to 4 as R qcc marks them, the point that completes the pattern; a point on the centre ends a run.
 * Windows are numbers that move on by one bit a point, without a branch: this is what makes it fast.
 */
export function markWesternElectric(
  { values, centre, sigma }: Standardised,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  let above = 0;
  let below = 0;
  let over1 = 0;
  let under1 = 0;
  let over2 = 0;
  let under2 = 0;
  let seen = 0;
  let missing = 0;
  for (let at = from; at < to; at++) {
    const value = ((values[at] as number) - centre) / sigma;
    if (Number.isNaN(value)) {
      missing++;
      if (missing === GAP) above = below = over1 = under1 = over2 = under2 = seen = 0;
      continue;
    }
    missing = 0;
    above = ((above << 1) | Number(value > ROUNDING)) & 255;
    below = ((below << 1) | Number(value < -ROUNDING)) & 255;
    over1 = ((over1 << 1) | Number(value > ONE)) & 31;
    under1 = ((under1 << 1) | Number(value < -ONE)) & 31;
    over2 = ((over2 << 1) | Number(value > TWO)) & 7;
    under2 = ((under2 << 1) | Number(value < -TWO)) & 7;
    let mark =
      Number(Math.abs(value) > THREE) |
      ((TWO_OF_THREE[over2] as number) | (TWO_OF_THREE[under2] as number)) |
      ((FOUR_OF_FIVE[over1] as number) | (FOUR_OF_FIVE[under1] as number)) |
      ((RUN_OF_8[above] as number) | (RUN_OF_8[below] as number));
    // A window that is not full yet says nothing.
    if (seen < 4) mark &= seen < 2 ? marks.outside : marks.outside | marks.twoOfThree;
    seen++;
    into[at] = (into[at] as number) | mark;
  }
}

/**
 * Our rules: outside the limits, eight on one side, three of four beyond half the way to a limit, each marking the
 * point that completes it. A point on the centre is on neither side and a run goes on over it; a run and a window
 * reach over one missing point, never over two in a row.
 */
export function markWheeler(
  { values, centre, sigma }: Standardised,
  from: number,
  to: number,
  into: Uint8Array,
): void {
  let above = 0;
  let below = 0;
  let over = 0;
  let under = 0;
  let seen = 0;
  let missing = 0;
  for (let at = from; at < to; at++) {
    const value = ((values[at] as number) - centre) / sigma;
    if (Number.isNaN(value)) {
      missing++;
      if (missing === GAP) above = below = over = under = seen = 0;
      continue;
    }
    missing = 0;
    const up = Number(value > ROUNDING);
    const down = Number(value < -ROUNDING);
    const sided = up | down;
    above = ((above << sided) | up) & 255;
    below = ((below << sided) | down) & 255;
    over = ((over << 1) | Number(value > ONE_AND_HALF)) & 15;
    under = ((under << 1) | Number(value < -ONE_AND_HALF)) & 15;
    let mark =
      Number(Math.abs(value) > THREE) |
      ((RUN_OF_8[above] as number) & -up) |
      ((RUN_OF_8[below] as number) & -down) |
      ((THREE_OF_FOUR[over] as number) | (THREE_OF_FOUR[under] as number));
    if (seen < 3) mark &= ~marks.threeOfFour;
    seen++;
    into[at] = (into[at] as number) | mark;
  }
}
