import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

type Props = {
  readonly title: string;
  /** One grey remark at the right end. */
  readonly remark?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3;
  readonly first?: boolean;
};

/** A block of a page: one hairline on top, a title, a remark. */
export function Section({ title, remark, children, level = 2, first = false }: Props) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={styles['section']} aria-labelledby={id} data-first={first || undefined}>
      <header className={styles['header']}>
        <Heading id={id}>{title}</Heading>
        {remark !== undefined && <span className={styles['remark']}>{remark}</span>}
      </header>
      {children}
    </section>
  );
}
