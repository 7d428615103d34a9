import { isSample, leaveSample } from '#renderer/src/data/sample.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters, useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { Button } from '#renderer/src/ui/Button.tsx';
import { longDay } from '#renderer/src/ui/dates.ts';
import styles from './HomeBar.module.css';

/** The day it is for the organization, and where its data comes from. */
export function HomeBar() {
  const workspace = useWorkspace();
  const today = useToday();
  const { snapshots } = useRegisters();
  const newest = snapshots.findLast((one) => one.takenBackAtMs === null);
  return (
    <header className={styles.bar}>
      <h1 className="visually-hidden">Home</h1>
      <span>{longDay(today)}</span>
      <span className={styles.end}>
        {isSample(workspace) ? (
          <>
            The sample organization, kept apart from your own records
            <Button size="small" onPress={() => void leaveSample(workspace)}>
              Leave the sample
            </Button>
          </>
        ) : (
          newest !== undefined && `Newest file: ${newest.file}`
        )}
      </span>
    </header>
  );
}
