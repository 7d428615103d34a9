import { useState } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { Completion } from '#renderer/src/ui/Completion.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Column, Editing, Row } from './register.ts';

type Props<Entry extends Row> = {
  readonly row: Entry;
  readonly column: Column<Entry>;
  readonly edit: Editing<Entry>;
  readonly onDone: () => void;
};

/** Edits one cell in place: what was understood is shown as one types; a reason is asked for where a choice needs one. */
export function CellEditor<Entry extends Row>({ row, column, edit, onDone }: Props<Entry>) {
  const [chosen, setChosen] = useState<string | null>(null);
  const label = `${column.name} of ${row.id}`;
  if (chosen !== null) {
    const question = edit.reasonFor?.(row, chosen) ?? '';
    return (
      <LineEditor
        label={question}
        draft={`reason ${row.id} ${column.id}`}
        initial=""
        onTake={(reason) => edit.apply(row, chosen, reason)}
        onDone={onDone}
      />
    );
  }
  if (edit.optionsFor === null) {
    return (
      <LineEditor
        label={label}
        draft={`cell ${row.id} ${column.id}`}
        initial={edit.initial(row)}
        onTake={(text) => edit.apply(row, text, null)}
        onDone={onDone}
      />
    );
  }
  const choose = (id: string) => {
    if ((edit.reasonFor?.(row, id) ?? null) !== null) return setChosen(id);
    edit.apply(row, id, null);
    onDone();
  };
  return (
    <Completion
      label={label}
      initial={edit.initial(row)}
      optionsFor={edit.optionsFor}
      onChoose={choose}
      onLeave={onDone}
      {...(edit.nothing === undefined ? {} : { nothing: edit.nothing })}
      hint={edit.hint?.(row) ?? null}
    />
  );
}

type LineProps = {
  readonly label: string;
  readonly draft: string;
  readonly initial: string;
  readonly onTake: (text: string) => void;
  readonly onDone: () => void;
};

function LineEditor({ label, draft, initial, onTake, onDone }: LineProps) {
  const { text, setText } = useDraft(draft);
  const [touched, setTouched] = useState(false);
  const shown = touched || text !== '' ? text : initial;
  const take = () => {
    if (shown.trim() !== '' && shown.trim() !== initial) onTake(shown.trim());
    setText('');
    onDone();
  };
  return (
    <TextField
      label={label}
      hideLabel
      placeholder={label}
      value={shown}
      onChange={(next) => {
        setTouched(true);
        setText(next);
      }}
      onEnter={take}
      onEscape={() => {
        setText('');
        onDone();
      }}
      autoFocus
    />
  );
}
