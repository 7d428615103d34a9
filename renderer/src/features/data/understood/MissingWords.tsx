import { useState } from 'react';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { withMissingWord, withoutMissingWord } from '#shared/tabular/answers.ts';
import styles from './Understood.module.css';

/** Words of this file that mean missing, beside those that always do: seen, added and removed. */
export function MissingWords({ mapping }: { readonly mapping: Mapping }) {
  const words = mapping.settings.missing ?? [];
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const add = () => {
    if (word.trim() !== '') mapping.set(withMissingWord(mapping.settings, word.trim()));
    setWord('');
    setOpen(false);
  };
  return (
    <span className={styles.words}>
      {words.map((one) => (
        <Button
          key={one}
          size="small"
          label={`${one} means missing: take that back`}
          onPress={() => mapping.set(withoutMissingWord(mapping.settings, one))}
        >
          “{one}” ×
        </Button>
      ))}
      {open ? (
        <TextField
          label="A word that means missing"
          hideLabel
          autoFocus
          placeholder="n.v., -1"
          value={word}
          onChange={setWord}
          onEnter={add}
          onEscape={() => setOpen(false)}
          onLeave={add}
        />
      ) : (
        <Button look="link" size="small" onPress={() => setOpen(true)}>
          Another word for missing
        </Button>
      )}
    </span>
  );
}
