import type { NewEvent } from '#renderer/src/data/author.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import { type Candidate, drawn, type PickOf, weighted } from '#shared/review/pick.ts';
import { inReview } from './authoring.ts';
import type { Live } from './live.ts';

type Known = Pick<Live, 'review' | 'registers'>;

function named(
  of: PickOf,
  { review, registers }: Known,
): readonly { readonly id: string; readonly name: string }[] {
  const { entities, people, cadence } = registers;
  if (of === 'deep-dive') {
    const active = entities.filter((entity) => entity.active && entity.aliasOf === null);
    const teams = active.filter((entity) => entity.kind === 'team');
    const asked = teams.length > 0 ? teams : active.filter((entity) => entity.kind === 'service');
    return asked.map(({ id, displayName }) => ({ id, name: displayName ?? id }));
  }
  const rota = cadence?.rota ?? [];
  return people
    .filter(
      ({ id, active }) => active && id !== review.facilitator && (rota.length === 0 || rota.includes(id)),
    )
    .map(({ id, name }) => ({ id, name }));
}

/**
 * Who may be drawn, each with its weight: teams for the deep dive (services where no team is known), the rota to
 * facilitate (everybody where there is none). Who was drawn in this review already is left out.
 */
export function candidatesFor(of: PickOf, known: Known): readonly Candidate[] {
  const { review, registers } = known;
  const today = new Set(review.picks.flatMap((pick) => (pick.of === of ? [pick.picked] : [])));
  const past = registers.reviews.filter((one) => one.id !== review.id).map((one) => one.picks);
  return weighted(named(of, known), of, past).filter(({ id }) => !today.has(id));
}

/** A draw as it is written down; null where there is nobody to draw. */
export function drawFor(
  of: PickOf,
  known: Known,
  seed = newId(),
): { readonly event: NewEvent; readonly picked: Candidate } | null {
  const candidates = candidatesFor(of, known);
  const picked = drawn(candidates, seed);
  if (picked === null) return null;
  const content = { of, seed, candidates: [...candidates], picked: picked.id };
  return { event: inReview(known.review, 'pick-made', content), picked };
}
