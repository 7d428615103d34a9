import type { ReviewEventOf } from '#shared/events/event.ts';
import { seededRandom } from '#shared/seeded-random.ts';
import type { Stamp } from './review.ts';

/** A draw on record; one that was taken back stays, so that nobody draws again in silence until they like it. */
export type PickMade = Stamp & ReviewEventOf<'pick-made'>['data'] & { readonly takenBack: boolean };
export type PickOf = PickMade['of'];
export type Candidate = PickMade['candidates'][number];
export type Excluded = NonNullable<PickMade['excluded']>[number];

/** Whose turn earlier reviews were, oldest first; a review in which it was nobody's counts as well. */
export type PastTurns = readonly (readonly string[])[];

const VERB: Readonly<Record<PickOf, string>> = { 'deep-dive': 'drawn', facilitator: 'led' };

/** Why somebody weighs what they weigh: how many reviews ago it was their turn. */
function whyOf(of: PickOf, ago: number, reviews: number): string {
  const verb = VERB[of];
  if (reviews === 0) return 'the first review: all weigh the same';
  if (ago > reviews) return reviews === 1 ? `not ${verb} last time` : `not ${verb} in ${reviews} reviews`;
  return ago === 1 ? `${verb} last time` : `${verb} ${ago} reviews ago`;
}

/**
 * How much each candidate weighs: the number of reviews since it was their turn, those whose turn never came one more
 * than there were reviews. Whoever had it in the last review weighs one.
 */
export function weighted(
  candidates: readonly { readonly id: string; readonly name: string }[],
  of: PickOf,
  past: PastTurns,
): readonly Candidate[] {
  return candidates.map(({ id, name }) => {
    const weight = past.length - past.findLastIndex((turns) => turns.includes(id));
    return { id, name, weight, why: whyOf(of, weight, past.length) };
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

type Drawn = Pick<PickMade, 'candidates' | 'picked' | 'seed' | 'takenBack'>;

/** `Search, weight 4 of 11; seed 7f3a`: what anybody needs to work a draw out again, and that it was taken back. */
export function drawWords({ candidates, picked, seed, takenBack }: Drawn): string {
  const total = candidates.reduce((sum, one) => sum + one.weight, 0);
  const one = candidates.find(({ id }) => id === picked);
  const words = `${one?.name ?? picked}, weight ${one?.weight ?? 0} of ${total}; seed ${seed}`;
  return takenBack ? `${words}; taken back` : words;
}

/** `Search 4 (not drawn in 3 reviews), Payments 1 (drawn last time); not among them: Data (away until 3 December)`. */
export function weightWords({
  candidates,
  excluded = [],
}: Pick<PickMade, 'candidates' | 'excluded'>): string {
  const weights = candidates
    .toSorted((left, right) => right.weight - left.weight)
    .map(({ name, weight, why }) => `${name} ${weight}${why === undefined ? '' : ` (${why})`}`);
  const out = excluded.map(({ name, why }) => `${name} (${why})`);
  return [weights.join(', '), ...(out.length === 0 ? [] : [`not among them: ${out.join(', ')}`])].join('; ');
}
