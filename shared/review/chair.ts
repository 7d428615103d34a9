import { countedMs, spansOf } from './clock-at.ts';
import type { Review } from './review.ts';

/**
 * Who led the review: whoever held the chair longest while its clock ran, so that standing in for the last minutes
 * takes nobody's turn away. Null before the start, and where nobody was named. `nowMs` ends a review that still runs.
 */
export function ledBy(review: Review, nowMs: number): string | null {
  const chairs = review.roleSpans.filter(({ role }) => role === 'facilitator');
  if (chairs.length <= 1) return chairs[0]?.person ?? null;
  const running = spansOf(review, nowMs).filter(({ kind }) => kind === 'running');
  const held = new Map<string, number>();
  for (const { person, fromMs, toMs } of chairs) {
    const ms = running
      .map((span) => ({
        ...span,
        fromMs: Math.max(span.fromMs, fromMs),
        toMs: Math.min(span.toMs, toMs ?? nowMs),
      }))
      .filter((span) => span.toMs > span.fromMs)
      .reduce((sum, span) => sum + countedMs(span, review.gaps), 0);
    held.set(person, (held.get(person) ?? 0) + ms);
  }
  return [...held].toSorted(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}
