import { type KeyboardEvent, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useCaptureContext } from '#renderer/src/features/live/line/capture-context.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import type { Day } from '#shared/day.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';
import { dueFor } from '#shared/review/proposed.ts';
import type { ReviewItem } from '#shared/review/review.ts';
import styles from './PromiseSentence.module.css';
import { leaveOn, type SlotProps } from './slot.ts';

/** The date that the priority of a promise proposes, counted from the day of the review. */
function useProposedDue({ priority }: ReviewItem): Day | null {
  const { registers, today } = useLive();
  return dueFor(priority, today, registers);
}

/** By when? Natural words in the typist's locale, echoed as the day they mean. */
export function DueSlot({ id, item, onFocus, onFill }: SlotProps) {
  const { review } = useLive();
  const desk = useDesk();
  const draft = useDraft(`live:${review.id}:due:${item.id}`);
  const context = useCaptureContext('action');
  const { due } = parseCapture(`x by ${draft.text}`, context);
  const proposed = useProposedDue(item);
  const [focused, setFocused] = useState(false);
  const offers = focused && draft.text === '' && proposed !== null;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || leaveOn(event)) return;
    if (event.key === 'ArrowDown' && offers) {
      event.preventDefault();
      return draft.setText(weekDay(proposed));
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    if (due === undefined)
      return desk.say('Type a day: friday, 4 dec, in two weeks. The arrow down takes the one proposed.');
    draft.setText('');
    onFill(due);
  };
  return (
    <span className={styles['slot']}>
      <input
        id={id}
        type="text"
        aria-label={`By when will it be done: ${item.text}?`}
        placeholder="by when?"
        autoComplete="off"
        value={draft.text}
        onChange={(event) => draft.setText(event.target.value)}
        onFocus={() => {
          setFocused(true);
          onFocus();
        }}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {offers && (
        <span className={styles['echo']}>
          <Key>↓</Key> {weekDay(proposed)}
        </span>
      )}
      {due !== undefined && <span className={styles['echo']}>{weekDay(due)}</span>}
    </span>
  );
}
