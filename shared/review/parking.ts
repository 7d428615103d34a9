import type { Day } from '#shared/day.ts';
import type { ReviewSummary } from '#shared/registers/registers.ts';
import type { ParkingSettled, Review } from './review.ts';

/** Something that was parked and may still need the room. */
export type Parked = {
  readonly item: string;
  readonly text: string;
  /** The day of the review that parked it; null for today's. */
  readonly on: Day | null;
  /** How many reviews have left it standing, today's not counted. */
  readonly carried: number;
};

type Past = Pick<ReviewSummary, 'id' | 'status' | 'date' | 'parking' | 'settled'>;

/** Outcomes after which a parked item does not come back. */
function isOver(outcome: ParkingSettled['outcome']): boolean {
  return outcome !== 'carried';
}

/** What closed reviews parked and none of them has settled, oldest first; `before` names the review it is read for. */
export function parkedBefore(reviews: readonly Past[], before: string | null = null): readonly Parked[] {
  const at = reviews.findIndex(({ id }) => id === before);
  const closed = (at === -1 ? reviews : reviews.slice(0, at)).filter(({ status }) => status === 'closed');
  const over = new Set(
    closed.flatMap(({ settled }) => settled.flatMap((one) => (isOver(one.outcome) ? [one.item] : []))),
  );
  return closed.flatMap(({ date, parking }, index) =>
    parking
      .filter(({ item }) => !over.has(item))
      .map(({ item, text }) => ({ item, text, on: date, carried: closed.length - index })),
  );
}

/** The parking lot of a review: what earlier ones left first, then what was parked today; nothing private. */
export function parkingLot(
  review: Pick<Review, 'id' | 'items'>,
  reviews: readonly Past[],
): readonly Parked[] {
  const today = review.items
    .filter((item) => item.kind === 'parking' && !item.private)
    .map(({ id, text }) => ({ item: id, text, on: null, carried: 0 }));
  return [...parkedBefore(reviews, review.id), ...today];
}

/** What became of it today; null while nobody said. */
export function settledAs(
  review: Pick<Review, 'settled'>,
  { item }: Pick<Parked, 'item'>,
): ParkingSettled | null {
  return Object.hasOwn(review.settled, item) ? (review.settled[item] ?? null) : null;
}

/** The item at hand: the one pointed at, else the first that nothing became of, else the last. */
export function parkedAtHand(
  lot: readonly Parked[],
  review: Pick<Review, 'settled'>,
  pointed: string | null,
): Parked | null {
  return (
    lot.find(({ item }) => item === pointed) ??
    lot.find((parked) => settledAs(review, parked) === null) ??
    lot.at(-1) ??
    null
  );
}

/** The next item that nothing became of, after this one first, then from the top; null when all are settled. */
export function nextParked(
  lot: readonly Parked[],
  review: Pick<Review, 'settled'>,
  after: string,
): Parked | null {
  const at = lot.findIndex(({ item }) => item === after);
  const turned = [...lot.slice(at + 1), ...lot.slice(0, Math.max(0, at))];
  return turned.find((parked) => settledAs(review, parked) === null) ?? null;
}
