import { blockedTierOne } from '#renderer/src/features/live/blocked.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { daysBetween } from '#shared/day.ts';
import styles from './Blocks.module.css';
import { useRows } from './stage-layout.ts';

/** Tier 1 work that stands still: for how long, and who frees it. A missing name is said as one. */
export function BlockedInitiatives() {
  const { registers, today, nameOf } = useLive();
  const blocked = blockedTierOne(registers);
  const shownRows = Math.max(1, useRows(blocked.length + 3) - 3);
  if (blocked.length === 0) return null;
  return (
    <ul className={`${styles['rows']} ${styles['dated']}`}>
      {blocked.slice(0, shownRows).map((one) => (
        <li key={one.id}>
          <span className={styles['quiet']}>
            {one.blockedSince === null
              ? 'blocked'
              : `blocked ${counted(daysBetween(one.blockedSince, today), 'day')}`}
          </span>
          <span className={styles['cut']} dir="auto" title={one.text}>
            {one.text}
          </span>
          <span className={styles['cut']} dir="auto">
            {one.unblockOwner === null ? <b>nobody frees it</b> : nameOf(one.unblockOwner)}
            {one.unblockBy === null ? '' : `, ${shortDay(one.unblockBy)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
