import { useLive } from '#renderer/src/features/live/live.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Told } from '#renderer/src/walk/Told.tsx';
import styles from './ClosingDesk.module.css';

/** As many as are read aloud; the readout names all. */
const SHOWN = 5;

/** What the walk did not come to, said aloud before the close: it leads its dimension next time. */
export function NotReached() {
  const { review } = useLive();
  const waiting = review.anomalies.filter(({ status }) => status === 'waiting');
  if (waiting.length === 0) return null;
  const more = waiting.length - SHOWN;
  return (
    <Section title="Not reached" remark={`${waiting.length}; they lead next time`}>
      <ul className={styles['also']}>
        {waiting.slice(0, SHOWN).map(({ id, headline, entityName }) => (
          <li key={id}>
            <Told text={headline} names={[entityName]} />
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </Section>
  );
}
