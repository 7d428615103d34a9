import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { groupBy } from '#shared/events/group-by.ts';
import { findByName, type Named, nameIndex } from './find-by-name.ts';
import styles from './Palette.module.css';
import { PaletteGroup } from './PaletteGroup.tsx';

export type PaletteEntry = Named & {
  readonly keys?: readonly string[];
  /** Said beside the name, quietly. */
  readonly remark?: string;
};

/** As many as somebody looks through; typing finds the rest. */
const MOST = 48;
const MOST_OF_GROUP = 12;
/** A count is spoken when typing pauses this long, in milliseconds. */
const PAUSE_MS = 400;

type Props = {
  readonly label: string;
  readonly placeholder?: string;
  readonly entries: readonly PaletteEntry[];
  /** Ids that were chosen before, newest first. */
  readonly recent?: readonly string[];
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
};

function countWords(count: number, shown: number): string {
  if (count === 0) return 'Nothing has that name.';
  return count > shown ? `${count} found, ${shown} of them listed` : `${count} found`;
}

/** How many were found, once typing pauses: what assistive technology speaks. */
function useSpokenCount(words: string): string {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    const later = setTimeout(() => setSpoken(words), PAUSE_MS);
    return () => clearTimeout(later);
  }, [words]);
  return spoken;
}

/** Where the arrow keys lead in a list of so many; null for keys that belong to the text. */
function stepOf(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? at + 1 : 0;
    case 'ArrowUp':
      return at > 0 ? at - 1 : count - 1;
    case 'PageDown':
      return Math.min(count - 1, at + 8);
    case 'PageUp':
      return Math.max(0, at - 8);
    default:
      return null;
  }
}

/** What is found, group by group in the order of the best of each. */
function useFound({ entries, recent }: Pick<Props, 'entries' | 'recent'>, typed: string) {
  const index = useMemo(() => nameIndex(entries), [entries]);
  return useMemo(() => {
    const wanted = { most: MOST, mostOfGroup: MOST_OF_GROUP, ...(recent === undefined ? {} : { recent }) };
    const { count, shown } = findByName(index, typed, wanted);
    const groups = [...groupBy(shown, (entry) => entry.group)];
    return { count, groups, flat: groups.flatMap(([, members]) => members) };
  }, [index, typed, recent]);
}

function Finder(props: Props) {
  const { label, entries, recent, onClose, onChoose } = props;
  const { placeholder = 'Screens, series, people, actions, commands…' } = props;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const { count, groups, flat } = useFound({ entries, ...(recent === undefined ? {} : { recent }) }, typed);
  const spoken = useSpokenCount(typed === '' ? '' : countWords(count, flat.length));
  const active = flat[Math.min(at, flat.length - 1)] ?? null;
  const optionId = (entry: PaletteEntry) => `${id}-${flat.indexOf(entry)}`;
  const choose = (entry: PaletteEntry | null) => {
    if (entry === null) return;
    onClose();
    onChoose(entry.id);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice or another list moves the view.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, flat]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const step = flat.length === 0 ? null : stepOf(event.key, Math.min(at, flat.length - 1), flat.length);
    if (step !== null) setAt(step);
    else if (event.key === 'Enter') choose(active);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: the palette is opened to be typed into.
        autoFocus
        role="combobox"
        aria-label={label}
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active === null ? undefined : optionId(active)}
        className={styles['input']}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className={styles['list']}
        ref={list}
        tabIndex={-1}
      >
        {groups.map(([name, members]) => (
          <PaletteGroup
            key={name}
            name={name}
            entries={members}
            active={active}
            optionId={optionId}
            onPoint={(entry) => setAt(flat.indexOf(entry))}
            onChoose={choose}
          />
        ))}
      </div>
      {count === 0 && <p className={styles['empty']}>Nothing has that name.</p>}
      <p className="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

/** Finds anything by the words of its name, in any order: type, arrow down, Enter. The first is taken unless another is chosen. */
export function Palette(props: Props) {
  const { label, open, onClose } = props;
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={label} className={styles['dialog'] ?? ''} data-owns-keys="">
          <Finder {...props} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
