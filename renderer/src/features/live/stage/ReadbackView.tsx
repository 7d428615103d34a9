import { useLive } from '#renderer/src/features/live/live.ts';
import {
  isComplete,
  namesIn,
  promiseAtHand,
  promisesOf,
  promiseWords,
} from '#renderer/src/features/live/readback.ts';
import { counted, spelled } from '#renderer/src/features/live/wording.ts';
import { usePointed } from '#renderer/src/state/pointing.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Told } from '#renderer/src/walk/Told.tsx';
import type { ReviewItem } from '#shared/review/review.ts';
import styles from './Blocks.module.css';
import { outsideWords, windowAround } from './list-window.ts';

const SHOWN = 5;

/** What the read-back is about, as a title: `Six promises, four of them owned`. */
export function readbackTitle(promises: readonly ReviewItem[]): string {
  const complete = promises.filter(isComplete).length;
  const all = counted(promises.length, 'promise').replace(/^\d+/, spelled(promises.length));
  if (promises.length === 0) return 'Nothing was promised today';
  if (promises.length === 1) return `${all}, ${complete === 1 ? 'owned and dated' : 'not yet complete'}`;
  if (complete === promises.length) return `${all}, all owned and dated`;
  return `${all}, ${complete === 0 ? 'none' : spelled(complete).toLowerCase()} of them complete`;
}

function Sentence({ item }: { readonly item: ReviewItem }) {
  const { nameOf, review } = useLive();
  const about = review.anomalies.find(({ id }) => id === item.anomaly);
  return (
    <span className={styles['sentence']} dir="ltr">
      {item.owner === null ? (
        <span className={styles['slot']}>who?</span>
      ) : (
        <b>
          <bdi>{nameOf(item.owner)}</bdi>
        </b>
      )}{' '}
      <Told text={promiseWords(item, about)} names={namesIn(item, about)} />{' '}
      {item.due === null ? <span className={styles['slot']}>by when?</span> : <b>by {longDay(item.due)}</b>}.
    </span>
  );
}

/** Every promise of today read back, with its owner and its date. */
export function ReadbackView() {
  const { review } = useLive();
  const pointed = usePointed('readback');
  const promises = promisesOf(review);
  const at = promiseAtHand(review, pointed);
  const index = promises.findIndex((item) => item.id === at?.id);
  const { shown, before, after } = windowAround(promises, index, SHOWN);
  const outside = outsideWords(before, after);
  return (
    <>
      <h1>{readbackTitle(promises)}</h1>
      {promises.length === 0 && (
        <p className={styles['lead']}>Did nothing need to change? Press a to take down an action.</p>
      )}
      <ol className={styles['sentences']} start={before + 1}>
        {shown.map((item, offset) => (
          <li key={item.id} data-now={item.id === at?.id || undefined}>
            <span className={styles['quiet']}>{before + offset + 1}</span>
            <Sentence item={item} />
            {item.confirmed ? (
              <span className={styles['status']}>
                <Mark shape="check" />
                said yes
              </span>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ol>
      {outside !== '' && <p className={styles['more']}>{outside}</p>}
    </>
  );
}
