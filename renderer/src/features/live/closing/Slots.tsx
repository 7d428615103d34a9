import { type KeyboardEvent, useId, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useCaptureContext } from '#renderer/src/features/live/line/capture-context.ts';
import { newHandle } from '#renderer/src/features/live/line/owner-completion.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { weekDay } from '#renderer/src/ui/dates.ts';
import { parseCapture } from '#shared/review/capture/capture.ts';
import { completeOwner } from '#shared/review/capture/owners.ts';
import type { ReviewItem } from '#shared/review/review.ts';
import styles from './PromiseSentence.module.css';

type Props = {
  readonly id: string;
  readonly item: ReviewItem;
  readonly onFocus: () => void;
  readonly onFill: (value: string) => void;
};

const SHOWN = 6;

function leaveOn(event: KeyboardEvent<HTMLInputElement>): boolean {
  if (event.key !== 'Escape') return false;
  event.stopPropagation();
  event.currentTarget.blur();
  return true;
}

/** Who? A name is completed from the people known; one that nobody has becomes a person with Enter. */
export function OwnerSlot({ id, item, onFocus, onFill }: Props) {
  const { review, registers } = useLive();
  const desk = useDesk();
  const append = useAppend();
  const draft = useDraft(`live:${review.id}:owner:${item.id}`);
  const { people } = useCaptureContext('action');
  const list = useId();
  const [focused, setFocused] = useState(false);
  const [active, setActive] = useState(0);
  const known = completeOwner(draft.text, people).slice(0, SHOWN);
  const at = Math.min(active, Math.max(0, known.length - 1));
  const fill = (owner: string) => {
    draft.setText('');
    onFill(owner);
  };
  const add = () => {
    const name = draft.text.replace(/^@/, '').trim();
    if (name === '') return;
    const person = newHandle(name, registers.people);
    const data = { person, name, team: null, role: null, active: true };
    append([{ stream: 'organization', type: 'person-added', data }]);
    desk.say(`${name} is added to the people known.`);
    fill(person);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || leaveOn(event)) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setActive((at + by + known.length) % Math.max(1, known.length));
    else if (event.key === 'Enter') {
      const person = known[at];
      if (person === undefined) add();
      else fill(person.id);
    } else return;
    event.preventDefault();
  };
  const typed = draft.text.replace(/^@/, '').trim();
  const open = focused && (known.length > 0 || typed !== '');
  return (
    <span className={styles['slot']}>
      <input
        id={id}
        type="text"
        dir="auto"
        role="combobox"
        aria-label={`Who will ${item.text}?`}
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        {...(open && known[at] !== undefined ? { 'aria-activedescendant': `${list}-${known[at].id}` } : {})}
        placeholder="who?"
        autoComplete="off"
        value={draft.text}
        onChange={(event) => {
          draft.setText(event.target.value);
          setActive(0);
        }}
        onFocus={() => {
          setFocused(true);
          onFocus();
        }}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {open && (
        <span className={styles['list']} id={list} role="listbox" aria-label="People">
          {known.map((person, index) => (
            <div
              key={person.id}
              id={`${list}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                fill(person.id);
              }}
            >
              <b dir="auto">{person.name}</b>
              <span>{registers.people.find((one) => one.id === person.id)?.team ?? ''}</span>
            </div>
          ))}
          {known.length === 0 && (
            <div role="option" aria-selected="true" tabIndex={-1}>
              <b dir="auto">Add “{typed}”</b>
              <span>nobody known by this name</span>
            </div>
          )}
        </span>
      )}
    </span>
  );
}

/** By when? Natural words in the typist's locale, echoed as the day they mean. */
export function DueSlot({ id, item, onFocus, onFill }: Props) {
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
