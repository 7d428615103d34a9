import type { ChartPhase } from './control-chart.ts';

/** Phases from the positions at which they start; each is its own baseline unless one was set by hand. */
export function phasesFrom(
  length: number,
  starts: readonly number[],
  baseline: { readonly from: number; readonly to: number } | null,
): readonly ChartPhase[] {
  if (length === 0) return [];
  const inside = starts.filter((start) => start > 0 && start < length);
  const edges = [...new Set([0, ...inside])].toSorted((a, b) => a - b);
  return edges.map((from, position) => {
    const to = edges[position + 1] ?? length;
    const own = baseline !== null && baseline.from >= from && baseline.from < to;
    return {
      from,
      to,
      baseline: own ? { from: baseline.from, to: Math.min(baseline.to + 1, to) } : { from, to },
    };
  });
}
