import { useState } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { openSample, type SampleProgress } from '#renderer/src/data/sample.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { useFiles } from '#renderer/src/hooks/use-files.ts';
import { goTo } from '#renderer/src/state/navigation.ts';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { Progress } from '#renderer/src/ui/Progress.tsx';
import styles from './EmptyHome.module.css';

/** No data yet: drop exports, watch a folder, or try the sample organization. */
export function EmptyHome() {
  const { machine } = useWorkspace();
  const { choose } = useFiles();
  const [progress, setProgress] = useState<SampleProgress | null>(null);
  const trySample = () => {
    setProgress({ done: 0, total: 1, file: '' });
    openSample(machine, setProgress).catch((cause: unknown) => {
      setProgress(null);
      const why = cause instanceof Error ? cause.message : String(cause);
      notify(`The sample organization could not be opened: ${why} Your own records are untouched.`, {
        lasting: true,
      });
    });
  };
  useCommands([{ id: 'try-sample', name: 'Try the sample organization', group: 'Home', run: trySample }]);
  return (
    <div className={styles.empty}>
      <section className={styles.drop} aria-labelledby="drop-title">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <path
            d="M10 2v10m0 0 4-4m-4 4-4-4M2 13v4h16v-4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.5"
          />
        </svg>
        <h1 id="drop-title">Drop your metric exports here</h1>
        <p>
          CSV, TSV, JSON or YAML, as your tools write them. You see how each file is understood before
          anything is stored.
        </p>
        <div className={styles.actions}>
          <Button look="primary" keys={['Ctrl', 'O']} onPress={() => void choose()}>
            Choose files
          </Button>
          <Button onPress={() => goTo({ page: 'data' })}>Watch a folder</Button>
        </div>
      </section>
      <section className={styles.sample} aria-labelledby="sample-title">
        <h2 id="sample-title">No data at hand?</h2>
        <p>
          Try the sample organization: 8 teams, 25 services, a year of their exports, three reviews on record
          and the next one ready to run. It is kept apart and goes away with one click.
        </p>
        {progress === null ? (
          <Button onPress={trySample}>Try the sample organization</Button>
        ) : (
          <Progress
            label={progress.file === '' ? 'Opening the sample' : `Reading ${progress.file}`}
            value={progress.done / progress.total}
            remark={`${progress.done} of ${progress.total} files`}
          />
        )}
        <p className={styles.quiet}>Nothing leaves this machine.</p>
      </section>
    </div>
  );
}
