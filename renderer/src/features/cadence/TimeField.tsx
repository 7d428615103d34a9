import { useState } from 'react';
import { TextField } from '#renderer/src/ui/TextField.tsx';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

/** `9`, `9:30`, `0930` or `9.30` as a time of day; null when it is none. */
function readTime(typed: string): string | null {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(typed.trim());
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (match === null || hours > 23 || minutes > 59) return null;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

/** A time of day on the clock of 24 hours, kept when the field is left. */
export function TimeField({ label, value, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const time = typed === null ? null : readTime(typed);
    if (time !== null && time !== value) onChange(time);
    setTyped(null);
  };
  return (
    <TextField
      label={label}
      value={typed ?? value}
      onChange={setTyped}
      onEnter={keep}
      onLeave={keep}
      onEscape={() => setTyped(null)}
    />
  );
}
