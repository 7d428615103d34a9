import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Props = {
  readonly tone?: 'ink' | 'held';
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
};

/** Trouble with the app itself (ink), or the held line (yellow). */
export function Banner({ tone = 'ink', title, children, actions }: Props) {
  return (
    <div className={styles['banner']} role="alert" data-tone={tone}>
      <strong>{title}</strong>
      <span className={styles['text']}>{children}</span>
      {actions}
    </div>
  );
}
