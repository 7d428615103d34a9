import type { ReactNode } from 'react';
import styles from './Key.module.css';
import { keyLabel } from './key-names.ts';

/** A key hint, as the keyboard at hand writes it. Named keys in words, letters in lower case. */
export function Key({ children }: { readonly children: ReactNode }) {
  return <kbd className={styles['key']}>{typeof children === 'string' ? keyLabel(children) : children}</kbd>;
}
