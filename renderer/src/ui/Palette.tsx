import { useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { findByName, nameIndex } from './find-by-name.ts';
import { Key } from './Key.tsx';
import styles from './Palette.module.css';

export type PaletteEntry = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly keys?: readonly string[];
};

/** As many as somebody looks through; typing finds the rest. */
const MOST = 60;

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly entries: readonly PaletteEntry[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
};

/** Finds anything by the words of its name, in any order: type, arrow down, Enter. */
export function Palette(props: Props) {
  const { label, entries, open, onClose, onChoose } = props;
  const { placeholder = 'Go to a screen, a series, a review, or do something' } = props;
  const [typed, setTyped] = useState('');
  const index = useMemo(() => nameIndex(entries), [entries]);
  const shown = useMemo(() => findByName(index, typed, MOST), [index, typed]);
  const close = () => {
    setTyped('');
    onClose();
  };
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={open}
      onOpenChange={(now) => !now && close()}
      isDismissable
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''} data-owns-keys="">
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField aria-label={label} autoFocus className={styles['search'] ?? ''}>
              <Input className={styles['input'] ?? ''} placeholder={placeholder} />
            </SearchField>
            <Menu
              className={styles['menu'] ?? ''}
              aria-label={label}
              items={shown}
              onAction={(id) => {
                close();
                onChoose(String(id));
              }}
              renderEmptyState={() => <p className={styles['empty']}>Nothing has that name.</p>}
            >
              {(entry) => (
                <MenuItem
                  id={entry.id}
                  textValue={`${entry.name} ${entry.group}`}
                  className={styles['item'] ?? ''}
                >
                  <span dir="auto">{entry.name}</span>
                  <small>{entry.group}</small>
                  {entry.keys?.[0] !== undefined && <Key>{entry.keys[0]}</Key>}
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
