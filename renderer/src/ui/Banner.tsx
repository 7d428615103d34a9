import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = {
  readonly tone?: 'ink' | 'held';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Said beside it and not spoken when it changes: a count, a time. */
  readonly also?: ReactNode;
};

/** Trouble with the app itself (ink), or the held line (yellow). */
export function Banner({ tone = 'ink', title, children, actions, also }: Props) {
  return (
    <div className={styles['banner']} data-tone={tone}>
      <span role="alert">
        <strong>{title}</strong> {children}
      </span>
      {also !== undefined && <span>{also}</span>}
      {actions}
    </div>
  );
}
