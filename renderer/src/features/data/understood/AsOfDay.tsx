import { useState } from 'react';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { TextField } from '#renderer/src/ui/TextField.tsx';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day that every row of a snapshot describes; another one reads the file again. */
export function AsOfDay({ day, mapping }: { readonly day: string; readonly mapping: Mapping }) {
  const [typed, setTyped] = useState(day);
  const take = () => {
    if (ISO_DAY.test(typed) && typed !== day) mapping.change({ asOf: typed });
  };
  return (
    <TextField
      label="Day that the file describes"
      hideLabel
      type="date"
      value={typed}
      onChange={setTyped}
      onEnter={take}
      onLeave={take}
    />
  );
}
