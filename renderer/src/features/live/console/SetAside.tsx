import { inReview } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import { inSentence } from '#shared/signals/sentence.ts';
import styles from './TakenDown.module.css';

/** As many entries as somebody looks back over; the read-back has the rest. */
export const MOST_LISTED = 40;

/** What was set aside in this block, with its reason, to be put back where it stands. */
export function SetAside() {
  const { review } = useLive();
  const desk = useDesk();
  const block = review.blocks.find((one) => one.id === review.currentBlock);
  const aside = review.anomalies.filter(
    (anomaly) => anomaly.status === 'set-aside' && anomaly.dimension === block?.dimension,
  );
  if (aside.length === 0) return null;
  return (
    <>
      <ul className={styles['log']}>
        {aside.slice(0, MOST_LISTED).map((anomaly) => (
          <li key={anomaly.id}>
            <span className={styles['time']} />
            <b>Set aside</b>
            <span className={styles['text']} title={anomaly.headline}>
              <span className={styles['cut']} dir="auto">
                {anomaly.entityName}, {inSentence(anomaly.metricName)}: {anomaly.asideReason}
              </span>
            </span>
            <span className={styles['choices']}>
              <Button
                look="link"
                label={`Put back: ${anomaly.headline}`}
                onPress={() =>
                  desk.author(
                    [inReview(review, 'anomaly-put-back', { anomaly: anomaly.id })],
                    'Back in the walk.',
                  )
                }
              >
                put back
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {aside.length > MOST_LISTED && (
        <p className={styles['quiet']}>
          and {aside.length - MOST_LISTED} more set aside; <Key>g</Key> goes to any
        </p>
      )}
    </>
  );
}
