import type { KeyboardEvent } from 'react';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './AgendaEditor.module.css';

type Props = {
  readonly block: AgendaBlock;
  /** When it begins, `10:06`. */
  readonly start: string;
  readonly anomalies: number;
  readonly onMinutes: (minutes: number) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrop: () => void;
};

/** One block of the plan: Alt with an arrow moves it, Delete takes it out, its minutes are typed. */
export function AgendaRow({ block, start, anomalies, onMinutes, onMove, onDrop }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Delete') onDrop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <li>
      <time>{start}</time>
      <button
        type="button"
        className={styles.name}
        title="Alt with an arrow moves it, Delete takes it out"
        onKeyDown={onKeyDown}
      >
        <span dir="auto">{block.name}</span>
        {block.dimension !== null && anomalies > 0 && (
          <small>{anomalies === 1 ? '1 anomaly' : `${anomalies} anomalies`}</small>
        )}
      </button>
      <i
        style={{ width: block.minutes * 3 }}
        data-protected={block.protected || undefined}
        aria-hidden="true"
      />
      <input
        type="number"
        min={0}
        max={240}
        aria-label={`Minutes for ${block.name}`}
        value={block.minutes}
        onChange={(event) => onMinutes(Math.round(Number(event.target.value)))}
      />
    </li>
  );
}
