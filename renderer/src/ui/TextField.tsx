import type { KeyboardEvent, Ref } from 'react';
import { TextField as AriaTextField, Input, Label, Text, TextArea } from 'react-aria-components';
import styles from './TextField.module.css';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hideLabel?: boolean;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly multiline?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'text' | 'number' | 'date' | 'time' | 'search';
  readonly onEnter?: () => void;
  readonly onEscape?: () => void;
  readonly onLeave?: () => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly size?: 'normal' | 'large';
};

/** A labelled field. Enter and Escape are handed on; the value is the caller's. */
export function TextField(props: Props) {
  const {
    label,
    value,
    onChange,
    hideLabel = false,
    placeholder,
    hint,
    multiline = false,
    autoFocus = false,
    type = 'text',
  } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const bare = !event.ctrlKey && !event.metaKey && !(multiline && event.shiftKey);
    if (event.key === 'Enter' && props.onEnter !== undefined && bare) {
      event.preventDefault();
      props.onEnter();
    }
    if (event.key === 'Escape' && props.onEscape !== undefined) {
      event.stopPropagation();
      props.onEscape();
    }
  };
  return (
    <AriaTextField
      className={styles['field'] ?? ''}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      type={type}
      data-size={props.size ?? 'normal'}
      {...(hideLabel ? { 'aria-label': label } : {})}
      {...(props.onLeave === undefined ? {} : { onBlur: props.onLeave })}
    >
      {!hideLabel && <Label className={styles['label'] ?? ''}>{label}</Label>}
      {multiline ? (
        <TextArea
          className={styles['input'] ?? ''}
          dir="auto"
          rows={3}
          onKeyDown={onKeyDown}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      ) : (
        <Input
          className={styles['input'] ?? ''}
          dir="auto"
          onKeyDown={onKeyDown}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        />
      )}
      {hint !== undefined && (
        <Text slot="description" className={styles['hint'] ?? ''}>
          {hint}
        </Text>
      )}
    </AriaTextField>
  );
}
