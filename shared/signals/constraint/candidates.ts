import type { NamedConstraint } from '#shared/review/review.ts';

/** Something that is open and points at what may limit the whole. */
export type Pointer = {
  /** Each record counts once, however many candidates it points at. */
  readonly record: string;
  readonly weight: number;
  readonly text: string;
};

/** What a candidate would be, with everything that points at it. */
export type Pointed = {
  readonly kind: Exclude<NamedConstraint['kind'], 'typed'>;
  readonly name: string;
  readonly pointers: readonly Pointer[];
};

export type ConstraintCandidate = {
  readonly kind: Pointed['kind'];
  readonly name: string;
  readonly score: number;
  /** The records that were counted for it, weightiest first. */
  readonly evidence: readonly string[];
};

/** 3 for a blocked Tier 1, 2 for other blocked items and stop checks, 1 for what got worse or waits (registers.json). */
export const WEIGHTS = { blockedTier1: 3, blocked: 2, stop: 2, worse: 1 } as const;

const LEAST = 3;
const MOST = 3;

function scoreOf(pointers: readonly Pointer[]): number {
  return pointers.reduce((sum, { weight }) => sum + weight, 0);
}

/** The pointers with each record once, with the most that it weighs. */
function distinct(pointers: readonly Pointer[], counted: ReadonlySet<string>): readonly Pointer[] {
  const byRecord = new Map<string, Pointer>();
  for (const pointer of pointers) {
    const known = byRecord.get(pointer.record);
    if (counted.has(pointer.record) || (known !== undefined && known.weight >= pointer.weight)) continue;
    byRecord.set(pointer.record, pointer);
  }
  return [...byRecord.values()].toSorted((left, right) => right.weight - left.weight);
}

/**
 * At most three candidates for the constraint, the weightiest first. A record that was counted for one is not counted
 * again for the next; what is left under three points is not shown.
 */
export function rankCandidates(pointed: readonly Pointed[]): readonly ConstraintCandidate[] {
  const counted = new Set<string>();
  const found: ConstraintCandidate[] = [];
  let left = [...pointed];
  while (found.length < MOST) {
    const weighed = left
      .map((one) => ({ one, pointers: distinct(one.pointers, counted) }))
      .toSorted((a, b) => scoreOf(b.pointers) - scoreOf(a.pointers) || (a.one.name < b.one.name ? -1 : 1));
    const [best] = weighed;
    if (best === undefined || scoreOf(best.pointers) < LEAST) break;
    const { kind, name } = best.one;
    const evidence = best.pointers.map(({ text }) => text);
    found.push({ kind, name, score: scoreOf(best.pointers), evidence });
    for (const { record } of best.pointers) counted.add(record);
    left = left.filter((one) => one !== best.one);
  }
  return found;
}
