import type { KeyboardEvent, ReactNode } from 'react';
import { contentWords } from '#shared/review/block-content.ts';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './BlockName.module.css';

type Props = {
  readonly block: AgendaBlock;
  readonly onOpen: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrop: () => void;
  readonly children?: ReactNode;
};

/** The name of a block of a plan: Enter opens it, Alt with an arrow moves it, Delete takes it out. */
export function BlockName({ block, onOpen, onMove, onDrop, children }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') onMove(-1);
    else if (event.altKey && event.key === 'ArrowDown') onMove(1);
    else if (event.key === 'Delete') onDrop();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={styles['name']}
      title={`${block.name}. Enter opens it, Alt with an arrow moves it, Delete takes it out`}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <span dir="auto">{block.name}</span>
      {block.content !== undefined && <small dir="auto">{contentWords(block.content)}</small>}
      {block.minutes === 0 && <small>not held: it has no minutes</small>}
      {children}
    </button>
  );
}
