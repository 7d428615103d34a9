import {
  Autocomplete,
  Dialog,
  Input,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Key } from './Key.tsx';
import styles from './Palette.module.css';

export type PaletteEntry = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly keys?: readonly string[];
};

type Props = {
  readonly label: string;
  readonly entries: readonly PaletteEntry[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
};

/** Finds anything by the words of its name, in any order: type, arrow down, Enter. */
export function Palette({ label, entries, open, onClose, onChoose }: Props) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const hasEveryWord = (text: string, typed: string) =>
    typed.split(/\s+/).every((word) => contains(text, word));
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''} data-owns-keys="">
          <Autocomplete filter={hasEveryWord}>
            <SearchField aria-label={label} autoFocus className={styles['search'] ?? ''}>
              <Input
                className={styles['input'] ?? ''}
                placeholder="Go to a screen, a series, a review, or do something"
              />
            </SearchField>
            <Menu
              className={styles['menu'] ?? ''}
              aria-label={label}
              items={entries}
              onAction={(id) => {
                onClose();
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
