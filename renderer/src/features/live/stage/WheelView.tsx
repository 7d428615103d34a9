import { candidatesFor } from '#renderer/src/features/live/draw.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { drawWords } from '#shared/review/pick.ts';
import type { ReviewBlock } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { useRows } from './stage-layout.ts';

/** Who may be drawn with what weight, and what was drawn, so that everybody can see that it is fair. */
export function WheelView({ block }: { readonly block: ReviewBlock }) {
  const live = useLive();
  const picks = live.review.picks.filter((pick) => pick.of === 'deep-dive');
  const last = picks.findLast((pick) => !pick.takenBack);
  const candidates = last?.candidates ?? candidatesFor('deep-dive', live);
  const total = candidates.reduce((sum, one) => sum + one.weight, 0);
  const rows = useRows(candidates.length + 1);
  const heaviest = candidates.toSorted((left, right) => right.weight - left.weight);
  const picked = candidates.find((one) => one.id === last?.picked);
  return (
    <>
      <h1 dir="auto">{picked?.name ?? block.purpose}</h1>
      <p className={styles['lead']} dir="auto">
        {candidates.length === 0 && 'No team or service is known yet: the room picks one system.'}
        {candidates.length > 0 && last === undefined && (
          <>
            {counted(candidates.length, 'team')} may be asked. The longer ago, the likelier: a team weighs the
            reviews since it was drawn. 1 draws.
          </>
        )}
        {last !== undefined && `Drawn: ${picks.map(drawWords).join('. ')}.`}
      </p>
      <ul className={`${styles['rows']} ${styles['dated']}`}>
        {heaviest.slice(0, rows).map((one) => (
          <li key={one.id}>
            <span className={`${styles['date']} ${styles['quiet']}`}>
              {one.weight} of {total}
            </span>
            <span className={styles['cut']} dir="auto">
              {one.name}
            </span>
            <span className={styles['quiet']}>{one.id === last?.picked ? 'drawn' : one.why}</span>
          </li>
        ))}
      </ul>
      {candidates.length > rows && <p className={styles['more']}>and {candidates.length - rows} more</p>}
    </>
  );
}
