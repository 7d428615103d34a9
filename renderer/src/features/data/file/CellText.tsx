import { cellParts } from './cell-parts.ts';
import styles from './FileGrid.module.css';

/** The text of a cell as text and nothing else; what would be unseen is a named sign. */
export function CellText({ children }: { readonly children: string }) {
  const parts = cellParts(children);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'text') return <bdi>{only.text}</bdi>;
  return (
    <bdi>
      {parts.map((part, at) =>
        part.kind === 'text' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a cell never move.
          <span key={at}>{part.text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of a cell never move.
          <i key={at} className={styles.sign}>
            {part.name}
          </i>
        ),
      )}
    </bdi>
  );
}
