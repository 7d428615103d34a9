import { useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useDraft } from '#renderer/src/data/drafts.ts';
import { newId } from '#renderer/src/data/workspace.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Dialog } from '#renderer/src/ui/Dialog.tsx';
import { Select } from '#renderer/src/ui/Select.tsx';
import { TextField } from '#renderer/src/ui/TextField.tsx';
import type { AgendaBlock } from '#shared/review/review.ts';
import styles from './BlockDialog.module.css';
import {
  type BlockForm,
  choicesFor,
  type FilledBlock,
  filledBlock,
  formOf,
  knownIn,
  lackOf,
  parseForm,
} from './block-form.ts';
import { ContentFields } from './ContentFields.tsx';

type Props = {
  /** The block that is changed; null for a new one. */
  readonly block: AgendaBlock | null;
  readonly agenda: readonly AgendaBlock[];
  /** Where what is typed is kept until it is taken. */
  readonly draft: string;
  readonly onTake: (block: FilledBlock) => void;
  readonly onClose: () => void;
};

const TAKES = { new: 'Add the block', old: 'Keep it so' } as const;

/** What is typed survives until it is taken, whatever closes the dialog. */
function useForm(draft: string, block: AgendaBlock | null) {
  const { text, setText } = useDraft(draft);
  const form = parseForm(text) ?? formOf(block);
  return {
    form,
    change: (changes: Partial<BlockForm>) => setText(JSON.stringify({ ...form, ...changes })),
    forget: () => setText(''),
  };
}

/** A block with its minutes and what it shows, filled in by keyboard; Ctrl+Enter takes it. */
export function BlockDialog({ block, agenda, draft, onTake, onClose }: Props) {
  const { form, change, forget } = useForm(`${draft}:${block?.id ?? 'new'}`, block);
  const [refusal, setRefusal] = useState('');
  const isNew = block === null;
  const own = isNew || block.kind === 'custom';
  const known = knownIn(form, agenda);
  const take = () => {
    const lack = lackOf(form, known);
    if (lack !== null) return setRefusal(lack);
    onTake(filledBlock(form, known, block, newId));
    forget();
    onClose();
  };
  useCommands([
    {
      id: 'block:take',
      keys: ['Ctrl+Enter'],
      name: TAKES[isNew ? 'new' : 'old'],
      group: 'The agenda',
      run: take,
    },
  ]);
  const choose = (what: string) => {
    const chosen = knownIn({ ...form, what }, agenda);
    change(chosen === null ? { what } : { what, minutes: String(chosen.minutes) });
  };
  return (
    <Dialog title={isNew ? 'One block more' : 'What the block shows'} open onClose={onClose} width={640}>
      <div className={styles['form']}>
        <div className={styles['head']}>
          <TextField
            label="Name"
            value={known?.name ?? form.name}
            onChange={(name) => known === null && change({ name })}
            autoFocus
          />
          <TextField
            label="Minutes"
            type="number"
            value={form.minutes}
            onChange={(minutes) => change({ minutes })}
          />
        </div>
        {own && (
          <Select label="It shows" value={form.what} choices={choicesFor(agenda, isNew)} onChange={choose} />
        )}
        {known === null ? <ContentFields form={form} onChange={change} /> : <p>{known.purpose}</p>}
        {refusal !== '' && (
          <p className={styles['refusal']} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles['buttons']}>
          <Button look="primary" keys={['Ctrl', 'Enter']} onPress={take}>
            {TAKES[isNew ? 'new' : 'old']}
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              forget();
              onClose();
            }}
          >
            Discard
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
