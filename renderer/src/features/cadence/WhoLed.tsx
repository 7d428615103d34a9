import { usePersonName } from '#renderer/src/data/people.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { hashOf } from '#renderer/src/state/pages.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './CadencePage.module.css';

const SHOWN = 6;

/** Who led the last reviews, newest first; with whom a turn was exchanged, and who took the chair over. */
export function WhoLed() {
  const { turns, reviews } = useRegisters();
  const today = useToday();
  const nameOf = usePersonName();
  const led = turns.taken.filter(({ review }) =>
    reviews.some(({ id, status }) => id === review && status === 'closed'),
  );
  if (led.length === 0) return null;
  return (
    <Section title="Who led" remark={led.length > SHOWN ? `the last ${SHOWN} of ${led.length}` : undefined}>
      <ol className={styles.rows}>
        {led
          .slice(-SHOWN)
          .toReversed()
          .map(({ review, date, person, insteadOf }) => (
            <li key={review}>
              <a href={hashOf({ page: 'readout', review })}>
                {date === null ? review : shortDay(date, today)}
              </a>
              <Name>{nameOf(person)}</Name>
              {insteadOf !== null && <small>for {nameOf(insteadOf)}, exchanged</small>}
            </li>
          ))}
      </ol>
    </Section>
  );
}
