import { clearReceipts, useReceipts } from '#renderer/src/state/arrivals.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import styles from './Queue.module.css';

/** What became of each file of the last lot; one file alone is told of in passing. */
export function Receipts() {
  const receipts = useReceipts();
  if (receipts.length < 2) return null;
  return (
    <Section
      title="Receipts"
      remark={
        <Button look="link" size="small" onPress={clearReceipts}>
          Put them away
        </Button>
      }
    >
      <ul className={styles.receipts}>
        {receipts.map(({ token, name, sentence }) => (
          <li key={token}>
            <bdi>{sentence ?? `${name} was left out; nothing of it was stored.`}</bdi>
          </li>
        ))}
      </ul>
    </Section>
  );
}
