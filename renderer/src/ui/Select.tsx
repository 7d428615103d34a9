import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import styles from './Select.module.css';

export type Choice = { readonly id: string; readonly name: string; readonly remark?: string };

type Props = {
  readonly label: string;
  readonly value: string | null;
  readonly choices: readonly Choice[];
  readonly onChange: (id: string) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly look?: 'field' | 'link';
};

/** One of a few. Opens with a key, typing finds. */
export function Select({
  label,
  value,
  choices,
  onChange,
  hideLabel = false,
  placeholder = 'choose',
  look = 'field',
}: Props) {
  return (
    <AriaSelect
      className={styles['select'] ?? ''}
      selectedKey={value}
      onSelectionChange={(key) => key !== null && onChange(String(key))}
      placeholder={placeholder}
      {...(hideLabel ? { 'aria-label': label } : {})}
    >
      {!hideLabel && <Label className={styles['label'] ?? ''}>{label}</Label>}
      <Button className={styles['button'] ?? ''} data-look={look}>
        <SelectValue className={styles['value'] ?? ''}>
          {({ selectedText }) => selectedText || placeholder}
        </SelectValue>
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={choices}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name} className={styles['item'] ?? ''}>
              <span dir="auto">{choice.name}</span>
              {choice.remark !== undefined && <small>{choice.remark}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
