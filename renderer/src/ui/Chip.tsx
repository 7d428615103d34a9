import type { ReactNode } from 'react';
import styles from './Chip.module.css';

type Props = { readonly role?: string; readonly children: ReactNode; readonly missing?: boolean };

/** What was understood of a line: filled with its role; dashed where something is missing. */
export function Chip({ role, children, missing = false }: Props) {
  return (
    <span className={styles['chip']} data-missing={missing || undefined}>
      {role !== undefined && <i>{role}</i>}
      {children}
    </span>
  );
}
