import { type KeyboardEvent, useId, useState } from 'react';
import styles from './Completion.module.css';

export type CompletionOption = { readonly id: string; readonly name: string; readonly remark?: string };

type Props = {
  readonly label: string;
  readonly initial: string;
  /** What the typed text may mean, best first. */
  readonly optionsFor: (typed: string) => readonly CompletionOption[];
  readonly onChoose: (id: string) => void;
  readonly onLeave: () => void;
  readonly placeholder?: string;
  /** Said in place of the list when the typed text means nothing yet. */
  readonly nothing?: string;
  /** One quiet line beneath the list. */
  readonly hint?: string | null;
};

/** A field in a cell that says, while one types, what was understood: arrows choose, Enter takes, Escape leaves. */
export function Completion(props: Props) {
  const { label, initial, optionsFor, onChoose, onLeave, placeholder, nothing, hint } = props;
  const [typed, setTyped] = useState(initial);
  const [changed, setChanged] = useState(false);
  const [at, setAt] = useState(0);
  const list = useId();
  const options = optionsFor(changed ? typed : '');
  const current = options[Math.min(at, options.length - 1)];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && options.length > 0) setAt((at + step + options.length) % options.length);
    else if (event.key === 'Enter') {
      if (!changed && at === 0) onLeave();
      else if (current !== undefined) onChoose(current.id);
    } else if (event.key === 'Escape' || event.key === 'Tab') onLeave();
    else return event.stopPropagation();
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <div className={styles.field}>
      <input
        className={styles.input}
        // biome-ignore lint/a11y/noAutofocus: the field replaces the cell that the person just asked to edit.
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded={options.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(current === undefined ? {} : { 'aria-activedescendant': `${list}-${current.id}` })}
        dir="auto"
        value={typed}
        placeholder={placeholder}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setTyped(event.target.value);
          setChanged(true);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <div className={styles.list}>
        <div id={list} role="listbox" aria-label={label}>
          {options.map((option) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys and Enter of the field do the same.
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option.
            <div
              key={option.id}
              id={`${list}-${option.id}`}
              role="option"
              aria-selected={option.id === current?.id}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onChoose(option.id)}
            >
              <span dir="auto">{option.name}</span>
              {option.remark !== undefined && <small>{option.remark}</small>}
            </div>
          ))}
        </div>
        {options.length === 0 && nothing !== undefined && <p className={styles.hint}>{nothing}</p>}
        {hint != null && hint !== '' && <p className={styles.hint}>{hint}</p>}
      </div>
    </div>
  );
}
