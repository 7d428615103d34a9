import type { Review, ReviewAnomaly, ReviewBlock } from '#shared/review/review.ts';

/** One place of the walk: a block as it opens, or one anomaly inside it. */
export type Step = { readonly block: ReviewBlock; readonly anomaly: ReviewAnomaly | null };

type Walked = Pick<Review, 'blocks' | 'anomalies' | 'currentBlock' | 'currentAnomaly' | 'marks'>;

/** The block that an anomaly is walked in: where it was opened, else the next block of its dimension that is not over. */
function blockOf(review: Walked, anomaly: ReviewAnomaly): ReviewBlock | undefined {
  const own = review.blocks.filter((block) => block.dimension === anomaly.dimension);
  const { openedAtMs } = anomaly;
  if (own.length > 1 && openedAtMs !== null) {
    const mark = review.marks.findLast((one) => one.kind === 'entered' && one.atMs <= openedAtMs);
    const opened = own.find((block) => mark?.kind === 'entered' && block.id === mark.block);
    if (opened !== undefined) return opened;
  }
  const now = review.blocks.findIndex((block) => block.id === review.currentBlock);
  return own.find((block) => review.blocks.indexOf(block) >= now) ?? own.at(-1);
}

/** Anomalies that a block walks, in order: those of its dimension, without what was set aside before it was shown. */
export function anomaliesOf(review: Walked, block: ReviewBlock): readonly ReviewAnomaly[] {
  if (block.dimension === null) return [];
  return review.anomalies.filter(
    (anomaly) =>
      anomaly.dimension === block.dimension &&
      (anomaly.status !== 'set-aside' || anomaly.id === review.currentAnomaly) &&
      blockOf(review, anomaly)?.id === block.id,
  );
}

/** A block that was given no minutes is not held today; the one at hand always is. */
function isHeld(review: Walked, block: ReviewBlock): boolean {
  return block.minutes > 0 || block.id === review.currentBlock;
}

/** The whole way from the first block to the last: every block opens, then come its anomalies. */
export function stepsOf(review: Walked): readonly Step[] {
  return review.blocks.flatMap((block) =>
    isHeld(review, block)
      ? [{ block, anomaly: null }, ...anomaliesOf(review, block).map((anomaly) => ({ block, anomaly }))]
      : [],
  );
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

/** What a block has before it that nobody has decided; without a block, what was shown and left without a verdict. */
export function undecidedIn(review: Walked, block: string | null): readonly ReviewAnomaly[] {
  if (block === null) return review.anomalies.filter(({ status }) => status === 'shown');
  const own = review.blocks.find(({ id }) => id === block);
  if (own === undefined) return [];
  return anomaliesOf(review, own).filter(({ status }) => status === 'waiting' || status === 'shown');
}

/** One anomaly in its block, with its number there; null for one that was set aside. */
export type Place = {
  readonly block: ReviewBlock;
  readonly anomaly: ReviewAnomaly;
  readonly number: number | null;
};

/** Everything that can be gone to: the block at hand first, in each what is walked and then what was set aside. */
export function placesOf(review: Walked): readonly Place[] {
  const dimensional = review.blocks.filter((block) => block.dimension !== null && isHeld(review, block));
  const here = dimensional.filter((block) => block.id === review.currentBlock);
  return [...new Set([...here, ...dimensional])].flatMap((block) => {
    const walked = anomaliesOf(review, block);
    const known = new Set(walked.map(({ id }) => id));
    const aside = review.anomalies.filter(
      (anomaly) =>
        anomaly.dimension === block.dimension &&
        anomaly.status === 'set-aside' &&
        !known.has(anomaly.id) &&
        blockOf(review, anomaly)?.id === block.id,
    );
    return [
      ...walked.map((anomaly, index) => ({ block, anomaly, number: index + 1 })),
      ...aside.map((anomaly) => ({ block, anomaly, number: null })),
    ];
  });
}
