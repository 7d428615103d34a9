import { useRef, useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { takeIn } from '#renderer/src/data/imports.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { dismissArrival } from '#renderer/src/state/arrivals.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { Progress } from '#renderer/src/ui/Progress.tsx';
import type { Grant } from '#shared/ipc/contract.ts';
import type { OnExisting } from '#shared/series/parts.ts';
import { Becomes } from './Becomes.tsx';
import { Columns } from './Columns.tsx';
import { FilePreview } from './FilePreview.tsx';
import { ExistingValues } from './history/ExistingValues.tsx';
import { byteText, receiptOf, takeInWords } from './import-words.ts';
import styles from './MappingScreen.module.css';
import { QuestionFrame } from './QuestionFrame.tsx';
import { Refused } from './Refused.tsx';
import { Rejected } from './Rejected.tsx';
import { Understood } from './Understood.tsx';
import { type Mapping, useMapping } from './use-mapping.ts';

type Props = { readonly grant: Grant; readonly waiting: number };

function Reading({ grant, mapping }: { readonly grant: Grant; readonly mapping: Mapping }) {
  const { progress } = mapping;
  const done = progress === null || progress.total === 0 ? 0 : progress.bytes / progress.total;
  return (
    <div className={styles.reading}>
      <Progress
        label={`Reading ${grant.name}`}
        value={done}
        remark={
          progress === null
            ? byteText(grant.bytes)
            : `${byteText(progress.bytes)} of ${byteText(progress.total)}, ${progress.rows.toLocaleString('en')} rows`
        }
      />
      <Button onPress={mapping.cancel}>Stop reading</Button>
    </div>
  );
}

/** One file before it is taken in: how it was understood, what it becomes, what only a person can decide. */
export function MappingScreen({ grant, waiting }: Props) {
  const workspace = useWorkspace();
  const mapping = useMapping(grant);
  const { read, comparison, failure, working } = mapping;
  const question = read?.reading.questions[0];
  const ready =
    read !== null && read.reading.status === 'read' && (read.points?.values.length ?? 0) > 0 && !working;
  const [existing, setExisting] = useState<OnExisting>('update');
  const leave = () => {
    dismissArrival(grant.token);
    void workspace.machine.request('export:release', { token: grant.token });
  };
  // A second press while the file is being stored would take it in twice.
  const adding = useRef(false);
  const add = async () => {
    if (!ready || comparison === null || adding.current) return;
    adding.current = true;
    const taken = await takeIn(workspace, read, { existing });
    adding.current = false;
    if (!taken.ok) return notify(taken.failure.message, { lasting: true });
    void workspace.machine.request('inbox:done', { token: grant.token });
    leave();
    notify(receiptOf(grant.name, comparison, existing));
  };
  useCommands([
    { id: 'add', name: 'Add this file', group: 'Import', keys: ['Ctrl+Enter'], run: () => void add() },
    { id: 'leave', name: 'Leave this file out', group: 'Import', keys: ['Escape'], run: leave },
    ...(question?.choices.slice(0, 9) ?? []).map((choice, at) => ({
      id: `choice-${at}`,
      name: `${choice.label}: ${choice.example}`,
      group: 'Import',
      keys: [String(at + 1)],
      run: () => question !== undefined && mapping.answer(question, choice.value),
    })),
  ]);
  const actions = (
    <>
      <Button look="quiet" keys={['Esc']} onPress={leave}>
        Leave it out
      </Button>
      {read !== null && (
        <Button look="primary" keys={['Ctrl', 'Enter']} disabled={!ready} onPress={() => void add()}>
          {takeInWords(read.reading, comparison, existing)}
        </Button>
      )}
    </>
  );
  return (
    <Page
      title={grant.name}
      remark={`${byteText(grant.bytes)}${waiting > 0 ? `; ${waiting} more ${waiting === 1 ? 'file' : 'files'} after this one` : ''}`}
      actions={actions}
    >
      {failure !== null && <Refused name={grant.name} message={failure.message} onLeave={leave} />}
      {read === null && failure === null && <Reading grant={grant} mapping={mapping} />}
      {read !== null && read.reading.status === 'refused' && (
        <Refused name={grant.name} message={read.reading.sentence} onLeave={leave} />
      )}
      {read !== null && read.reading.status !== 'refused' && (
        <div className={styles.screen} aria-busy={working}>
          {question === undefined ? (
            <p className={styles.sentence}>{read.reading.sentence}</p>
          ) : (
            <QuestionFrame
              question={question}
              more={read.reading.questions.length - 1}
              onAnswer={(choice) => mapping.answer(question, choice)}
            />
          )}
          <div className={styles.columns}>
            <FilePreview reading={read.reading} onHeader={(record) => mapping.change({ header: [record] })} />
            <div className={styles.side}>
              <Becomes read={read} comparison={comparison} />
              {comparison !== null && (
                <ExistingValues comparison={comparison} existing={existing} onChange={setExisting} />
              )}
              <Rejected read={read} mapping={mapping} />
              <Understood reading={read.reading} mapping={mapping} />
              <Columns reading={read.reading} mapping={mapping} />
            </div>
          </div>
        </div>
      )}
    </Page>
  );
}
