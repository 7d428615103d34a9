import styles from './Name.module.css';

type Props = { readonly children: string; readonly strong?: boolean; readonly wrap?: boolean };

/** A name that people gave: its own direction, one line, whole in the accessible name and on hover. */
export function Name({ children, strong = false, wrap = false }: Props) {
  return (
    <span
      className={styles['name']}
      dir="auto"
      title={children}
      data-strong={strong || undefined}
      data-wrap={wrap || undefined}
    >
      {children}
    </span>
  );
}
