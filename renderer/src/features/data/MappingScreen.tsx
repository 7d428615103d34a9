import { useEffect, useRef } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { hasNoPlace } from '#renderer/src/hooks/has-no-place.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import type { Grant } from '#shared/ipc/contract.ts';
import { byteText, openText, takeInWords } from './import-words.ts';
import { Looked } from './Looked.tsx';
import { Queue } from './queue/Queue.tsx';
import { Reading } from './Reading.tsx';
import { Refused } from './Refused.tsx';
import { type Mapping, useMapping } from './use-mapping.ts';
import { type TakingIn, useTakingIn } from './use-taking-in.ts';

type Props = { readonly grant: Grant };

/** The primary button has the focus as soon as nothing is open, so that a known layout needs one Enter. */
function useFocusWhenReady({ ready, doubtful }: TakingIn) {
  const add = useRef<HTMLButtonElement>(null);
  const leave = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const held = document.activeElement;
    if (!hasNoPlace(held) && held?.id !== 'question') return;
    if (doubtful) leave.current?.focus();
    else if (ready) add.current?.focus();
  }, [ready, doubtful]);
  return { add, leave };
}

function Actions({ mapping, taking }: { readonly mapping: Mapping; readonly taking: TakingIn }) {
  const focus = useFocusWhenReady(taking);
  const { read, comparison } = mapping;
  const { ready, doubtful, existing } = taking;
  const open = openText(mapping);
  return (
    <>
      <Button
        look={doubtful ? 'primary' : 'quiet'}
        keys={['Esc']}
        onPress={taking.leave}
        buttonRef={focus.leave}
      >
        Leave it out
      </Button>
      {open !== null && <span>{open}</span>}
      {read !== null && read.reading.status !== 'refused' && (
        <Button
          look={doubtful ? 'plain' : 'primary'}
          keys={['Ctrl', 'Enter']}
          disabled={!ready}
          onPress={taking.add}
          buttonRef={focus.add}
        >
          {takeInWords(read.reading, comparison, existing)}
        </Button>
      )}
    </>
  );
}

const GROUP = 'Import' as const;

/** One file before it is taken in: how it was understood, what it becomes, what only a person can decide. */
export function MappingScreen({ grant }: Props) {
  const mapping = useMapping(grant);
  const taking = useTakingIn(grant, mapping);
  const { read, failure } = mapping;
  const isReading = read === null && failure === null;
  const refused = failure?.message ?? (read?.reading.status === 'refused' ? read.reading.sentence : null);
  const undoable = mapping.changed || mapping.remembered;
  const back = () => mapping.set({});
  const stop = () => {
    taking.leave();
    notify(`Reading ${grant.name} was stopped; nothing of it was stored.`);
  };
  useCommands([
    { id: 'add', name: 'Add this file', group: GROUP, keys: ['Ctrl+Enter'], run: taking.add },
    {
      id: 'leave',
      name: 'Leave this file out',
      group: GROUP,
      keys: ['Escape'],
      run: isReading ? stop : taking.leave,
    },
    ...(refused !== null && undoable
      ? [{ id: 'back', name: 'Back to what was detected', group: GROUP, keys: ['Backspace'], run: back }]
      : []),
  ]);
  return (
    <Page
      title={grant.name}
      remark={byteText(grant.bytes)}
      actions={isReading ? null : <Actions mapping={mapping} taking={taking} />}
    >
      <Queue />
      {refused !== null && (
        <Refused name={grant.name} message={refused} onLeave={taking.leave} onBack={undoable ? back : null} />
      )}
      {isReading && <Reading grant={grant} progress={mapping.progress} onStop={stop} />}
      {read !== null && read.reading.status !== 'refused' && (
        <Looked read={read} mapping={mapping} taking={taking} />
      )}
    </Page>
  );
}
