import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { addDays } from '#shared/day.ts';
import styles from './Blocks.module.css';
import { useRows } from './stage-layout.ts';

const DAYS_AHEAD = 21;
/** What of the next three weeks could move the numbers. */
export function ChangesView() {
  const { registers, today, nameOf } = useLive();
  const end = addDays(today, DAYS_AHEAD);
  const ahead = registers.upcomingChanges
    .filter((change) => change.from <= end && (change.until ?? change.from) >= today)
    .toSorted((left, right) => (left.from < right.from ? -1 : 1));
  const later = registers.upcomingChanges.filter((change) => change.from > end).length;
  const shownRows = useRows(ahead.length);
  return (
    <>
      <h1>What could move the next weeks’ numbers</h1>
      <p className={styles['lead']}>
        {ahead.length === 0
          ? 'Nothing is registered for the next three weeks. What does the room know of? Enter takes it down, with its day.'
          : `${counted(ahead.length, 'change')} until ${shortDay(end)}.`}
        {later > 0 && ` ${counted(later, 'change lies', 'changes lie')} further ahead.`}
      </p>
      {ahead.length > 0 && (
        <ul className={`${styles['rows']} ${styles['dated']}`}>
          {ahead.slice(0, shownRows).map((change) => (
            <li key={change.change}>
              <span className={styles['date']}>
                {shortDay(change.from)}
                {change.until === null ? '' : ` to ${shortDay(change.until)}`}
              </span>
              <span className={styles['cut']} dir="auto" title={change.text}>
                {change.text}
              </span>
              <span className={`${styles['quiet']} ${styles['cut']}`} dir="auto">
                {change.owner === null ? change.entities.join(', ') : nameOf(change.owner)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {ahead.length > shownRows && <p className={styles['more']}>and {ahead.length - shownRows} more</p>}
    </>
  );
}
