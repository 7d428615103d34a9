import type { KeyboardEvent } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useCaptureContext } from '#renderer/src/features/live/line/capture-context.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';
import styles from './PromiseSentence.module.css';
import { leaveOn, type SlotProps } from './slot.ts';

/** By when? Natural words in the typist's locale, echoed as the day they mean. */
export function DueSlot({ id, item, onFocus, onFill }: SlotProps) {
  const { review } = useLive();
  const desk = useDesk();
  const draft = useDraft(`live:${review.id}:due:${item.id}`);
  const context = useCaptureContext('action');
  const { due } = parseCapture(`x by ${draft.text}`, context);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || leaveOn(event) || event.key !== 'Enter') return;
    event.preventDefault();
    if (due === undefined) return desk.say('Type a day: friday, 4 dec, in two weeks.');
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
        onFocus={onFocus}
        onKeyDown={onKeyDown}
      />
      {due !== undefined && <span className={styles['echo']}>{weekDay(due)}</span>}
    </span>
  );
}
