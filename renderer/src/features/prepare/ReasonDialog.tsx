import { useDraft } from '#renderer/src/data/drafts.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';

type Props = {
  readonly title: string;
  readonly label: string;
  /** Key under which the typed text survives. */
  readonly draft: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onGive: (reason: string, clearDraft: string) => void;
};

/** Asks for a reason in one line; Enter gives it, Escape leaves it for later. */
export function ReasonDialog({ title, label, draft, open, onClose, onGive }: Props) {
  const { text, setText } = useDraft(draft);
  const give = () => {
    if (text.trim() === '') return;
    onGive(text.trim(), draft);
    setText('');
    onClose();
  };
  return (
    <Dialog title={title} open={open} onClose={onClose}>
      <TextField label={label} value={text} onChange={setText} onEnter={give} autoFocus />
      <div>
        <Button look="primary" keys={['Enter']} disabled={text.trim() === ''} onPress={give}>
          Set aside
        </Button>
      </div>
    </Dialog>
  );
}
