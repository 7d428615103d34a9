import type { Initiative, Registers } from '#shared/registers/registers.ts';

/** Tier 1 initiatives that are blocked, those that nobody frees by a date first. */
export function blockedTierOne(registers: Pick<Registers, 'initiatives'>): readonly Initiative[] {
  const lacks = (one: Initiative) => Number(one.unblockOwner === null || one.unblockBy === null);
  return registers.initiatives
    .filter((one) => one.tier === 1 && one.status === 'blocked')
    .toSorted((left, right) => lacks(right) - lacks(left));
}
