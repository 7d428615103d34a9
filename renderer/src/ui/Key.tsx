import type { ReactNode } from 'react';
import styles from './Key.module.css';

/** A key hint. Named keys in words, letters in lower case. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles['key']}>{children}</kbd>;
}
