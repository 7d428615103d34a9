import { useEffect, useRef } from 'react';
import { inReview } from '#renderer/src/features/live/authoring.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { doubtsOf, FLAG_WORDS } from '#renderer/src/features/live/line/chips.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { namesIn, promiseWords } from '#renderer/src/features/live/readback.ts';
import { pointAt } from '#renderer/src/state/pointing.ts';
import { longDay } from '#renderer/src/ui/dates.ts';
import { Mark } from '#renderer/src/ui/Mark.tsx';
import { Told } from '#renderer/src/walk/Told.tsx';
import { itemChange } from '#shared/review/changes.ts';
import type { ReviewItem } from '#shared/review/review.ts';
import { Correction } from './Correction.tsx';
import { DueSlot } from './DueSlot.tsx';
import { OwnerSlot } from './OwnerSlot.tsx';
import styles from './PromiseSentence.module.css';
import { focusSlot, slotId } from './slot.ts';

/** What the sentence itself shows as a slot to fill. */
const SLOTS: readonly string[] = [FLAG_WORDS['missing-owner'], FLAG_WORDS['missing-due']];

type Props = { readonly item: ReviewItem; readonly number: number; readonly now: boolean };

/** `Maria Silva will ... by Friday 27 November.` What is missing is a dashed slot to fill where it stands. */
export function PromiseSentence({ item, number, now }: Props) {
  const { review, nameOf } = useLive();
  const desk = useDesk();
  const about = review.anomalies.find((anomaly) => anomaly.id === item.anomaly);
  const change = (changes: { readonly owner?: string; readonly due?: string }, said: string) =>
    desk.author([inReview(review, 'item-changed', itemChange(item, changes))], said);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (now) row.current?.scrollIntoView({ block: 'nearest' });
  }, [now]);
  return (
    <li
      ref={row}
      className={styles['promise']}
      data-now={now || undefined}
      data-open={item.owner === null || item.due === null || undefined}
    >
      <span className={styles['number']}>{number}</span>
      <div>
        <p className={styles['say']} dir="ltr">
          {item.owner === null ? (
            <OwnerSlot
              id={slotId(item.id)}
              item={item}
              onFocus={() => pointAt('readback', item.id)}
              onFill={(owner) => {
                change({ owner }, `${nameOf(owner)} owns it.`);
                focusSlot(item.id);
              }}
            />
          ) : (
            <b>
              <bdi>{nameOf(item.owner)}</bdi>
            </b>
          )}{' '}
          <Told text={promiseWords(item, about)} names={namesIn(item, about)} />{' '}
          {item.due === null ? (
            <DueSlot
              id={item.owner === null ? `${slotId(item.id)}-due` : slotId(item.id)}
              item={item}
              onFocus={() => pointAt('readback', item.id)}
              onFill={(due) => change({ due }, `By ${longDay(due)}.`)}
            />
          ) : (
            <b>by {longDay(item.due)}</b>
          )}
          .
        </p>
        <p className={styles['about']}>
          <span dir="ltr">
            {about === undefined ? (
              'Taken down in the meeting'
            ) : (
              <>
                <bdi>{about.entityName}</bdi>, {about.metricName}
              </>
            )}
          </span>
          {item.confirmed && (
            <span className={styles['yes']}>
              <Mark shape="check" /> said yes
            </span>
          )}
          <Correction item={item} doubts={doubtsOf(item).filter((doubt) => !SLOTS.includes(doubt))} />
        </p>
      </div>
    </li>
  );
}
