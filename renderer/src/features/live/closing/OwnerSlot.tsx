import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { useAppend } from '#renderer/src/data/WorkspaceContext.tsx';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { useCaptureContext } from '#renderer/src/features/live/line/capture-context.ts';
import { newHandle } from '#renderer/src/features/live/line/owner-completion.ts';
import { useLive } from '#renderer/src/features/live/live.ts';
import { type CapturePerson, completeOwner } from '#shared/review/capture/owners.ts';
import { proposedFor } from '#shared/review/proposed.ts';
import type { ReviewItem } from '#shared/review/review.ts';
import styles from './PromiseSentence.module.css';
import { leaveOn, type SlotProps } from './slot.ts';

const SHOWN = 6;

/** People that the slot may mean: those typed for; in an empty one who answers for what the promise is about first. */
function useKnown(
  item: ReviewItem,
  text: string,
  people: readonly CapturePerson[],
): readonly CapturePerson[] {
  const { review, registers, today } = useLive();
  return useMemo(() => {
    const completed = completeOwner(text, people);
    if (text !== '') return completed.slice(0, SHOWN);
    const anomaly = review.anomalies.find(({ id }) => id === item.anomaly);
    const owner = anomaly === undefined ? null : proposedFor(anomaly, today, registers).owner;
    const first = completed.filter(({ id }) => id === owner);
    return [...new Set([...first, ...completed])].slice(0, SHOWN);
  }, [item.anomaly, text, people, review.anomalies, registers, today]);
}

/** Who? A name is completed from the people known; one that nobody has becomes a person with Enter. */
export function OwnerSlot({ id, item, onFocus, onFill }: SlotProps) {
  const { review, registers } = useLive();
  const desk = useDesk();
  const append = useAppend();
  const draft = useDraft(`live:${review.id}:owner:${item.id}`);
  const { people } = useCaptureContext('action');
  const list = useId();
  const [focused, setFocused] = useState(false);
  // Nothing is at hand in an empty slot, so that a key pressed twice names nobody.
  const [active, setActive] = useState<number | null>(null);
  const typed = draft.text.replace(/^@/, '').trim();
  const known = useKnown(item, draft.text, people);
  const at = active === null ? (typed === '' ? -1 : 0) : Math.min(active, known.length - 1);
  const fill = (owner: string) => {
    draft.setText('');
    onFill(owner);
  };
  const add = () => {
    if (typed === '') return desk.say('Type a name, or take one with the arrow keys.');
    const person = newHandle(typed, registers.people);
    const data = { person, name: typed, team: null, role: null, active: true };
    append([{ stream: 'organization', type: 'person-added', data }]);
    desk.say(`${typed} is added to the people known.`);
    fill(person);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || leaveOn(event)) return;
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by !== 0) setActive(Math.max(0, (at + by + known.length) % Math.max(1, known.length)));
    else if (event.key === 'Enter') {
      const person = known[at];
      if (person === undefined) add();
      else fill(person.id);
    } else return;
    event.preventDefault();
  };
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
          setActive(null);
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
          {known.length === 0 && typed !== '' && (
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
