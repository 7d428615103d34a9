/**
 * Moves places on a line apart until neighbours are at least `gap` apart, as little as possible and in their order,
 * inside `[from, to]` where they fit. The places come in ascending order.
 */
export function spreadApart(
  places: readonly number[],
  gap: number,
  [from, to]: readonly [number, number],
): readonly number[] {
  // Neighbours that collide form a block that stays centred on where its members belong.
  const blocks: { wanted: number; count: number }[] = [];
  for (const [at, place] of places.entries()) {
    blocks.push({ wanted: place - at * gap, count: 1 });
    for (let last = blocks.length - 1; last > 0; last--) {
      const upper = blocks[last - 1];
      const lower = blocks[last];
      if (upper === undefined || lower === undefined || upper.wanted <= lower.wanted) break;
      const count = upper.count + lower.count;
      const wanted = (upper.wanted * upper.count + lower.wanted * lower.count) / count;
      blocks.splice(last - 1, 2, { wanted, count });
    }
  }
  const spread = blocks.flatMap((block) => Array.from({ length: block.count }, () => block.wanted));
  const highest = to - Math.max(0, places.length - 1) * gap;
  return spread.map((wanted, at) => Math.max(from, Math.min(wanted, highest)) + at * gap);
}
