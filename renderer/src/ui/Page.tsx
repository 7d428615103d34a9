import type { ReactNode } from 'react';
import styles from './Page.module.css';

type Props = {
  readonly title: string;
  readonly remark?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Fills the window and scrolls inside itself. */
  readonly flush?: boolean;
};

/** A screen in the app's frame: a bar with its title and actions, then the work. */
export function Page({ title, remark, actions, children, flush = false }: Props) {
  return (
    <>
      <header className={styles['bar']}>
        <div className={styles['title']}>
          <h1>{title}</h1>
          {remark !== undefined && <span className={styles['remark']}>{remark}</span>}
        </div>
        <div className={styles['actions']}>{actions}</div>
      </header>
      <div className={styles['body']} data-flush={flush || undefined}>
        {children}
      </div>
    </>
  );
}
