import { useEffect, useSyncExternalStore } from 'react';
import { useCommands } from '#renderer/src/commands/use-commands.ts';
import { SPEEDS } from '#renderer/src/data/rehearsal/pace.ts';
import type { Rehearsal } from '#renderer/src/data/rehearsal/rehearsal.ts';
import { useWorkspace } from '#renderer/src/data/WorkspaceContext.tsx';
import { Key } from '#renderer/src/ui/Key.tsx';
import styles from './RehearsalStrip.module.css';

/** Stands above everything on every window of a rehearsal; nothing where the review is real. */
export function RehearsalStrip({ stage }: { readonly stage: boolean }) {
  const { rehearsal } = useWorkspace();
  return rehearsal === null ? null : <Strip rehearsal={rehearsal} stage={stage} />;
}

function Strip({ rehearsal, stage }: { readonly rehearsal: Rehearsal; readonly stage: boolean }) {
  const speed = useSyncExternalStore(rehearsal.subscribe, rehearsal.speed);
  const other = SPEEDS.find((one) => one !== speed) ?? 1;
  const group = 'Rehearsal';
  useCommands([
    { id: 'leave-rehearsal', name: 'Leave the rehearsal', group, keys: ['F9'], run: rehearsal.leave },
    {
      id: 'pace',
      name: `Let its clock run at ×${other}`,
      group,
      keys: ['F8'],
      run: () => rehearsal.setSpeed(other),
    },
  ]);
  useEffect(() => {
    const title = document.title;
    document.title = `Rehearsal: ${title}`;
    document.documentElement.dataset['rehearsal'] = '';
    return () => {
      document.title = title;
      delete document.documentElement.dataset['rehearsal'];
    };
  }, []);
  return (
    <aside className={styles.strip} aria-label="Rehearsal">
      <strong>Rehearsal: nothing is kept</strong>
      {speed !== 1 && <span>clock ×{speed}</span>}
      {!stage && (
        <span className={styles.ways}>
          <button type="button" onClick={() => rehearsal.setSpeed(other)}>
            Clock ×{other} <Key>F8</Key>
          </button>
          <button type="button" onClick={rehearsal.leave}>
            Leave <Key>F9</Key>
          </button>
        </span>
      )}
    </aside>
  );
}
