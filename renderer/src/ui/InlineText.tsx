import { useState } from 'react';
import { Button } from './Button.tsx';
import { TextField } from './TextField.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Shown where there is no value yet. */
  readonly empty?: string;
};

/** A short text that becomes a field when it is pressed; Enter or leaving keeps it, Escape does not. */
export function InlineText({ label, value, onChange, empty = 'add' }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  if (typed === null) {
    return (
      <Button look="link" label={`${label}: ${value === '' ? empty : value}`} onPress={() => setTyped(value)}>
        <span dir="auto">{value === '' ? empty : value}</span>
      </Button>
    );
  }
  const keep = () => {
    if (typed.trim() !== value) onChange(typed.trim());
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      hideLabel
      value={typed}
      onChange={setTyped}
      onEnter={keep}
      onLeave={keep}
      onEscape={() => setTyped(null)}
      autoFocus
    />
  );
}
