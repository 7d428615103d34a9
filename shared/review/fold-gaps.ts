import type { Placed } from './placed.ts';
import type { Gap, Review } from './review.ts';

function overlaps(left: Omit<Gap, 'counted'>, right: Omit<Gap, 'counted'>): boolean {
  return left.fromMs < right.toMs && right.fromMs < left.toMs;
}

/**
 * Stretches in which the machine slept. What two windows saw of one sleep is one gap, and the last judgement of any part
 * of it holds for all of it: nobody is asked twice.
 */
export function foldGaps(placed: Placed): Review['gaps'] {
  let gaps: readonly Gap[] = [];
  for (const { event, undone } of placed) {
    if (undone || (event.type !== 'gap-noticed' && event.type !== 'gap-judged')) continue;
    const seen = { fromMs: Date.parse(event.data.from), toMs: Date.parse(event.data.to) };
    const known = gaps.filter((gap) => overlaps(gap, seen));
    const judged = known.findLast((gap) => gap.counted !== null)?.counted ?? null;
    const gap: Gap = {
      fromMs: Math.min(seen.fromMs, ...known.map(({ fromMs }) => fromMs)),
      toMs: Math.max(seen.toMs, ...known.map(({ toMs }) => toMs)),
      counted: event.type === 'gap-judged' ? event.data.counted : judged,
    };
    const at = gaps.findIndex((one) => known.includes(one));
    const others = gaps.filter((one) => !known.includes(one));
    gaps = at === -1 ? [...others, gap] : others.toSpliced(at, 0, gap);
  }
  return gaps;
}
