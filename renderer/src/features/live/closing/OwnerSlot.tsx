import { type KeyboardEvent, useId, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useCaptureContext } from '#renderer/src/features/live/line/capture-context.ts';
import { newHandle } from '#renderer/src/features/live/line/owner-completion.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { completeOwner } from '#shared/review/capture/owners.ts';
import styles from './PromiseSentence.module.css';
import { leaveOn, type SlotProps } from './slot.ts';

const SHOWN = 6;

/** Who? A name is completed from the people known; one that nobody has becomes a person with Enter. */
export function OwnerSlot({ id, item, onFocus, onFill }: SlotProps) {
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
