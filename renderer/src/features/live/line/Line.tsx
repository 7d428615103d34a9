import { useId } from 'react';
import type { Ask } from '#renderer/src/features/live/asks.ts';
import { useDesk } from '#renderer/src/features/live/desk.ts';
import { Key } from '#renderer/src/ui/Key.tsx';
import { Completions, optionId } from './Completions.tsx';
import styles from './Line.module.css';
import { LineHints } from './LineHints.tsx';
import { KIND_NAMES } from './line-words.ts';
import { MarkedField } from './MarkedField.tsx';
import { useChips } from './use-chips.ts';
import { type OpenLine, useOpenLine } from './use-line.ts';

type LineProps = {
  readonly size: 'stage' | 'console';
  /** Whether what the clock asks stands in the line; on the console it has a place of its own. */
  readonly asks?: boolean;
};

/** The one line at the bottom: what can be typed now, or what is being typed with what was understood of it. */
export function Line({ size, asks = size === 'stage' }: LineProps) {
  const { ask } = useDesk();
  return (
    <section className={styles['line']} data-size={size} aria-label="What is taken down">
      {ask === null ? (
        <LineHints size={size} asks={asks} />
      ) : (
        <AskingLine key={JSON.stringify(ask)} ask={ask} />
      )}
    </section>
  );
}

function labelOf(ask: Ask, line: OpenLine): string {
  if (ask.kind === 'edit') return `Correct: ${KIND_NAMES[line.parse.kind]}`;
  return ask.kind === 'capture' && !ask.private ? KIND_NAMES[line.parse.kind] : line.spec.label;
}

function AskingLine({ ask }: { readonly ask: Ask }) {
  const line = useOpenLine(ask);
  const id = useId();
  const { options, active } = line.completion;
  const label = labelOf(ask, line);
  const current = options[active];
  return (
    <>
      <div className={styles['field']}>
        <Key>{line.spec.keyHint}</Key>
        <b>{label}</b>
        <MarkedField
          label={label}
          value={line.text}
          placeholder={line.spec.placeholder}
          spans={line.parse.spans}
          inputRef={line.inputRef}
          onType={line.type}
          onCaret={line.setCaret}
          onKeyDown={line.onKeyDown}
          onPaste={line.onPaste}
          list={
            options.length === 0 ? null : { id, active: current === undefined ? null : optionId(id, current) }
          }
        />
        {options.length > 0 && (
          <Completions id={id} options={options} active={active} onChoose={line.choose} />
        )}
      </div>
      <Understood ask={ask} line={line} />
    </>
  );
}

function Understood({ ask, line }: { readonly ask: Ask; readonly line: OpenLine }) {
  const chips = useChips(ask, line);
  return (
    <div className={styles['second']}>
      {line.refusal !== '' && <b className={styles['refusal']}>{line.refusal}</b>}
      <ul className={styles['chips']} aria-label="Understood">
        {chips.map((chip) => (
          <li
            key={`${chip.role} ${chip.value}`}
            className={styles['chip']}
            data-missing={chip.missing || undefined}
          >
            {chip.role !== null && <i>{chip.role}</i>}
            <span dir="auto">{chip.value}</span>
          </li>
        ))}
      </ul>
      <span className={styles['hints']}>
        {line.parse.spans.length > 0 && (
          <>
            <Key>Tab</Key> correct{' '}
          </>
        )}
        {Object.values(line.proposed).some((value) => value !== null) && (
          <>
            <Key>⌫</Key> without what is proposed{' '}
          </>
        )}
        {ask.kind === 'edit' && (
          <>
            <Key>↑</Key> <Key>↓</Key> others{' '}
          </>
        )}
        <Key>Enter</Key> take down <Key>Esc</Key> leave
      </span>
    </div>
  );
}
