import type { Anomaly } from '#shared/signals/reading.ts';
import type { AgendaBlock } from './review.ts';

type Placeable = Pick<Anomaly, 'id' | 'dimension'>;

/** Dimensions in the order in which the agenda comes to them; those without a block follow. */
function dimensionsInOrder(
  anomalies: readonly Placeable[],
  blocks: readonly AgendaBlock[],
): readonly string[] {
  const planned = blocks.flatMap((block) => (block.dimension === null ? [] : [block.dimension]));
  return [...new Set([...planned, ...anomalies.map((anomaly) => anomaly.dimension)])];
}

/**
 * The walk: dimension by dimension as the agenda has them, inside each first as ordered by hand, then as given (which
 * is by rank, not reached ones of the last review first).
 */
export function walkOrder<Entry extends Placeable>(
  anomalies: readonly Entry[],
  blocks: readonly AgendaBlock[],
  order: Readonly<Record<string, readonly string[]>>,
): readonly Entry[] {
  return dimensionsInOrder(anomalies, blocks).flatMap((dimension) => {
    const inside = anomalies.filter((anomaly) => anomaly.dimension === dimension);
    const byHand = Object.hasOwn(order, dimension) ? (order[dimension] ?? []) : [];
    const placed = byHand.flatMap((id) => inside.filter((anomaly) => anomaly.id === id));
    return [...new Set([...placed, ...inside])];
  });
}
