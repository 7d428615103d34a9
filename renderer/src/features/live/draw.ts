import type { NewEvent } from '#renderer/src/data/author.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import { dayAndMonth } from '#renderer/src/ui/dates.ts';
import type { Day } from '#shared/day.ts';
import {
  type Candidate,
  drawn,
  type Excluded,
  type PastTurns,
  type PickOf,
  weighted,
} from '#shared/review/pick.ts';
import { awayOn } from '#shared/review/rota.ts';
import { inReview } from './authoring.ts';
import type { Live } from './live.ts';

type Known = Pick<Live, 'review' | 'registers'>;
type Named = { readonly id: string; readonly name: string };

/** Who is asked, each with its weight, and who is not, each with the reason. */
export type Pool = { readonly candidates: readonly Candidate[]; readonly excluded: readonly Excluded[] };

/** Teams for the deep dive, services where no team is known; the rota to facilitate, everybody where there is none. */
function named(of: PickOf, { registers }: Known): readonly Named[] {
  const { entities, people, turns } = registers;
  if (of === 'deep-dive') {
    const active = entities.filter((entity) => entity.active && entity.aliasOf === null);
    const teams = active.filter((entity) => entity.kind === 'team');
    const asked = teams.length > 0 ? teams : active.filter((entity) => entity.kind === 'service');
    return asked.map(({ id, displayName }) => ({ id, name: displayName ?? id }));
  }
  const rota = new Set(turns.slots.map(({ owner }) => owner));
  return people.filter(({ id, active }) => (rota.size === 0 ? active : rota.has(id)));
}

/** Why somebody is not asked today; null when they are. `on` is the day of the turn that is drawn for. */
function whyNot(of: PickOf, id: string, on: Day | null, { review, registers }: Known): string | null {
  if (review.picks.some((pick) => pick.of === of && pick.picked === id && !pick.takenBack))
    return 'drawn already';
  if (of === 'deep-dive') return null;
  if (id === review.facilitator) return 'leads this one';
  const away = on === null ? null : awayOn(id, on, registers);
  if (away === null) return null;
  return away.kind === 'left' ? 'has left' : `away until ${dayAndMonth(away.until)}`;
}

function pastTurns(of: PickOf, { review, registers }: Known): PastTurns {
  const past = registers.reviews.filter(({ id, status }) => id !== review.id && status === 'closed');
  return past.map(({ picks, ledBy }) =>
    of === 'facilitator'
      ? ledBy === null
        ? []
        : [ledBy]
      : picks.filter((pick) => pick.of === of).map(({ picked }) => picked),
  );
}

/** Who may be drawn and who may not. `on` is the day of the next review, for who is away then. */
export function poolFor(of: PickOf, known: Known, on: Day | null = null): Pool {
  const asked = named(of, known).map(({ id, name }) => ({ id, name, why: whyNot(of, id, on, known) }));
  const free = asked.filter(({ why }) => why === null).map(({ id, name }) => ({ id, name }));
  return {
    candidates: weighted(free, of, pastTurns(of, known)),
    excluded: asked.flatMap(({ why, ...one }) => (why === null ? [] : [{ ...one, why }])),
  };
}

/** Who may be drawn, each with its weight. */
export function candidatesFor(of: PickOf, known: Known): readonly Candidate[] {
  return poolFor(of, known).candidates;
}

type Draw = { readonly event: NewEvent; readonly picked: Candidate; readonly pool: Pool };

/** A draw as it is written down; null where there is nobody to draw. */
export function drawFor(of: PickOf, known: Known, on: Day | null = null, seed = newId()): Draw | null {
  const pool = poolFor(of, known, on);
  const picked = drawn(pool.candidates, seed);
  if (picked === null) return null;
  const { candidates, excluded } = pool;
  const content = {
    of,
    seed,
    candidates: [...candidates],
    picked: picked.id,
    ...(excluded.length === 0 ? {} : { excluded: [...excluded] }),
  };
  return { event: inReview(known.review, 'pick-made', content), picked, pool };
}
