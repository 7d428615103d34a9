import type { ReviewEventOf } from '#shared/events/event.ts';
import { seededRandom } from '#shared/seeded-random.ts';
import type { Stamp } from './review.ts';

export type PickMade = Stamp & ReviewEventOf<'pick-made'>['data'];
export type PickOf = PickMade['of'];
export type Candidate = PickMade['candidates'][number];

/** What earlier reviews drew, oldest first; a review without a draw of this kind counts as one in which nobody was drawn. */
export type PastPicks = readonly (readonly { readonly of: PickOf; readonly picked: string }[])[];

/**
 * How much each candidate weighs: the number of reviews since it was drawn last, those never drawn one more than there
 * were reviews. Whoever was drawn in the last review weighs one.
 */
export function weighted(
  candidates: readonly { readonly id: string; readonly name: string }[],
  of: PickOf,
  past: PastPicks,
): readonly Candidate[] {
  return candidates.map(({ id, name }) => {
    const last = past.findLastIndex((picks) => picks.some((pick) => pick.of === of && pick.picked === id));
    return { id, name, weight: past.length - last };
  });
}

/** The candidate on which the seed falls when they lie side by side, each as long as its weight. Null for none. */
export function drawn(candidates: readonly Candidate[], seed: string): Candidate | null {
  const total = candidates.reduce((sum, one) => sum + one.weight, 0);
  let left = seededRandom(seed).next() * total;
  for (const candidate of candidates) {
    left -= candidate.weight;
    if (left < 0) return candidate;
  }
  return candidates.at(-1) ?? null;
}

/** `Search, weight 4 of 11; seed 7f3a`: what anybody needs to work a draw out again. */
export function drawWords({ candidates, picked, seed }: Omit<PickMade, keyof Stamp>): string {
  const total = candidates.reduce((sum, one) => sum + one.weight, 0);
  const one = candidates.find(({ id }) => id === picked);
  return `${one?.name ?? picked}, weight ${one?.weight ?? 0} of ${total}; seed ${seed}`;
}
