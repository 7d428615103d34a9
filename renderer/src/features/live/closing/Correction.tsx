import { useDesk } from '#renderer/src/features/live/desk.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import type { ReviewItem } from '#shared/review/review.ts';
import styles from './Correction.module.css';

/** What is doubtful about an entry that is read back, and the way to correct it. */
export function Correction({
  item,
  doubts,
}: {
  readonly item: ReviewItem;
  readonly doubts: readonly string[];
}) {
  const desk = useDesk();
  return (
    <>
      {doubts.map((doubt) => (
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
    </>
  );
}
