import type { ReadTarget } from '#shared/tabular/reading.ts';

function isStricter(one: ReadTarget, other: ReadTarget): boolean {
  return one.op.startsWith('>') ? one.value > other.value : one.value < other.value;
}

/** One target for each metric and entity: of several objectives the strictest, so that whoever meets it meets all. */
export function strictestTargets(targets: readonly ReadTarget[]): readonly ReadTarget[] {
  const byPlace = new Map<string, ReadTarget>();
  for (const target of targets) {
    const place = JSON.stringify([target.metric, target.entity]);
    const known = byPlace.get(place);
    if (known === undefined || isStricter(target, known)) byPlace.set(place, target);
  }
  return [...byPlace.values()];
}
