import { useToday } from '#renderer/src/data/today.ts';
import { useAppend, useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import { notify } from '#renderer/src/state/notices.ts';
import { Button } from '#renderer/src/ui/Button.tsx';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { Name } from '#renderer/src/ui/Name.tsx';
import { Section } from '#renderer/src/ui/Section.tsx';
import { Table } from '#renderer/src/ui/Table.tsx';
import { msToDay } from '#shared/day.ts';
import type { Snapshot } from '#shared/registers/registers.ts';
import styles from './DataPage.module.css';

function SnapshotRow({ snapshot }: { readonly snapshot: Snapshot }) {
  const append = useAppend();
  const today = useToday();
  const back = snapshot.takenBackAtMs !== null;
  const takeBack = () => {
    append([{ stream: 'organization', type: 'snapshot-taken-back', data: { snapshot: snapshot.snapshot } }]);
    notify(`${snapshot.file} was taken back: every value is as it was before it.`);
  };
  return (
    <tr data-out={back || undefined}>
      <td data-wide>
        <Name strong>{snapshot.file}</Name>
      </td>
      <td data-figure>{shortDay(msToDay(snapshot.importedAtMs), today)}</td>
      <td data-figure>{snapshot.rows.toLocaleString('en')}</td>
      <td data-figure>{snapshot.series}</td>
      <td data-figure>{snapshot.points.toLocaleString('en')}</td>
      <td>
        {back ? (
          'taken back'
        ) : (
          <Button size="small" label={`Take back ${snapshot.file}`} onPress={takeBack}>
            Take back
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Every file that was taken in, newest first, each of which can be taken back exactly. */
export function Snapshots() {
  const { snapshots } = useRegisters();
  return (
    <Section
      title="Snapshots"
      remark={`${snapshots.filter((one) => one.takenBackAtMs === null).length} in force`}
    >
      {snapshots.length === 0 ? (
        <p className={styles.quiet}>
          No file has been taken in yet. Drop one on this window: you see how it is understood before anything
          is stored.
        </p>
      ) : (
        <Table label="Snapshots" heads={['File', 'Taken in', 'Rows', 'Series', 'Values', '']}>
          {snapshots.toReversed().map((snapshot) => (
            <SnapshotRow key={snapshot.snapshot} snapshot={snapshot} />
          ))}
        </Table>
      )}
    </Section>
  );
}
