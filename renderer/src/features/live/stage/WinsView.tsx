import { useLive } from '#renderer/src/features/live/live.ts';
import { counted } from '#renderer/src/features/live/wording.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import styles from './Blocks.module.css';
import { useRows } from './stage-layout.ts';

/** What got better: what the data shows, and what was said. */
export function WinsView() {
  const { review } = useLive();
  const said = review.items.filter((item) => item.kind === 'win' && !item.private);
  const wins = [
    ...said.map((item) => ({
      id: item.id,
      text: item.text,
      about: item.entity ?? item.tags[0] ?? 'whose?',
      measured: false,
    })),
    ...review.wins.map((win) => ({ id: win.id, text: win.headline, about: win.entityName, measured: true })),
  ];
  const shownRows = useRows(wins.length);
  return (
    <>
      <h1>What got better</h1>
      <p className={styles['lead']}>
        {wins.length === 0
          ? 'No series improved beyond its routine. What did the room see? Enter takes it down, #team says whose.'
          : 'Said first, each in one breath, by name of the team.'}
      </p>
      {wins.length > 0 && (
        <ul className={`${styles['rows']} ${styles['said']}`}>
          {wins.slice(0, shownRows).map((win) => (
            <li key={win.id}>
              <Mark shape={win.measured ? 'diamond' : 'check'} tone={win.measured ? 'better' : 'ink'} />
              <span className={styles['cut']} dir="auto" title={win.text}>
                {win.text}
              </span>
              <span className={styles['quiet']} dir="auto">
                {win.about}
              </span>
            </li>
          ))}
        </ul>
      )}
      {wins.length > shownRows && (
        <p className={styles['more']}>
          {counted(wins.length - shownRows, 'more win', 'more wins')} in the readout
        </p>
      )}
    </>
  );
}
