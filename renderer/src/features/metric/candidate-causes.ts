import type { Happening } from '#renderer/src/walk/happenings.ts';
import { type Day, daysBetween } from '#shared/day.ts';

/** A cause acts at once or soon after: this many days around the first point of a new level. */
const BEFORE_DAYS = 28;
const AFTER_DAYS = 7;
const MOST = 3;

/** What may have made a new level: changes, notes and incidents shortly before it, the nearest first. */
export function candidateCauses(from: Day, happenings: readonly Happening[]): readonly Happening[] {
  return happenings
    .filter(({ kind, from: on }) => {
      const after = daysBetween(on, from);
      return kind !== 'decision' && kind !== 'action' && after <= BEFORE_DAYS && after >= -AFTER_DAYS;
    })
    .toSorted(
      (left, right) => Math.abs(daysBetween(left.from, from)) - Math.abs(daysBetween(right.from, from)),
    )
    .slice(0, MOST);
}
