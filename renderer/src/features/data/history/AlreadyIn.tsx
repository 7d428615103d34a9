import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { useToday } from '#renderer/src/data/today.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Page } from '#renderer/src/ui/Page.tsx';
import { msToDay } from '#shared/day.ts';
import type { Snapshot } from '#shared/registers/registers.ts';
import styles from './history.module.css';

type Props = {
  readonly name: string;
  readonly snapshot: Snapshot;
  readonly waiting: number;
  readonly onLeave: () => void;
  readonly onProceed: () => void;
};

/** A file whose very bytes were taken in before: said before any work is done, with a way to go on. */
export function AlreadyIn({ name, snapshot, waiting, onLeave, onProceed }: Props) {
  const today = useToday();
  const day = shortDay(msToDay(snapshot.importedAtMs), today);
  useCommands([
    { id: 'leave', name: 'Leave this file', group: 'Import', keys: ['Enter', 'Escape'], run: onLeave },
    { id: 'read-again', name: 'Read it anyway', group: 'Import', keys: ['r'], run: onProceed },
  ]);
  return (
    <Page
      title={name}
      {...(waiting > 0
        ? { remark: `${waiting} more ${waiting === 1 ? 'file' : 'files'} after this one` }
        : {})}
    >
      <section className={styles.known} aria-labelledby="already-in">
        <h2 id="already-in">Imported on {day}, nothing new</h2>
        <p>
          This file is the same, byte by byte, as <Name strong>{snapshot.file}</Name>, which is in force with{' '}
          {snapshot.points.toLocaleString('en')} {snapshot.points === 1 ? 'value' : 'values'} in{' '}
          {snapshot.series} series. Reading it again changes nothing unless you set something differently.
        </p>
        <div className={styles.ways}>
          <Button look="primary" keys={['Enter']} onPress={onLeave}>
            Leave it
          </Button>
          <Button keys={['r']} onPress={onProceed}>
            Read it anyway
          </Button>
        </div>
      </section>
    </Page>
  );
}
