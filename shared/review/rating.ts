/** From how many votes on a mean is said. Of fewer, everybody in the room could tell who voted how. Ours. */
export const MEAN_FROM = 3;

/** How votes spread, in words, from the lowest on: `1 × 2, 3 × 4, 2 × 5`; empty where no single vote is known. */
export function spreadWords(counts: readonly number[]): string {
  return counts.flatMap((count, index) => (count === 0 ? [] : [`${count} × ${index + 1}`])).join(', ');
}
