import { useEffect } from 'react';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { Editable } from './editable.ts';
import styles from './ReadoutPage.module.css';

type Props = {
  readonly editable: Editable;
  /** Key under which what is typed survives until it is taken. */
  readonly draft: string;
  readonly onTyping: (id: string, text: string | null) => void;
  readonly onEdit: (editable: Editable, text: string | null, clearDraft: string) => void;
};

/** One text of the readout: shown on the paper as it is typed, kept when the field is left. */
export function EditField({ editable, draft, onTyping, onEdit }: Props) {
  const { text, setText } = useDraft(draft);
  const typed = text !== '';
  useEffect(() => {
    onTyping(editable.id, typed ? text : null);
  }, [onTyping, editable.id, typed, text]);
  const keep = () => {
    if (!typed) return;
    if (text.trim() !== editable.text) onEdit(editable, text.trim() === '' ? null : text.trim(), draft);
    setText('');
  };
  return (
    <div className={styles.field}>
      <TextField
        label={editable.label}
        value={typed ? text : editable.text}
        onChange={setText}
        onLeave={keep}
        onEnter={keep}
        onEscape={() => setText('')}
        multiline
      />
      {editable.proposed !== null && (
        <p className={styles.quiet}>
          In your own words.{' '}
          <Button look="link" onPress={() => onEdit(editable, null, draft)}>
            Back to what was proposed
          </Button>
        </p>
      )}
    </div>
  );
}
