import type { ReactNode, Ref } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './Button.module.css';
import { Key } from './Key.tsx';

type Props = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'quiet' | 'plain' | 'link';
  readonly size?: 'small' | 'normal' | 'large';
  /** Keys that do the same, shown after the label. */
  readonly keys?: readonly string[];
  readonly disabled?: boolean;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

export function Button({
  children,
  onPress,
  look = 'plain',
  size = 'normal',
  keys = [],
  disabled = false,
  label,
  pressed,
  buttonRef,
}: Props) {
  return (
    <AriaButton
      className={styles['button'] ?? ''}
      data-look={look}
      data-size={size}
      isDisabled={disabled}
      onPress={onPress}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    >
      {children}
      {keys.map((key) => (
        <Key key={key}>{key}</Key>
      ))}
    </AriaButton>
  );
}
