import type { Review, ReviewAnomaly, ReviewBlock } from '#shared/review/review.ts';

/** One place of the walk: a block as it opens, or one anomaly inside it. */
export type Step = { readonly block: ReviewBlock; readonly anomaly: ReviewAnomaly | null };

type Walked = Pick<Review, 'blocks' | 'anomalies' | 'currentBlock' | 'currentAnomaly'>;

/** Anomalies that a block walks, in order: those of its dimension, without what was set aside before it was shown. */
export function anomaliesOf(review: Walked, block: ReviewBlock): readonly ReviewAnomaly[] {
  if (block.dimension === null) return [];
  const first = review.blocks.find((one) => one.dimension === block.dimension);
  if (first?.id !== block.id) return [];
  return review.anomalies.filter(
    (anomaly) =>
      anomaly.dimension === block.dimension &&
      (anomaly.status !== 'set-aside' || anomaly.id === review.currentAnomaly),
  );
}

/** The whole way from the first block to the last: every block opens, then come its anomalies. */
export function stepsOf(review: Walked): readonly Step[] {
  return review.blocks.flatMap((block) => [
    { block, anomaly: null },
    ...anomaliesOf(review, block).map((anomaly) => ({ block, anomaly })),
  ]);
}

/** Where the review stands, or null before its start. */
export function stepNow(review: Walked): Step | null {
  const steps = stepsOf(review).filter((step) => step.block.id === review.currentBlock);
  return steps.find((step) => step.anomaly?.id === review.currentAnomaly) ?? steps[0] ?? null;
}

function indexNow(steps: readonly Step[], now: Step | null): number {
  return steps.findIndex((step) => step.block.id === now?.block.id && step.anomaly?.id === now.anomaly?.id);
}

/** The step so many places ahead (or back, negative), or null where the walk ends. */
export function stepAhead(review: Walked, by: number): Step | null {
  const steps = stepsOf(review);
  const at = indexNow(steps, stepNow(review));
  return at === -1 ? null : (steps[at + by] ?? null);
}

/** The next (or the one before) of the anomalies, over the bounds of blocks. */
export function anomalyAhead(review: Walked, by: 1 | -1): Step | null {
  const steps = stepsOf(review);
  const at = indexNow(steps, stepNow(review));
  const ahead = by === 1 ? steps.slice(at + 1) : steps.slice(0, Math.max(0, at)).reverse();
  return ahead.find((step) => step.anomaly !== null) ?? null;
}
