import { useId } from 'react';
import { Key } from './Key.tsx';
import styles from './Palette.module.css';
import type { PaletteEntry } from './Palette.tsx';

type Props = {
  readonly name: string;
  readonly entries: readonly PaletteEntry[];
  readonly active: PaletteEntry | null;
  readonly optionId: (entry: PaletteEntry) => string;
  readonly onPoint: (entry: PaletteEntry) => void;
  readonly onChoose: (entry: PaletteEntry) => void;
};

/** Entries of one kind under its name. The focus stays in the field, which names the one that is chosen. */
export function PaletteGroup({ name, entries, active, optionId, onPoint, onChoose }: Props) {
  const heading = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of options within a list box, not of fields.
    <div role="group" aria-labelledby={heading} className={styles['group']}>
      <div id={heading} role="presentation" className={styles['heading']}>
        {name}
      </div>
      {entries.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus and names the chosen option.
        <div
          key={entry.id}
          id={optionId(entry)}
          role="option"
          aria-selected={entry === active}
          className={styles['item']}
          onPointerMove={() => onPoint(entry)}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(entry)}
        >
          <span dir="auto">{entry.name}</span>
          {entry.remark !== undefined && <small dir="auto">{entry.remark}</small>}
          {entry.keys?.[0] !== undefined && <Key>{entry.keys[0]}</Key>}
        </div>
      ))}
    </div>
  );
}
