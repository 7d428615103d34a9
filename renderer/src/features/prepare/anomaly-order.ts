import { anomaliesThatFit } from '#shared/review/agenda.ts';
import type { Review } from '#shared/review/review.ts';
import { walkOrder } from '#shared/review/walk.ts';
import type { Anomaly, CurrentState } from '#shared/signals/reading.ts';

export type PlacedAnomaly = {
  readonly anomaly: Anomaly;
  /** Place in the walk from 1. */
  readonly place: number;
  /** Whether the minutes of its block carry it, at four minutes each. */
  readonly fits: boolean;
};

export type Walk = { readonly put: readonly PlacedAnomaly[]; readonly aside: readonly Anomaly[] };

/** The walk as it would be now: by dimension, by hand, by rank; what is set aside stands apart. */
export function walkOf(review: Review, state: CurrentState): Walk {
  const aside = state.anomalies.filter((anomaly) => Object.hasOwn(review.aside, anomaly.id));
  const forward = state.anomalies.filter((anomaly) => !Object.hasOwn(review.aside, anomaly.id));
  const ordered = walkOrder(forward, review.blocks, review.order);
  const taken = new Map<string, number>();
  const put = ordered.map((anomaly, at) => {
    const before = taken.get(anomaly.dimension) ?? 0;
    taken.set(anomaly.dimension, before + 1);
    const minutes = review.blocks
      .filter((block) => block.dimension === anomaly.dimension)
      .reduce((sum, block) => sum + block.minutes, 0);
    return { anomaly, place: at + 1, fits: before < anomaliesThatFit(minutes) };
  });
  return { put, aside };
}

/** The order by hand of one dimension after an anomaly moved up (-1) or down (1); null when it cannot move. */
export function moved(
  walk: Walk,
  id: string,
  by: -1 | 1,
): { readonly dimension: string; readonly order: string[] } | null {
  const dimension = walk.put.find((one) => one.anomaly.id === id)?.anomaly.dimension;
  if (dimension === undefined) return null;
  const order = walk.put.filter((one) => one.anomaly.dimension === dimension).map((one) => one.anomaly.id);
  const from = order.indexOf(id);
  const to = from + by;
  const other = order[to];
  if (other === undefined) return null;
  order[to] = id;
  order[from] = other;
  return { dimension, order };
}

/** The order by hand that puts an anomaly that was set aside back where its rank has it. */
export function putBack(
  review: Review,
  state: CurrentState,
  { id, dimension }: Pick<Anomaly, 'id' | 'dimension'>,
): { readonly dimension: string; readonly order: string[] } {
  const { [id]: _reason, ...aside } = review.aside;
  const { put } = walkOf({ ...review, aside }, state);
  return {
    dimension,
    order: put.filter((one) => one.anomaly.dimension === dimension).map((one) => one.anomaly.id),
  };
}
