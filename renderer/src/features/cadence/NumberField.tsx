import { useState } from 'react';
import { TextField } from '#renderer/src/ui/TextField.tsx';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly hideLabel?: boolean;
};

const MOST = 480;

/** Whole minutes. They are kept when the field is left or Enter is pressed, so that half a number is never kept. */
export function NumberField({ label, value, onChange, hideLabel = false }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const number = Math.round(Number(typed));
    if (typed !== null && typed.trim() !== '' && number >= 0 && number <= MOST && number !== value)
      onChange(number);
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      hideLabel={hideLabel}
      type="number"
      value={typed ?? String(value)}
      onChange={setTyped}
      onEnter={keep}
      onLeave={keep}
      onEscape={() => setTyped(null)}
    />
  );
}
