import { pointAt, usePointed } from '#renderer/src/state/pointing.ts';
import { anomalyAhead, type Step, stepAhead, stepNow } from '#renderer/src/walk/steps.ts';
import { pageAhead, partAtHand } from '#shared/review/block-content.ts';
import type { Review } from '#shared/review/review.ts';
import { toPage, toPart, toStep } from './authoring.ts';
import { listOf, useBlockRows } from './block-rows.ts';
import { commitmentAtHand } from './commitment-keys.ts';
import { useDesk } from './desk.ts';
import { useLive } from './live.ts';
import { promiseAtHand, promisesOf } from './readback.ts';

function neighbour(ids: readonly string[], at: string | null, by: 1 | -1): string | null {
  const index = at === null ? -1 : ids.indexOf(at);
  return ids[Math.max(0, Math.min(ids.length - 1, index + by))] ?? null;
}

/** How the part is spoken that a key brings to hand: the name of a chart, the page of a text. */
function partWords(review: Review, by: 1 | -1, what: 'part' | 'page'): string {
  const at = partAtHand(review);
  const id = what === 'page' ? pageAhead(review, by) : at?.parts[at.at + by];
  const content = review.blocks.find((block) => block.id === review.currentBlock)?.content;
  if (at === null || id == null) return '';
  if (content?.kind === 'charts') return content.series.find((one) => one.id === id)?.name ?? '';
  return `Page ${id} of ${at.parts.length}.`;
}

/** Turning: page by page, block by block, anomaly by anomaly; and moving inside a block, entry by entry or chart by chart. */
export function useMoves() {
  const { review } = useLive();
  const desk = useDesk();
  const commitment = usePointed('commitments');
  const promise = usePointed('readback');
  const step = stepNow(review);
  const kind = step?.block.kind;
  const { rows, now: rowNow } = useBlockRows();

  const walkTo = (target: Step | null, end: string) => {
    if (target === null) return desk.say(end);
    desk.author(toStep(review, target), '');
  };
  const move = (by: 1 | -1) => {
    if (kind === 'commitments') {
      const ids = review.commitments.map((one) => one.action);
      const next = neighbour(ids, commitmentAtHand(review, commitment)?.action ?? null, by);
      if (next !== null) pointAt('commitments', next);
    } else if (kind === 'readback') {
      const ids = promisesOf(review).map((item) => item.id);
      const next = neighbour(ids, promiseAtHand(review, promise)?.id ?? null, by);
      if (next !== null) pointAt('readback', next);
    } else if (rows.length > 0 && step !== null) {
      const there = neighbour(rows, rowNow, by);
      if (there !== null) pointAt(listOf(step.block), there);
    } else if (partAtHand(review) !== null) {
      const part = toPart(review, by);
      if (part.length > 0) desk.author(part, partWords(review, by, 'part'));
    } else walkTo(anomalyAhead(review, by), 'No further anomaly in this direction.');
  };
  const turn = (by: 1 | -1) => {
    const page = toPage(review, by);
    if (page.length > 0) return desk.author(page, partWords(review, by, 'page'));
    walkTo(
      stepAhead(review, by),
      by === 1 ? 'This is the last block. Close the review with e.' : 'This is the first block.',
    );
  };
  return { turn, move };
}
