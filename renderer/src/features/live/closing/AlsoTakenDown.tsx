import { doubtsOf } from '#renderer/src/features/live/line/chips.ts';
import { KIND_NAMES } from '#renderer/src/features/live/line/line-words.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { alsoDecided } from '#renderer/src/features/live/readback.ts';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './AlsoTakenDown.module.css';
import { Correction } from './Correction.tsx';

/** Decisions and risks, read out after the promises, with what is missing from them. */
export function AlsoTakenDown() {
  const { review } = useLive();
  const decided = alsoDecided(review);
  if (decided.length === 0) return null;
  return (
    <Section title="Also taken down">
      <ul className={styles['also']}>
        {decided.map((item) => (
          <li key={item.id}>
            <b>{KIND_NAMES[item.kind]}</b> <span dir="auto">{item.text}</span>{' '}
            <Correction item={item} doubts={doubtsOf(item)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
