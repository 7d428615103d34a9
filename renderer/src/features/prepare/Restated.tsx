import { useCurrentState } from '#renderer/src/data/CurrentStateContext.tsx';
import { hashOf } from '#renderer/src/state/pages.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import { restatedCount, restatedWords } from '#shared/review/restated.ts';
import styles from './Arrived.module.css';

const SHOWN = 5;

/** Figures that the last review had before it and that have changed since; quiet where there are none. */
export function Restated() {
  const { restated } = useCurrentState();
  if (restated.length === 0) return null;
  const shown = restated.slice(0, SHOWN);
  return (
    <div className={styles.arrived}>
      <Section title="Restated since the last review" remark={restatedCount(restated)}>
        <ul>
          {shown.map((one) => (
            <li key={`${one.series} ${one.period}`} dir="auto">
              <a href={hashOf({ page: 'metric', series: one.series })}>{restatedWords(one)}</a>
            </li>
          ))}
          {restated.length > SHOWN && <li>{restated.length - SHOWN} more</li>}
        </ul>
      </Section>
    </div>
  );
}
