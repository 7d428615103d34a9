import styles from './Completions.module.css';
import type { Completion } from './owner-completion.ts';

type Props = {
  readonly id: string;
  readonly options: readonly Completion[];
  readonly active: number;
  readonly onChoose: (option: Completion) => void;
};

export function optionId(list: string, option: Completion): string {
  return `${list}-${option.id}`;
}

/** People that the name at the caret may mean; arrows move, Enter or Tab takes one. */
export function Completions({ id, options, active, onChoose }: Props) {
  return (
    <div className={styles['list']} id={id} role="listbox" aria-label="People">
      {options.map((option, index) => (
        <div
          key={option.id}
          id={optionId(id, option)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles['option']}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(option);
          }}
        >
          {option.kind === 'known' ? (
            <>
              <b dir="auto">{option.person.name}</b>
              <span>@{option.person.handle}</span>
            </>
          ) : (
            <>
              <b dir="auto">Add “{option.name}”</b>
              <span>not known yet; {option.doubtful ? 'Tab' : 'Enter'}</span>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
