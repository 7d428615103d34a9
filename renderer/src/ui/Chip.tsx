import type { ReactNode } from 'react';
import styles from './Chip.module.css';

type Props = {
  /** What it was understood as: owner, due, dimension. */
  readonly meaning?: string;
  readonly children: ReactNode;
  readonly missing?: boolean;
};

/** What was understood of a line: filled with its meaning; dashed where something is missing. */
export function Chip({ meaning, children, missing = false }: Props) {
  return (
    <span className={styles['chip']} data-missing={missing || undefined}>
      {meaning !== undefined && <i>{meaning} </i>}
      {children}
    </span>
  );
}
