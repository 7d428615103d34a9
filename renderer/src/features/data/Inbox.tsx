import { useCallback, useEffect, useState } from 'react';
import { isSample } from '#renderer/src/data/sample.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { addArrivals } from '#renderer/src/state/arrivals.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import type { Output } from '#shared/ipc/contract.ts';
import styles from './DataPage.module.css';

type Listed = Output<'inbox:list'>;

/** The watched folder and what waits in it. Files of a known layout are taken in as they come. */
export function Inbox() {
  const workspace = useWorkspace();
  const { machine, hello } = workspace;
  const [listed, setListed] = useState<Listed | null>(null);
  const refresh = useCallback(async () => {
    const answer = await machine.request('inbox:list', {});
    if (answer.ok) setListed(answer.value);
  }, [machine]);
  useEffect(() => {
    void refresh();
    return machine.subscribe('inbox:arrived', () => void refresh());
  }, [machine, refresh]);
  // What was taken in by itself meanwhile no longer waits.
  const { snapshots } = useRegisters();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is asked for again when something was taken in.
  useEffect(() => void refresh(), [refresh, snapshots]);
  const watch = async () => {
    const chosen = await machine.request('inbox:choose', {});
    if (!chosen.ok) return notify(chosen.failure.message);
    if (chosen.value === null) return;
    const set = await machine.request('inbox:set', { token: chosen.value.token });
    if (!set.ok) notify(set.failure.message);
    await refresh();
  };
  const stop = async () => {
    await machine.request('inbox:set', { token: null });
    await refresh();
  };
  const move = async (on: boolean) => {
    await machine.request('inbox:move', { on });
    await refresh();
  };
  const folder = listed?.folder ?? null;
  const files = listed?.files ?? [];
  return (
    <Section title="Inbox" remark={folder === null ? 'not watched' : `${files.length} waiting`}>
      {folder === null ? (
        <p className={styles.quiet}>
          A folder can be watched: exports of a layout that you have taken in before are taken in as they
          come, others wait here. Nothing in it is moved or deleted unless you say so.
          {!hello.canChooseFiles &&
            ' Here it is named when Andon is started: npm start -- --web --inbox FOLDER.'}
        </p>
      ) : (
        <p className={styles.quiet}>
          Watching <Name strong>{folder.name}</Name>.{' '}
          {isSample(workspace)
            ? 'What arrives waits for your own organization, or for you to look at it.'
            : 'Files of a known layout are taken in as they come.'}{' '}
          {listed?.moveTaken === true
            ? 'Files that were dealt with are moved into its folder taken.'
            : 'Nothing in it is moved or deleted.'}
        </p>
      )}
      {listed?.trouble != null && <p role="alert">{listed.trouble}</p>}
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.token}>
            <Name>{file.name}</Name>
            <Button size="small" label={`Look at ${file.name}`} onPress={() => addArrivals([file])}>
              Look at it
            </Button>
          </li>
        ))}
      </ul>
      {(listed?.notes ?? []).map(({ name, sentence }) => (
        <p key={name} className={styles.quiet} dir="auto">
          {sentence}
        </p>
      ))}
      <div className={styles.actions}>
        {files.length > 1 && <Button onPress={() => addArrivals(files)}>Look at all {files.length}</Button>}
        {hello.canChooseFiles && folder === null && (
          <Button onPress={() => void watch()}>Watch a folder</Button>
        )}
        {folder !== null && (
          <Button pressed={listed?.moveTaken === true} onPress={() => void move(listed?.moveTaken !== true)}>
            Move taken files
          </Button>
        )}
        {folder !== null && (
          <Button look="quiet" onPress={() => void stop()}>
            Stop watching
          </Button>
        )}
      </div>
    </Section>
  );
}
