import { useState } from 'react';
import { newId } from '#renderer/src/data/workspace.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import { type NewBlock, readBlock } from '#shared/review/agenda-edits.ts';
import type { AgendaBlock } from '#shared/review/review.ts';

type Props = {
  readonly agenda: readonly AgendaBlock[];
  readonly onAdd: (block: NewBlock) => void;
  /** Opens the dialog, for a block with something to show. */
  readonly onOpen: () => void;
};

/** A block as one line, its name and minutes, or with what it shows in a dialog. */
export function OneMoreBlock({ agenda, onAdd, onOpen }: Props) {
  const [line, setLine] = useState('');
  const add = () => {
    if (line.trim() === '') return;
    const read = readBlock(line, agenda);
    if (read.kind === 'refused') return notify(read.why);
    onAdd({ id: newId(), ...read.block });
    setLine('');
  };
  return (
    <>
      <TextField
        label="One block more"
        hideLabel
        placeholder="one block more: Parking lot 5"
        value={line}
        onChange={setLine}
        onEnter={add}
      />
      <Button look="link" onPress={onOpen}>
        Block with a text, checklist, register or charts
      </Button>
    </>
  );
}
