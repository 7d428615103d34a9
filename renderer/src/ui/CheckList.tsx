import { ListBox, ListBoxItem } from 'react-aria-components';
import styles from './CheckList.module.css';
import { Mark } from './Mark.tsx';

type Props = {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string; readonly remark?: string }[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Whether it takes the focus when it appears. */
  readonly focus?: boolean;
};

/** Any number of many: typing goes to a name, Space takes it in or out, Ctrl+A takes all. */
export function CheckList({ label, choices, chosen, onChange, focus = true }: Props) {
  return (
    <ListBox
      aria-label={label}
      autoFocus={focus ? 'first' : false}
      className={styles['list'] ?? ''}
      layout="grid"
      items={choices}
      selectionMode="multiple"
      selectedKeys={chosen}
      escapeKeyBehavior="none"
      onSelectionChange={(keys) =>
        onChange(new Set(keys === 'all' ? choices.map(({ id }) => id) : [...keys].map(String)))
      }
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.name} className={styles['item'] ?? ''}>
          {({ isSelected }) => (
            <>
              <Mark shape={isSelected ? 'check' : 'open'} />
              <span dir="auto">
                {choice.name}
                {choice.remark !== undefined && choice.remark !== '' && <small>, {choice.remark}</small>}
              </span>
            </>
          )}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
