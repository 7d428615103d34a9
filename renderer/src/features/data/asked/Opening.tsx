import { useToday } from '#renderer/src/data/today.ts';
import { useRegisters } from '#renderer/src/data/WorkspaceContext.tsx';
import type { Mapping } from '#renderer/src/features/data/use-mapping.ts';
import { shortDay } from '#renderer/src/ui/dates.ts';
import { msToDay } from '#shared/day.ts';
import type { Reading } from '#shared/tabular/reading.ts';
import styles from './Opening.module.css';
import { Questions } from './Questions.tsx';
import { ScaleShiftAsk } from './ScaleShiftAsk.tsx';
import { UnitConflictAsk } from './UnitConflictAsk.tsx';
import { unitConflicts } from './unit-conflicts.ts';

type Props = {
  readonly reading: Reading;
  readonly mapping: Mapping;
  /** Whether so many rows are rejected that the file had better be mended first. */
  readonly doubtful: boolean;
};

function Doubt({ rows }: Pick<Reading, 'rows'>) {
  const all = (rows.data + rows.rejectedCount).toLocaleString('en');
  return (
    <p className={styles.doubt} role="alert">
      {rows.rejectedCount.toLocaleString('en')} of {all} rows cannot be read. Better leave the file out, save
      those rows, mend them and drop them here; or say what their cells mean.
    </p>
  );
}

/** Says in one line that the columns are known, and that nothing but Enter is needed. */
function KnownLayout({ reading, remembered }: { readonly reading: Reading; readonly remembered: boolean }) {
  const { snapshots } = useRegisters();
  const today = useToday();
  const like = snapshots.findLast(
    (one) => one.takenBackAtMs === null && one.signature !== null && one.signature === reading.signature,
  );
  if (like === undefined && !remembered) return null;
  if (like === undefined) return <p>Read as an earlier file with this header. Enter adds it.</p>;
  return (
    <p>
      The same columns as <bdi>{like.file}</bdi> of {shortDay(msToDay(like.importedAtMs), today)}, read the
      same way. Enter adds it.
    </p>
  );
}

/** The first thing on the screen: the one thing that is open, else in one sentence what was understood. */
export function Opening({ reading, mapping, doubtful }: Props) {
  const [question] = reading.questions;
  const [conflict] = unitConflicts(mapping.comparison);
  if (question !== undefined) {
    return (
      <Questions
        question={question}
        more={reading.questions.length - 1}
        onAnswer={(choice) => mapping.answer(question, choice)}
      />
    );
  }
  if (conflict !== undefined) {
    return (
      <UnitConflictAsk
        conflict={conflict}
        reading={reading}
        settings={mapping.settings}
        onSettings={mapping.set}
      />
    );
  }
  const [shift] = mapping.openShifts;
  if (shift !== undefined) {
    return (
      <ScaleShiftAsk
        shift={shift}
        reading={reading}
        settings={mapping.settings}
        onSettings={mapping.set}
        onConfirm={() => mapping.confirmScale(shift.metric)}
      />
    );
  }
  return (
    <div className={styles.opening}>
      <p className={styles.sentence}>{reading.sentence}</p>
      {doubtful && reading.rows.rejectedCount > 0 && <Doubt rows={reading.rows} />}
      <KnownLayout reading={reading} remembered={mapping.remembered} />
      {mapping.trouble !== null && <p role="alert">{mapping.trouble}</p>}
    </div>
  );
}
