import { usePointed } from '#renderer/src/state/pointing.ts';
import { stepNow } from '#renderer/src/walk/steps.ts';
import { parkedAtHand, parkingLot } from '#shared/review/parking.ts';
import { registerRows } from '#shared/review/register-view.ts';
import type { ReviewBlock } from '#shared/review/review.ts';
import { type Live, useLive } from './live.ts';
import { itemAtHand } from './stage/content-rows.ts';

/** Name of the list that a block points into, in every window. */
export function listOf(block: Pick<ReviewBlock, 'id'>): string {
  return `block:${block.id}`;
}

/** People that the list of who is here has, by name. */
export function peopleOf({
  registers,
  review,
}: Pick<Live, 'registers' | 'review'>): Live['registers']['people'] {
  return registers.people
    .filter((person) => person.active || Object.hasOwn(review.attendance, person.id))
    .toSorted((left, right) => left.name.localeCompare(right.name));
}

type Rows = {
  /** Ids of the entries that j and k go through; empty where the block has no list. */
  readonly rows: readonly string[];
  readonly now: string | null;
};

function rowsOf(block: ReviewBlock, live: Live, pointed: string | null): Rows {
  const { review, registers, today } = live;
  const first = (rows: readonly string[]) => ({
    rows,
    now: rows.find((id) => id === pointed) ?? rows[0] ?? null,
  });
  switch (block.content?.kind) {
    case 'checklist':
      return {
        rows: block.content.items.map(({ id }) => id),
        now: itemAtHand(block.content, review.ticked, pointed)?.id ?? null,
      };
    case 'register':
      return first(registerRows(block.content, { registers, today }).map(({ id }) => id));
    default:
  }
  if (block.kind === 'parking') {
    const lot = parkingLot(review, registers.reviews);
    return { rows: lot.map(({ item }) => item), now: parkedAtHand(lot, review, pointed)?.item ?? null };
  }
  if (block.kind === 'attendance') {
    const people = peopleOf(live).map(({ id }) => id);
    const unmarked = people.find((id) => !Object.hasOwn(review.attendance, id));
    return { rows: people, now: people.find((id) => id === pointed) ?? unmarked ?? people.at(-1) ?? null };
  }
  return { rows: [], now: null };
}

/** The list of the block on the stage, and its entry at hand. */
export function useBlockRows(): Rows {
  const live = useLive();
  const block = stepNow(live.review)?.block ?? null;
  const pointed = usePointed(block === null ? '' : listOf(block));
  return block === null ? { rows: [], now: null } : rowsOf(block, live, pointed);
}
