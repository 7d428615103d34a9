import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './Pane.module.css';

type Props = {
  readonly label: string;
  readonly look: 'side' | 'work' | 'inner';
  /** Brings what is at hand into sight when this changes. */
  readonly at?: string | null;
  readonly children: ReactNode;
};

/** A part of the console that scrolls by itself, and says so where something lies below its edge. */
export function Pane({ label, look, at = null, children }: Props) {
  const pane = useRef<HTMLElement>(null);
  const end = useRef<HTMLElement>(null);
  const [more, setMore] = useState(false);
  useEffect(() => {
    const { current } = end;
    if (current === null || typeof IntersectionObserver === 'undefined') return;
    const seen = ([entry]: readonly IntersectionObserverEntry[]) => setMore(entry?.isIntersecting === false);
    const observer = new IntersectionObserver(seen, { root: pane.current });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (at !== null) pane.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane scrolls, so the keyboard has to reach it.
    <section className={styles['pane']} data-look={look} aria-label={label} tabIndex={0} ref={pane}>
      {children}
      <i className={styles['end']} ref={end} />
      {more && (
        <span className={styles['more']} aria-hidden="true">
          more below
        </span>
      )}
    </section>
  );
}
