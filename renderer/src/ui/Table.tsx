import type { ReactNode } from 'react';
import styles from './Table.module.css';

type Props = {
  readonly label: string;
  readonly heads: readonly string[];
  readonly children: ReactNode;
  /** Heads are for assistive technology only. */
  readonly hideHeads?: boolean;
};

/** A table as the registers and lists draw it. Cells say what they are: `data-figure`, `data-quiet`, `data-wide`. */
export function Table({ label, heads, children, hideHeads = false }: Props) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead className={hideHeads ? 'visually-hidden' : undefined}>
        <tr>
          {heads.map((head) =>
            // A column of buttons says what it is in each of them.
            head === '' ? (
              <td key={head} />
            ) : (
              <th key={head} scope="col">
                {head}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
