import { useDesk } from '#renderer/src/features/live/desk.ts';
import { doubtsOf } from '#renderer/src/features/live/line/chips.ts';
import { KIND_NAMES } from '#renderer/src/features/live/line/line-words.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { alsoDecided } from '#renderer/src/features/live/readback.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './AlsoTakenDown.module.css';

/** Decisions and risks, read out after the promises, with what is missing from them. */
export function AlsoTakenDown() {
  const { review } = useLive();
  const desk = useDesk();
  const decided = alsoDecided(review);
  if (decided.length === 0) return null;
  return (
    <Section title="Also taken down">
      <ul className={styles['also']}>
        {decided.map((item) => (
          <li key={item.id}>
            <b>{KIND_NAMES[item.kind]}</b> <span dir="auto">{item.text}</span>{' '}
            {doubtsOf(item).map((doubt) => (
              <span key={doubt} className={styles['doubt']}>
                {doubt}
              </span>
            ))}
            <Button
              look="link"
              label={`Correct: ${item.text}`}
              onPress={() => desk.open({ kind: 'edit', item: item.id })}
            >
              correct
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
